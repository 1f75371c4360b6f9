import type { CaseView } from '@urtuu/pensions/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { awaitsSomething, Cadence } from './cadence.ts';

type Parts = Pick<CaseView, 'waitingFor' | 'events' | 'transmissions'>;

const settled: Parts = {
  waitingFor: 'clerk',
  events: [{ at: '2026-05-01T08:00:00Z', actor: 'a', code: 'registerRead', values: {} }],
  transmissions: [],
};

/** Only these members decide; the rest of a case is beside the point here. */
function view(parts: Partial<Parts>): CaseView {
  return { ...settled, ...parts } as CaseView;
}

describe('reading a case again', () => {
  test('does not happen while the case waits for a human', () => {
    assert.equal(awaitsSomething(view({})), false);
    assert.equal(new Cadence().next(view({}), 1), false);
  });

  test('happens while the own register or the other state has not answered', () => {
    assert.equal(awaitsSomething(view({ events: [] })), true);
    assert.equal(awaitsSomething(view({ waitingFor: 'partner' })), true);
  });

  test('grows slower without news and ends', () => {
    const cadence = new Cadence();
    const waiting = view({ waitingFor: 'partner' });
    const distances = Array.from({ length: 30 }, (_, reading) => cadence.next(waiting, reading));
    const numbers = distances.filter((distance) => distance !== false);
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    );
    assert.ok(numbers.length < 30 && numbers.every((distance) => distance <= 60_000));
    assert.equal(distances.at(-1), false);
  });

  test('starts quickly again with news', () => {
    const cadence = new Cadence();
    const waiting = view({ waitingFor: 'partner' });
    const first = cadence.next(waiting, 1);
    cadence.next(waiting, 2);
    assert.equal(cadence.next(view({ waitingFor: 'partner' }), 3), first);
  });

  test('the same reading asked twice counts once', () => {
    const cadence = new Cadence();
    const waiting = view({ waitingFor: 'partner' });
    assert.equal(cadence.next(waiting, 1), cadence.next(waiting, 1));
  });
});
