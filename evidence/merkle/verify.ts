/** Checking proofs: the algorithms of RFC 9162 sections 2.1.3.2 and 2.1.4.2, whose trees are those of RFC 6962. */
import { sameBytes } from '../bytes.ts';
import { nodeHash } from './tree-hash.ts';

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the leaf stands at this index in the tree of this size and root. */
export function verifyInclusion({ index, size, leaf, proof, root }: Inclusion): boolean {
  if (index < 0 || index >= size) return false;
  let place: Place = { node: index, last: size - 1 };
  let hash = leaf;
  for (const sibling of proof) {
    if (place.last === 0) return false;
    if (place.node % 2 === 1 || place.node === place.last) {
      hash = nodeHash(sibling, hash);
      place = pastLoners(place);
    } else {
      hash = nodeHash(hash, sibling);
    }
    place = parent(place);
  }
  return place.last === 0 && sameBytes(hash, root);
}

export interface Consistency {
  readonly old: number;
  readonly oldRoot: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Whether the old tree is the beginning of the new one. Any tree begins with the empty one. */
export function verifyConsistency({ old, oldRoot, size, root, proof }: Consistency): boolean {
  if (old < 0 || old > size) return false;
  if (old === size) return proof.length === 0 && sameBytes(oldRoot, root);
  if (old === 0) return proof.length === 0;
  if (proof.length === 0) return false;
  const [first, ...rest] = isPowerOfTwo(old) ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let place: Place = { node: old - 1, last: size - 1 };
  while (place.node % 2 === 1) place = parent(place);
  let [before, after] = [first, first];
  for (const hash of rest) {
    if (place.last === 0) return false;
    if (place.node % 2 === 1 || place.node === place.last) {
      before = nodeHash(hash, before);
      after = nodeHash(hash, after);
      place = pastLoners(place);
    } else {
      after = nodeHash(after, hash);
    }
    place = parent(place);
  }
  return place.last === 0 && sameBytes(before, oldRoot) && sameBytes(after, root);
}

/** A node of one height of the tree, and the last node of that height. */
interface Place {
  readonly node: number;
  readonly last: number;
}

function parent({ node, last }: Place): Place {
  return { node: Math.floor(node / 2), last: Math.floor(last / 2) };
}

/** The last node of a height may have no sibling; then it is carried up until it has one on its left. */
function pastLoners(place: Place): Place {
  let up = place;
  while (up.node % 2 === 0 && up.node !== 0) up = parent(up);
  return up;
}

function isPowerOfTwo(size: number): boolean {
  let rest = size;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}
