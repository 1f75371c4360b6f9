/**
 * An entry of an evidence log: kind, time, position and a salted hash, never an id or a name. The salt stands beside
 * the document; erasing it is the erasure of the person from the log, for the hash then proves nothing about anyone.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson } from '@urtuu/kernel';
import { joined } from '../bytes.ts';
import { toBase64Url } from '../base64url.ts';

export const ENTRY_KINDS = ['sent', 'received', 'receipt', 'state', 'root', 'profile'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface LogEntry {
  readonly kind: EntryKind;
  /** base64url of SHA-256(salt ‖ content hash) */
  readonly hash: string;
  readonly at: Date;
  readonly index: number;
}

export function saltedHash(salt: Uint8Array, contentHash: Uint8Array): string {
  return toBase64Url(sha256(joined(salt, contentHash)));
}

/** The bytes of an entry as the tree hashes them. */
export function entryText(entry: LogEntry): string {
  return canonicalJson({ t: entry.kind, h: entry.hash, at: entry.at.toISOString(), seq: entry.index });
}
