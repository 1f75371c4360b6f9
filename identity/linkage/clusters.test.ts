import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clustersOf, type Links } from './clusters.ts';

const links = (...rows: readonly (readonly [number, number, number])[]): Links => ({
  a: Int32Array.from(rows, ([a]) => a),
  b: Int32Array.from(rows, ([, b]) => b),
  score: Float32Array.from(rows, ([, , score]) => score),
  siblingLike: new Uint8Array(rows.length),
});

describe('clusters', () => {
  test('show the link without which they fall apart', () => {
    const { clusters } = clustersOf(links([1, 2, 20], [2, 3, 8], [1, 3, 9], [5, 6, 12], [7, 8, 3]), 5);
    assert.deepEqual(clusters, [
      { members: [1, 2, 3], weakest: { a: 1, b: 3, score: 9 }, isChain: false },
      { members: [5, 6], weakest: { a: 5, b: 6, score: 12 }, isChain: false },
    ]);
  });

  test('that hold together by a chain alone say so', () => {
    const { clusters } = clustersOf(links([1, 2, 20], [2, 3, 8]), 5);
    assert.deepEqual(clusters, [{ members: [1, 2, 3], weakest: { a: 2, b: 3, score: 8 }, isChain: true }]);
  });

  test('never join whom a human told apart, whatever the score', () => {
    const { clusters, refused } = clustersOf(links([1, 2, 20], [2, 3, 30], [1, 3, 40]), 5, [[1, 3]]);
    assert.deepEqual(
      clusters.map(({ members }) => members),
      [[2, 3]],
    );
    assert.deepEqual(refused, [
      { a: 1, b: 3, score: 40 },
      { a: 1, b: 2, score: 20 },
    ]);
  });

  test('keep apart whom a human told apart through others too', () => {
    const { clusters } = clustersOf(links([1, 2, 30], [3, 4, 30], [2, 3, 20]), 5, [[1, 4]]);
    assert.deepEqual(
      clusters.map(({ members }) => members),
      [
        [1, 2],
        [3, 4],
      ],
    );
  });
});
