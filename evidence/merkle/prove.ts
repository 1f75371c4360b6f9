/** Making proofs (RFC 6962 section 2.1.1 and 2.1.2) from hashes of perfect subtrees, wherever those are kept. */
import { joinRoots, type Subtree } from './frontier.ts';

/** Reads the hash of a perfect subtree that is whole in the tree. */
export type SubtreeHashes = (subtree: Subtree) => Promise<Uint8Array>;

/** Leaves from the first on, up to the one before the end. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The sibling hashes from a leaf up to the root of the tree of this size. Throws where the tree has no such leaf. */
export function inclusionProof(
  hashes: SubtreeHashes,
  { index, size }: { readonly index: number; readonly size: number },
): Promise<Uint8Array[]> {
  if (index < 0 || index >= size) throw new Error(`A tree of ${size} leaves has no leaf ${index}`);
  return hashesOf(hashes, pathRanges(index, { start: 0, end: size }));
}

/** Proof that the tree of the old size is the beginning of that of the new one; empty if the old one is empty. */
export function consistencyProof(
  hashes: SubtreeHashes,
  { old, size }: { readonly old: number; readonly size: number },
): Promise<Uint8Array[]> {
  if (old < 0 || old > size) throw new Error(`A tree of ${old} leaves is no beginning of one of ${size}`);
  if (old === 0 || old === size) return Promise.resolve([]);
  return hashesOf(hashes, consistencyRanges(old, { start: 0, end: size }, 'known'));
}

/** The root that the tree had at this size. */
export function rootAt(hashes: SubtreeHashes, size: number): Promise<Uint8Array> {
  return rangeHash(hashes, { start: 0, end: size });
}

function hashesOf(hashes: SubtreeHashes, ranges: readonly Range[]): Promise<Uint8Array[]> {
  return Promise.all(ranges.map((range) => rangeHash(hashes, range)));
}

/** PATH(m, D[n]) of section 2.1.1. */
function pathRanges(index: number, { start, end }: Range): Range[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...pathRanges(index, { start, end: middle }), { start: middle, end }]
    : [...pathRanges(index, { start: middle, end }), { start, end: middle }];
}

/** SUBPROOF(m, D[n], b) of section 2.1.2; a root that the verifier has is not sent. */
function consistencyRanges(old: number, { start, end }: Range, root: 'known' | 'unknown'): Range[] {
  if (old === end) return root === 'known' ? [] : [{ start, end }];
  const middle = start + splitOf(end - start);
  return old <= middle
    ? [...consistencyRanges(old, { start, end: middle }, root), { start: middle, end }]
    : [...consistencyRanges(old, { start: middle, end }, 'unknown'), { start, end: middle }];
}

/** The largest power of two below a size of two or more. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The hash over leaves that begin where a subtree of their number may begin. */
async function rangeHash(hashes: SubtreeHashes, { start, end }: Range): Promise<Uint8Array> {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end;) {
    let [height, leaves] = [0, 1];
    while (at + leaves * 2 <= end && at % (leaves * 2) === 0) [height, leaves] = [height + 1, leaves * 2];
    subtrees.push({ height, index: at / leaves });
    at += leaves;
  }
  return joinRoots(await Promise.all(subtrees.map(hashes)));
}
