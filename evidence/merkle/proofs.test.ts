import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { joined } from '../bytes.ts';
import { hashesFromTiles, tilesOf } from '../tiles/tile-tree.ts';
import { treeOf } from '../tiles/tile-tree.fixture.ts';
import { bytes, CONSISTENCIES, INCLUSIONS, INPUTS, ROOTS } from './known-trees.fixture.ts';
import { consistencyProof, inclusionProof, rootAt } from './prove.ts';
import { EMPTY_ROOT, leafHash } from './tree-hash.ts';
import { verifyConsistency, verifyInclusion, type Consistency, type Inclusion } from './verify.ts';

const SOME_HASH = bytes('abacaba000000000000000000000000000000000000000000060061e00123456');
const rootOfSize = (size: number) => (size === 0 ? EMPTY_ROOT : (ROOTS[size - 1] ?? EMPTY_ROOT));
const known = treeOf(INPUTS);

/** Wrong versions of a right proof, as the Certificate Transparency project tries them. */
function corrupted(proof: readonly Uint8Array[], root: Uint8Array): [string, Uint8Array[]][] {
  const [first] = proof;
  return [
    ['an empty hash at the end', [...proof, new Uint8Array()]],
    ['the root at the end', [...proof, root]],
    ['an empty hash in front', [new Uint8Array(), ...proof]],
    ['the root in front', [root, ...proof]],
    ['the last hash missing', proof.slice(0, -1)],
    ...(first === undefined
      ? []
      : ([
          ['the first hash twice', [first, ...proof]],
          ['a hash put in', [first, SOME_HASH, ...proof.slice(1)]],
        ] as [string, Uint8Array[]][])),
    ...proof.map((hash, at): [string, Uint8Array[]] => [
      `one bit of hash ${at} flipped`,
      proof.with(at, joined(Uint8Array.of((hash[0] ?? 0) ^ 8), hash.subarray(1))),
    ]),
  ];
}

describe('an inclusion proof', () => {
  for (const { index, size, proof } of INCLUSIONS) {
    const good: Inclusion = {
      index,
      size,
      proof,
      leaf: leafHash(INPUTS[index] ?? new Uint8Array()),
      root: rootOfSize(size),
    };
    test(`of leaf ${index} of ${size} known ones is the known one, and verifies`, async () => {
      assert.deepEqual(await inclusionProof(known.hashes(size), { index, size }), proof);
      assert.ok(verifyInclusion(good));
    });
    const wrong: [string, Inclusion][] = [
      ['the leaf before', { ...good, index: index - 1 }],
      ['the leaf after', { ...good, index: index + 1 }],
      ['another branch', { ...good, index: index ^ 2 }],
      ['a tree twice as large', { ...good, size: size * 2 }],
      ['a tree half as large', { ...good, size: Math.floor(size / 2) }],
      ['another leaf', { ...good, leaf: SOME_HASH }],
      ['the empty root', { ...good, root: EMPTY_ROOT }],
      ['another root', { ...good, root: SOME_HASH }],
      ...corrupted(proof, good.root).map(([what, bad]): [string, Inclusion] => [
        what,
        { ...good, proof: bad },
      ]),
    ];
    for (const [what, one] of wrong) {
      test(`of leaf ${index} of ${size} does not verify with ${what}`, () =>
        assert.ok(!verifyInclusion(one)));
    }
  }

  test('of the only leaf is empty', () => {
    const only = leafHash(bytes('64617461'));
    const one = { index: 0, size: 1, leaf: only, proof: [], root: only };
    assert.ok(verifyInclusion(one));
    assert.ok(!verifyInclusion({ ...one, root: new Uint8Array() }));
    assert.ok(!verifyInclusion({ ...one, size: 0 }));
    assert.ok(!verifyInclusion({ ...one, index: 1 }));
  });
});

describe('a consistency proof', () => {
  for (const { old, size, proof } of CONSISTENCIES) {
    const good: Consistency = { old, oldRoot: rootOfSize(old), size, root: rootOfSize(size), proof };
    test(`from ${old} to ${size} known leaves is the known one, and verifies`, async () => {
      assert.deepEqual(await consistencyProof(known.hashes(size), { old, size }), proof);
      assert.ok(verifyConsistency(good));
    });
    const wrong: [string, Consistency][] = [
      ['one leaf less before', { ...good, old: old - 1 }],
      ['one leaf more before', { ...good, old: old + 1 }],
      ['another old size', { ...good, old: old ^ 2 }],
      ['a tree twice as large', { ...good, size: size * 2 }],
      ['a tree half as large', { ...good, size: Math.floor(size / 2) }],
      ['another old root', { ...good, oldRoot: SOME_HASH }],
      ['another new root', { ...good, root: SOME_HASH }],
      ['the roots exchanged', { ...good, oldRoot: good.root, root: good.oldRoot }],
      ['no proof', { ...good, proof: [] }],
      ...corrupted(proof, good.root).map(([what, bad]): [string, Consistency] => [
        what,
        { ...good, proof: bad },
      ]),
    ];
    for (const [what, one] of wrong) {
      test(`from ${old} to ${size} does not verify with ${what}`, () => assert.ok(!verifyConsistency(one)));
    }
  }

  const edge: readonly [string, Consistency, boolean][] = [
    [
      'of a tree with itself is empty',
      { old: 1, oldRoot: SOME_HASH, size: 1, root: SOME_HASH, proof: [] },
      true,
    ],
    [
      'of two trees of one size fails',
      { old: 1, oldRoot: SOME_HASH, size: 1, root: EMPTY_ROOT, proof: [] },
      false,
    ],
    [
      'of the empty tree with itself is empty',
      { old: 0, oldRoot: EMPTY_ROOT, size: 0, root: EMPTY_ROOT, proof: [] },
      true,
    ],
    [
      'from the empty tree is empty',
      { old: 0, oldRoot: EMPTY_ROOT, size: 1, root: SOME_HASH, proof: [] },
      true,
    ],
    [
      'from the empty tree carries nothing',
      { old: 0, oldRoot: EMPTY_ROOT, size: 1, root: SOME_HASH, proof: [SOME_HASH] },
      false,
    ],
    [
      'of a tree with itself carries nothing',
      { old: 1, oldRoot: SOME_HASH, size: 1, root: SOME_HASH, proof: [SOME_HASH] },
      false,
    ],
    ['back into the past fails', { old: 2, oldRoot: SOME_HASH, size: 1, root: SOME_HASH, proof: [] }, false],
    ['cannot be left out', { old: 1, oldRoot: SOME_HASH, size: 2, root: EMPTY_ROOT, proof: [] }, false],
  ];
  for (const [what, one, wanted] of edge) {
    test(what, () => assert.equal(verifyConsistency(one), wanted));
  }
});

describe('proofs made from tiles', () => {
  const tree = treeOf(Array.from({ length: 1400 }, (_, index) => Buffer.from(`entry ${index}`)));

  test('verify for every leaf, size and earlier size; with the neighbour’s leaf they do not', async () => {
    const sizes = fc.integer({ min: 1, max: 1400 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(1399), fc.nat(1400), async (size, anyIndex, anyOld) => {
        const index = anyIndex % size;
        const old = anyOld % (size + 1);
        const hashes = hashesFromTiles(size, tree.readTile);
        const root = await rootAt(hashes, size);
        assert.deepEqual(root, tree.root(size));
        const proof = await inclusionProof(hashes, { index, size });
        const inclusion = { index, size, root, proof };
        assert.ok(verifyInclusion({ ...inclusion, leaf: tree.leaf(index) }));
        if (size > 1) assert.ok(!verifyInclusion({ ...inclusion, leaf: tree.leaf((index + 1) % size) }));
        const growth = { old, oldRoot: tree.root(old), size, root };
        const consistency = await consistencyProof(hashes, { old, size });
        assert.ok(verifyConsistency({ ...growth, proof: consistency }));
        if (old > 0) assert.ok(!verifyConsistency({ ...growth, oldRoot: SOME_HASH, proof: consistency }));
      }),
      { numRuns: 200 },
    );
  });

  test('ask for no leaf that the tree has not', () => {
    assert.throws(() => inclusionProof(tree.hashes(5), { index: 5, size: 5 }), /no leaf 5/);
    assert.throws(() => consistencyProof(tree.hashes(5), { old: 6, size: 5 }), /no beginning/);
  });

  test('need each tile of the tree once at most', async () => {
    const read: string[] = [];
    const hashes = hashesFromTiles(1400, (tile) => {
      read.push(`${tile.level}/${tile.index}`);
      return tree.readTile(tile);
    });
    await inclusionProof(hashes, { index: 700, size: 1400 });
    await consistencyProof(hashes, { old: 699, size: 1400 });
    assert.equal(new Set(read).size, read.length);
    assert.ok(read.length <= tilesOf(1400).length);
  });
});
