import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { appendLeaf, EMPTY_FRONTIER, leafHash, nodeHash, rootOf } from './merkle.ts';

/** The inputs and roots that the Certificate Transparency project publishes for RFC 6962. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const frontierOf = (leaves: readonly Buffer[]) => leaves.reduce(appendLeaf, EMPTY_FRONTIER);

/** RFC 6962 section 2.1 as it is written, over all leaves. */
function definition(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return rootOf(EMPTY_FRONTIER);
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(definition(leaves.slice(0, split)), definition(leaves.slice(split)));
}

describe('the tree of the evidence log', () => {
  test('when empty has SHA-256 of nothing as root', () => {
    assert.equal(
      rootOf(EMPTY_FRONTIER).toString('hex'),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  for (const [index, root] of ROOTS.entries()) {
    test(`of ${index + 1} known entries has the known root`, () => {
      const leaves = INPUTS.slice(0, index + 1).map((hex) => leafHash(Buffer.from(hex, 'hex')));
      assert.equal(rootOf(frontierOf(leaves)).toString('hex'), root);
    });
  }

  test('of any size has the root of the definition, from a frontier of few hashes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 }), (entries) => {
        const leaves = entries.map(leafHash);
        const frontier = frontierOf(leaves);
        assert.deepEqual(rootOf(frontier), definition(leaves));
        assert.equal(frontier.roots.length, leaves.length.toString(2).replaceAll('0', '').length);
      }),
    );
  });
});
