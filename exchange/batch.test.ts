import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { batched } from './batch.ts';

describe('a group commit', () => {
  test('serves a lone caller at once and those that come meanwhile together', async () => {
    const batches: number[][] = [];
    const write = batched(async (items: readonly number[]) => {
      batches.push([...items]);
      await setImmediate();
      return items.map((item) => item * 2);
    }, 3);
    assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map(write)), [2, 4, 6, 8, 10]);
    assert.deepEqual(batches, [[1], [2, 3, 4], [5]]);
  });

  test('fails those of the failed batch alone, and goes on', async () => {
    const write = batched(async (items: readonly number[]) => {
      await setImmediate();
      if (items.includes(1)) throw new Error('disk full');
      return items;
    }, 10);
    const [first, second] = await Promise.allSettled([write(1), write(2)]);
    assert.deepEqual([first?.status, second?.status], ['rejected', 'fulfilled']);
    assert.equal(await write(3), 3);
  });
});
