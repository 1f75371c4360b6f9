/** Verifier keys of C2SP signed notes: `name+key id+base64(type ‖ public key)`. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOf, fromBase64, joined, toBase64, toHex } from '../bytes.ts';

/** Signature types that we know, by the byte that names them. */
export const NOTE_TYPES = {
  /** Ed25519 over the text of the note: how a log signs */
  ed25519: 0x01,
  /** Ed25519 cosignature with its time: how a witness signs */
  cosignature: 0x04,
  /** ML-DSA-44 cosignature with its time: how a witness signs against quantum computers */
  mlDsa44: 0x06,
} as const;
export type NoteType = keyof typeof NOTE_TYPES;

const KEY_LENGTHS = { ed25519: 32, cosignature: 32, mlDsa44: 1312 } as const satisfies Record<
  NoteType,
  number
>;

export interface VerifierKey {
  readonly name: string;
  readonly type: NoteType;
  readonly publicKey: Uint8Array;
}

/** The four bytes before a signature: with the name they say which key made it, and in which way. */
export function keyId({ name, type, publicKey }: VerifierKey): Uint8Array {
  return sha256(joined(bytesOf(name), Uint8Array.of(0x0a, NOTE_TYPES[type]), publicKey)).subarray(0, 4);
}

export function formatVerifierKey(key: VerifierKey): string {
  const material = joined(Uint8Array.of(NOTE_TYPES[key.type]), key.publicKey);
  return `${key.name}+${toHex(keyId(key))}+${toBase64(material)}`;
}

/** Undefined for a key of another type, of another length, or whose id is not that of its name and bytes. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const [name = '', id, ...rest] = text.split('+');
  // Base64 may hold a plus itself.
  const material = fromBase64(rest.join('+'));
  const type = noteType(material?.[0]);
  if (!isKeyName(name) || material === undefined || type === undefined) return undefined;
  const key = { name, type, publicKey: material.subarray(1) };
  const fits = key.publicKey.length === KEY_LENGTHS[type] && toHex(keyId(key)) === id;
  return fits ? key : undefined;
}

/** Not empty, no space of any kind, no plus. */
export function isKeyName(name: string): boolean {
  return /^[^\s+\p{Zs}\p{Cc}]+$/u.test(name);
}

function noteType(byte: number | undefined): NoteType | undefined {
  const known = Object.keys(NOTE_TYPES) as NoteType[];
  return known.find((type) => NOTE_TYPES[type] === byte);
}
