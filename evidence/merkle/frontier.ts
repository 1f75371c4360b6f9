/**
 * An append-only tree of which only the frontier is kept: the roots of its perfect subtrees from left to right. Their
 * number is the number of ones in the size written in binary.
 */
import { EMPTY_ROOT, nodeHash } from './tree-hash.ts';

export interface Frontier {
  readonly size: number;
  readonly roots: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

/** A perfect subtree: the leaves from `index` · 2^`height` on, 2^`height` of them. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/**
 * The frontier after one more leaf: as many joins as the old size ends in ones. Each perfect subtree that the leaf
 * completes is told, the smallest first.
 */
export function appendLeaf(
  frontier: Frontier,
  leaf: Uint8Array,
  completed?: (subtree: Subtree, hash: Uint8Array) => void,
): Frontier {
  const roots = [...frontier.roots];
  let carried = leaf;
  let height = 0;
  let index = frontier.size;
  for (; index % 2 === 1; index = (index - 1) / 2) {
    const left = roots.pop();
    if (left === undefined) throw new Error('A frontier has a root for every one of its size');
    carried = nodeHash(left, carried);
    height += 1;
    completed?.({ height, index: (index - 1) / 2 }, carried);
  }
  roots.push(carried);
  return { size: frontier.size + 1, roots };
}

/** The root of the whole tree; of the empty one SHA-256 of nothing. */
export function rootOf(frontier: Frontier): Uint8Array {
  return joinRoots(frontier.roots);
}

/** The hash of neighbouring perfect subtrees, the larger ones on the left. */
export function joinRoots(roots: readonly Uint8Array[]): Uint8Array {
  const [last, ...others] = roots.toReversed();
  if (last === undefined) return EMPTY_ROOT;
  return others.reduce((right, left) => nodeHash(left, right), last);
}
