/** Entry bundles of C2SP tlog-tiles: each entry after its length in two bytes, big-endian. */
import { joined } from '../bytes.ts';

/** Bytes that an entry may have at most. */
export const LONGEST_ENTRY = 65_535;

/** Throws for an entry that is too long. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return joined(...entries.flatMap((entry) => [lengthOf(entry), entry]));
}

/** The entries of a bundle; undefined where it ends in the middle of one. */
export function parseEntryBundle(bundle: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length;) {
    const [high, low] = bundle.subarray(at, at + 2);
    if (high === undefined || low === undefined) return undefined;
    const end = at + 2 + high * 256 + low;
    if (end > bundle.length) return undefined;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

function lengthOf(entry: Uint8Array): Uint8Array {
  if (entry.length > LONGEST_ENTRY)
    throw new Error(`An entry has ${entry.length} bytes; at most ${LONGEST_ENTRY} fit`);
  return Uint8Array.of(entry.length >> 8, entry.length & 0xff);
}
