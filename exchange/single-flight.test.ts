import { test } from 'node:test';
import assert from 'node:assert/strict';
import { singleFlight } from './single-flight.ts';

const job = { signal: new AbortController().signal };

test('a job that comes during a run makes it look once more, and ends at once', async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let runs = 0;
  const flight = singleFlight(async () => {
    runs += 1;
    await gates[runs - 1]?.promise;
  });
  const first = flight('a', job);
  await flight('a', job);
  await flight('a', job);
  assert.equal(runs, 1);
  gates[0]?.resolve();
  gates[1]?.resolve();
  await first;
  assert.equal(runs, 2);
});

test('partners do not wait for one another, and a failed run lets the next one in', async () => {
  const seen: string[] = [];
  const flight = singleFlight(async (to) => {
    seen.push(to);
    if (to === 'bad') throw new Error('no');
  });
  await assert.rejects(flight('bad', job), /no/);
  await assert.rejects(flight('bad', job), /no/);
  await flight('good', job);
  assert.deepEqual(seen, ['bad', 'bad', 'good']);
});

test('a worker that stops is not asked to look again', async () => {
  const stopping = new AbortController();
  let runs = 0;
  const flight = singleFlight(async (_to, { signal }) => {
    runs += 1;
    assert.equal(signal, stopping.signal);
    await flight('a', job);
    stopping.abort();
  });
  await flight('a', { signal: stopping.signal });
  assert.equal(runs, 1);
});
