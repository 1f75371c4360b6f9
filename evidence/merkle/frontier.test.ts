import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { toHex } from '../bytes.ts';
import { appendLeaf, EMPTY_FRONTIER, rootOf, type Frontier, type Subtree } from './frontier.ts';
import { INPUTS, ROOTS } from './known-trees.fixture.ts';
import { EMPTY_ROOT, leafHash, nodeHash } from './tree-hash.ts';

const frontierOf = (leaves: readonly Uint8Array[]) =>
  leaves.reduce<Frontier>((frontier, leaf) => appendLeaf(frontier, leaf), EMPTY_FRONTIER);

/** RFC 6962 section 2.1 as it is written, over all leaves. */
function definition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(definition(leaves.slice(0, split)), definition(leaves.slice(split)));
}

const someLeaves = fc
  .array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 })
  .map((entries) => entries.map(leafHash));

describe('the tree of the evidence log', () => {
  test('when empty has SHA-256 of nothing as root', () => {
    assert.equal(
      toHex(rootOf(EMPTY_FRONTIER)),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  for (const [index, root] of ROOTS.entries()) {
    test(`of ${index + 1} known entries has the known root`, () => {
      assert.deepEqual(rootOf(frontierOf(INPUTS.slice(0, index + 1).map(leafHash))), root);
    });
  }

  test('of any size has the root of the definition, from a frontier of few hashes', () => {
    fc.assert(
      fc.property(someLeaves, (leaves) => {
        const frontier = frontierOf(leaves);
        assert.deepEqual(rootOf(frontier), definition(leaves));
        assert.equal(frontier.roots.length, leaves.length.toString(2).replaceAll('0', '').length);
      }),
    );
  });

  test('tells every perfect subtree once, when its last leaf comes, with its hash', () => {
    fc.assert(
      fc.property(someLeaves, (leaves) => {
        const told: [Subtree, Uint8Array][] = [];
        leaves.reduce<Frontier>(
          (frontier, leaf) => appendLeaf(frontier, leaf, (...one) => told.push(one)),
          EMPTY_FRONTIER,
        );
        const names = told.map(([{ height, index }]) => `${height} ${index}`);
        assert.equal(new Set(names).size, names.length);
        let count = 0;
        for (let wide = 2; wide <= leaves.length; wide *= 2) count += Math.floor(leaves.length / wide);
        assert.equal(told.length, count);
        for (const [{ height, index }, hash] of told) {
          const wide = 2 ** height;
          assert.deepEqual(hash, definition(leaves.slice(index * wide, (index + 1) * wide)));
        }
      }),
    );
  });
});
