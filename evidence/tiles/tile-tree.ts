/** Which tiles a tree of a size has, and the hashes of its subtrees read from them. */
import { HASH_LENGTH, nodeHash } from '../merkle/tree-hash.ts';
import type { SubtreeHashes } from '../merkle/prove.ts';
import { TILE_WIDTH, type TileAddress } from './tile-path.ts';

const TILE_HEIGHT = 8;

export interface HashTile extends TileAddress {
  readonly level: number;
}

/** Reads a tile: `width` hashes of 32 bytes. */
export type ReadTile = (tile: HashTile) => Promise<Uint8Array>;

/** Every tile of a tree, whole ones and those that are not whole yet. */
export function tilesOf(size: number): HashTile[] {
  const tiles: HashTile[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    for (let index = 0; index * TILE_WIDTH < hashes; index += 1)
      tiles.push({ level, index, width: widthOf(index, hashes) });
  }
  return tiles;
}

/** Hashes of the subtrees of a tree of this size, each tile read once. */
export function hashesFromTiles(size: number, read: ReadTile): SubtreeHashes {
  const kept = new Map<string, Promise<Uint8Array>>();
  return async ({ height, index }) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const wide = 2 ** (height % TILE_HEIGHT);
    const first = index * wide;
    const tile = Math.floor(first / TILE_WIDTH);
    const width = widthOf(tile, Math.floor(size / TILE_WIDTH ** level));
    const key = `${level}/${tile}`;
    const bytes = kept.get(key) ?? read({ level, index: tile, width });
    kept.set(key, bytes);
    const at = (first % TILE_WIDTH) * HASH_LENGTH;
    return foldTile((await bytes).subarray(at, at + wide * HASH_LENGTH));
  };
}

/** The hash over hashes that stand side by side; their number is a power of two. */
function foldTile(hashes: Uint8Array): Uint8Array {
  if (hashes.length < HASH_LENGTH) throw new Error('A tile is shorter than its tree says');
  if (hashes.length === HASH_LENGTH) return hashes;
  const middle = hashes.length / 2;
  return nodeHash(foldTile(hashes.subarray(0, middle)), foldTile(hashes.subarray(middle)));
}

function widthOf(index: number, hashes: number): number {
  return Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH);
}
