/**
 * Merkle tree of RFC 6962 section 2.1, append-only: of a log of any size only the frontier is kept, the roots of its
 * perfect subtrees from left to right. Their number is the number of ones in the size written in binary.
 */
import { sha256 } from '../crypto/digest.ts';

export interface Frontier {
  readonly size: number;
  readonly roots: readonly Buffer[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

export function leafHash(entry: Uint8Array): Buffer {
  return sha256(Buffer.concat([LEAF, entry]));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([NODE, left, right]));
}

/** The frontier after one more leaf: as many joins as the old size ends in ones. */
export function appendLeaf(frontier: Frontier, leaf: Buffer): Frontier {
  const roots = [...frontier.roots];
  let carried = leaf;
  for (let rest = frontier.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = roots.pop();
    if (left === undefined) throw new Error('A frontier has a root for every one of its size');
    carried = nodeHash(left, carried);
  }
  roots.push(carried);
  return { size: frontier.size + 1, roots };
}

/** The root of the whole tree; of the empty one SHA-256 of nothing. */
export function rootOf(frontier: Frontier): Buffer {
  const [last, ...others] = frontier.roots.toReversed();
  if (last === undefined) return sha256('');
  return others.reduce<Buffer>((right, left) => nodeHash(left, right), last);
}
