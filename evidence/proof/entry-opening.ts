/** The extra of our proofs: what makes the log's entry again from a document. Canonical JSON. */
import { canonicalJson, isJsonObject, type Json, type JsonLimits, parseStrictJson } from '@urtuu/kernel';
import { fromBase64Url, toBase64Url } from '../base64url.ts';
import { bytesOf } from '../bytes.ts';
import { ENTRY_KINDS, entryText, saltedHash, type EntryKind } from '../entry/entry.ts';
import { leafHash } from '../merkle/tree-hash.ts';

export interface EntryOpening {
  readonly salt: Uint8Array;
  /** SHA-256 of what the entry is about */
  readonly contentHash: Uint8Array;
  readonly kind: EntryKind;
  readonly at: Date;
  /** index in the log */
  readonly index: number;
  /**
   * the receipt, as signed, that names the document: for a document that came in, the log of its receiver has the
   * receipt and not the document itself
   */
  readonly receipt?: string;
}

const LIMITS: JsonLimits = { maxDepth: 4, maxLength: 1_000_000, integersOnly: true };

export function formatOpening({ salt, contentHash, kind, at, index, receipt }: EntryOpening): Uint8Array {
  return bytesOf(
    canonicalJson({
      salt: toBase64Url(salt),
      contentHash: toBase64Url(contentHash),
      t: kind,
      at: at.toISOString(),
      seq: index,
      ...(receipt === undefined ? {} : { receipt }),
    }),
  );
}

/** Undefined for bytes that `formatOpening` would not write. */
export function parseOpening(extra: Uint8Array): EntryOpening | undefined {
  const json = parseStrictJson(textOf(extra) ?? '', LIMITS);
  if (!json.ok || !isJsonObject(json.value)) return undefined;
  const { salt, contentHash, t, at, seq, receipt } = json.value;
  const [saltBytes, hashBytes] = [hashOf(salt), hashOf(contentHash)];
  const kind = ENTRY_KINDS.find((known) => known === t);
  const time = typeof at === 'string' ? new Date(at) : undefined;
  if (saltBytes === undefined || hashBytes === undefined || kind === undefined) return undefined;
  if (time === undefined || Number.isNaN(time.getTime()) || typeof seq !== 'number') return undefined;
  if (receipt !== undefined && typeof receipt !== 'string') return undefined;
  const opening: EntryOpening = {
    salt: saltBytes,
    contentHash: hashBytes,
    kind,
    at: time,
    index: seq,
    ...(receipt === undefined ? {} : { receipt }),
  };
  return textOf(formatOpening(opening)) === textOf(extra) ? opening : undefined;
}

/** The leaf that an entry so opened has in the tree. */
export function leafOf({ salt, contentHash, kind, at, index }: EntryOpening): Uint8Array {
  return leafHash(bytesOf(entryText({ kind, hash: saltedHash(salt, contentHash), at, index })));
}

function hashOf(value: Json | undefined): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? fromBase64Url(value) : undefined;
  return bytes?.length === 32 ? bytes : undefined;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
