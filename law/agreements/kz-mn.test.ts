import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { assess } from '../assess.ts';
import type { Assessment, LawCode } from '../assessment.ts';
import { kazakhWorker, person } from '../testing.ts';

const IN_FORCE = { 'kzmn.inForceFrom': '2026-01-01' };

/** A pensioner of Mongolia who has moved to Kazakhstan. */
function moved(law: LawCode, assume: Record<string, string>, status = 'granted'): Assessment {
  const wire = kazakhWorker('100000', {
    person: person({ birthDate: '1960-01-01' }),
    benefits: [{ country: 'MN', kind: '10', from: '2020-05-01', status }],
  });
  return assess(wire, { law, treaty: 'kz-mn', on: day('2026-02-01'), explain: 'full', assume });
}

describe('A pensioner of one state who moves to the other', () => {
  test('has no known payer: both laws name the missing answer', () => {
    for (const law of ['kz', 'mn'] as const) {
      const found = moved(law, IN_FORCE);
      assert.equal(found.outcome, 'undetermined', law);
      assert.deepEqual(found.missing, [{ fact: 'kzmn.residenceChange', why: 'why.kzmn.residenceChange' }]);
      assert.equal(found.total, undefined);
    }
  });

  test('is paid by the state that is assumed to pay', () => {
    const newState = { ...IN_FORCE, 'kzmn.residenceChange': 'newState' };
    assert.equal(moved('kz', newState).outcome, 'eligible');
    assert.equal(moved('mn', newState).treaty.reason, 'notStateOfResidence');
    const oldState = { ...IN_FORCE, 'kzmn.residenceChange': 'oldState' };
    assert.equal(moved('kz', oldState).treaty.reason, 'notStateOfResidence');
    assert.equal(moved('mn', oldState).treaty.applied, true);
  });

  test('is a claimant like any other while the agreement is not in force, or once the pension has ended', () => {
    assert.equal(moved('kz', {}).outcome, 'eligible');
    assert.equal(moved('kz', IN_FORCE, 'ended').outcome, 'eligible');
  });
});

describe('Savings in Kazakhstan', () => {
  test('are named and left outside whichever state awards', () => {
    const wire = kazakhWorker('100000', {
      person: person({ residence: 'MN' }),
      accounts: [{ country: 'KZ', kind: 'uapf', balance: '6480000', currency: 'KZT', asOf: '2026-01-01' }],
    });
    const found = assess(wire, { law: 'mn', on: day('2026-02-01'), explain: 'full' });
    assert.ok(found.findings?.children.some(({ rule }) => rule === 'kz.funded'));
    assert.ok(found.flags.some(({ flag }) => flag === 'kzmn.departureChoice'));
  });
});
