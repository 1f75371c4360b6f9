/** Making and checking the signatures of a note, each type over its own bytes. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { ok, refuse, type Result } from '@urtuu/kernel';
import { bytesOf, joined, uint64 } from '../bytes.ts';
import { parseCheckpoint } from '../checkpoint.ts';
import { isBy, type Note, type NoteSignature } from './note.ts';
import { keyId, type VerifierKey } from './verifier-key.ts';

/** A key that signs. Where the secret lies is its own affair. */
export interface NoteSigner {
  readonly key: VerifierKey;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** A signature that is good. */
export interface Signed {
  readonly key: VerifierKey;
  /** seconds since 1970, from a cosignature */
  readonly time?: number;
}

export type NoteRefusal =
  /** a signature of a known key does not verify: the whole note is refused */
  | { readonly code: 'note-signature-invalid'; readonly name: string }
  /** no known key signed it */
  | { readonly code: 'note-unsigned' };

/** The signature of the text by this key. `time` is that of a cosignature, in seconds since 1970. */
export function signNote(text: string, { key, sign }: NoteSigner, time = 0): NoteSignature {
  const head = { name: key.name, keyId: keyId(key) };
  switch (key.type) {
    case 'ed25519':
      return { ...head, bytes: sign(bytesOf(text)) };
    case 'cosignature':
      return { ...head, bytes: joined(uint64(time), sign(cosigned(text, time))) };
    case 'mlDsa44': {
      const message = cosignedTree(text, key.name, time);
      if (message === undefined) throw new Error('An ML-DSA-44 cosignature is of a checkpoint');
      return { ...head, bytes: joined(uint64(time), sign(message)) };
    }
  }
}

/**
 * Who of the known keys signed the note. Signatures of others are ignored, also where they share the name of a known
 * key; a bad one of a known key refuses the note.
 */
export function verifyNote(note: Note, keys: readonly VerifierKey[]): Result<readonly Signed[], NoteRefusal> {
  const signed: Signed[] = [];
  for (const signature of note.signatures) {
    const key = keys.find((known) => isBy(signature, known));
    if (key === undefined) continue;
    const good = check(note.text, signature, key);
    if (good === undefined) return refuse({ code: 'note-signature-invalid', name: key.name });
    if (!signed.some((other) => other.key === key)) signed.push(good);
  }
  return signed.length === 0 ? refuse({ code: 'note-unsigned' }) : ok(signed);
}

function check(text: string, { bytes }: NoteSignature, key: VerifierKey): Signed | undefined {
  switch (key.type) {
    case 'ed25519':
      return isEd25519(bytes, bytesOf(text), key) ? { key } : undefined;
    case 'cosignature': {
      const time = timeOf(bytes);
      if (time === undefined || !isEd25519(bytes.subarray(8), cosigned(text, time), key)) return undefined;
      return { key, time };
    }
    case 'mlDsa44': {
      const time = timeOf(bytes);
      const message = time === undefined ? undefined : cosignedTree(text, key.name, time);
      if (time === undefined || message === undefined || !isMlDsa(bytes.subarray(8), message, key))
        return undefined;
      return { key, time };
    }
  }
}

/** What a witness signs: that it saw this text at this time (C2SP tlog-cosignature). */
function cosigned(text: string, time: number): Uint8Array {
  return bytesOf(`cosignature/v1\ntime ${time}\n${text}`);
}

/** `cosigned_message` of C2SP tlog-cosignature for a whole tree; undefined where the text is no checkpoint. */
function cosignedTree(text: string, cosigner: string, time: number): Uint8Array | undefined {
  const checkpoint = parseCheckpoint(text);
  const name = bytesOf(cosigner);
  if (checkpoint === undefined || name.length > 255) return undefined;
  const origin = bytesOf(checkpoint.origin);
  return joined(
    bytesOf('subtree/v1\n\0'),
    Uint8Array.of(name.length),
    name,
    uint64(time),
    Uint8Array.of(origin.length),
    origin,
    uint64(0),
    uint64(checkpoint.size),
    checkpoint.root,
  );
}

function timeOf(bytes: Uint8Array): number | undefined {
  if (bytes.length <= 8) return undefined;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(time) ? time : undefined;
}

function isEd25519(signature: Uint8Array, message: Uint8Array, { publicKey }: VerifierKey): boolean {
  if (signature.length !== 64) return false;
  try {
    // As RFC 8032 and OpenSSL have it, so that all verifiers agree.
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}

function isMlDsa(signature: Uint8Array, message: Uint8Array, { publicKey }: VerifierKey): boolean {
  if (signature.length !== 2420) return false;
  try {
    return ml_dsa44.verify(signature, message, publicKey);
  } catch {
    return false;
  }
}
