import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { createRuns } from './wake.ts';

describe('runs of a task', () => {
  test('are one at a time for a key, and look again as often as somebody asked meanwhile', async () => {
    const runs = createRuns();
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let rounds = 0;
    const round = async (): Promise<void> => {
      rounds += 1;
      await gates[rounds - 1]?.promise;
    };
    const first = runs.run('deliver:mn', round);
    await runs.run('deliver:mn', round);
    assert.ok(runs.askAgain('deliver:mn'));
    assert.equal(rounds, 1, 'those who come meanwhile do not wait');
    gates[0]?.resolve();
    gates[1]?.resolve();
    await first;
    assert.equal(rounds, 2, 'all who asked share the next round');
    assert.equal(runs.askAgain('deliver:mn'), false);
  });

  test('of another partner go their own way, and a failed one leaves the way free', async () => {
    const runs = createRuns();
    const hung = Promise.withResolvers<void>();
    const first = runs.run('deliver:mn', () => hung.promise);
    let other = 0;
    await runs.run('deliver:cn', async () => {
      other += 1;
    });
    assert.equal(other, 1);
    hung.reject(new Error('down'));
    await assert.rejects(first, /down/);
    assert.equal(runs.askAgain('deliver:mn'), false);
  });
});
