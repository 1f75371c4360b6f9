/** A tree with all its leaves, its tiles made as C2SP tlog-tiles defines them: by hashing, not by what is tested. */
import { joined } from '../bytes.ts';
import { appendLeaf, EMPTY_FRONTIER, rootOf, type Frontier } from '../merkle/frontier.ts';
import type { SubtreeHashes } from '../merkle/prove.ts';
import { leafHash } from '../merkle/tree-hash.ts';
import { hashesFromTiles, type HashTile, type ReadTile } from './tile-tree.ts';

export interface KnownTree {
  leaf(index: number): Uint8Array;
  root(size: number): Uint8Array;
  readonly readTile: ReadTile;
  hashes(size: number): SubtreeHashes;
}

export function treeOf(entries: readonly Uint8Array[]): KnownTree {
  const leaves = entries.map(leafHash);
  const hashAt = (level: number, index: number): Uint8Array => {
    const wide = 256 ** level;
    return rootOfLeaves(leaves.slice(index * wide, (index + 1) * wide));
  };
  const tile = ({ level, index, width }: HashTile): Uint8Array =>
    joined(...Array.from({ length: width }, (_, at) => hashAt(level, index * 256 + at)));
  const readTile: ReadTile = (address) => Promise.resolve(tile(address));
  return {
    leaf(index) {
      const leaf = leaves[index];
      if (leaf === undefined) throw new Error(`no leaf ${index}`);
      return leaf;
    },
    root: (size) => rootOfLeaves(leaves.slice(0, size)),
    readTile,
    hashes: (size) => hashesFromTiles(size, readTile),
  };
}

function rootOfLeaves(leaves: readonly Uint8Array[]): Uint8Array {
  return rootOf(leaves.reduce<Frontier>((frontier, leaf) => appendLeaf(frontier, leaf), EMPTY_FRONTIER));
}
