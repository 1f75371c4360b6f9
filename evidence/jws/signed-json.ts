/**
 * Signed documents, receipts and profiles of the exchange, verified anywhere: the JSON serialisation of JWS as the
 * exchange profile narrows it. The exchange itself uses node:crypto, which is faster and which no browser has.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import {
  canonicalJson,
  EXCHANGE_JSON_LIMITS,
  isJsonObject,
  type Json,
  type JsonObject,
  ok,
  parseStrictJson,
  refuse,
  type Result,
} from '@urtuu/kernel';
import { fromBase64Url } from '../base64url.ts';
import { bytesOf, joined } from '../bytes.ts';

/** What a text says it is, by its protected header. */
export const JWS_TYPES = {
  document: 'urtuu+jws',
  receipt: 'urtuu-receipt+jws',
  profile: 'urtuu-profile+jws',
} as const;
export type JwsType = keyof typeof JWS_TYPES;

export interface SigningKey {
  readonly kid: string;
  readonly alg: 'EdDSA' | 'ES256';
  readonly from: Date;
  readonly to: Date | null;
  /** coordinates as in the JWK */
  readonly x: Uint8Array;
  readonly y?: Uint8Array;
}

export interface SignedJson {
  readonly type: JwsType;
  readonly payload: JsonObject;
  /** names of the keys that signed, as the protected headers have them */
  readonly kids: readonly string[];
  /** checks the signatures: all of known keys good and valid at the instant, and one at least */
  verify(keyOf: (kid: string) => SigningKey | undefined, at: Date): Result<string, SignatureRefusal>;
}

export interface SignatureRefusal {
  readonly code: 'key-unknown' | 'key-not-valid' | 'signature-invalid';
  readonly kid: string;
}

const LIMITS = { ...EXCHANGE_JSON_LIMITS, maxLength: 2 * EXCHANGE_JSON_LIMITS.maxLength };

interface Part {
  readonly kid: string;
  readonly alg: Json | undefined;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Reads a signed text of one of our types without checking its signatures; undefined for anything else. */
export function readSignedJson(text: string): SignedJson | undefined {
  const container = objectOf(text);
  if (container === undefined || Object.keys(container).length !== 2) return undefined;
  const { payload: payloadText, signatures } = container;
  if (typeof payloadText !== 'string' || !Array.isArray(signatures) || signatures.length === 0)
    return undefined;
  const payload = decodedObject(payloadText);
  const parts: Part[] = [];
  const types = new Set<JwsType | undefined>();
  for (const entry of signatures as Json[]) {
    const part = partOf(entry, payloadText);
    if (part === undefined) return undefined;
    types.add(part.type);
    parts.push(part);
  }
  const [type, ...more] = types;
  if (payload === undefined || type === undefined || more.length > 0) return undefined;
  return {
    type,
    payload,
    kids: parts.map(({ kid }) => kid),
    verify: (keyOf, at) => verifyParts(parts, keyOf, at),
  };
}

function partOf(entry: Json, payload: string): (Part & { type: JwsType | undefined }) | undefined {
  if (!isJsonObject(entry) || Object.keys(entry).length !== 2) return undefined;
  const { protected: head, signature } = entry;
  if (typeof head !== 'string' || typeof signature !== 'string') return undefined;
  const header = decodedObject(head);
  const bytes = fromBase64Url(signature);
  if (header === undefined || bytes === undefined || typeof header['kid'] !== 'string') return undefined;
  if (canonicalJson(header['crit'] ?? null) !== '["prof","iat"]') return undefined;
  const types = Object.keys(JWS_TYPES) as JwsType[];
  return {
    kid: header['kid'],
    alg: header['alg'],
    type: types.find((type) => JWS_TYPES[type] === header['typ']),
    signed: bytesOf(`${head}.${payload}`),
    signature: bytes,
  };
}

function verifyParts(
  parts: readonly Part[],
  keyOf: (kid: string) => SigningKey | undefined,
  at: Date,
): Result<string, SignatureRefusal> {
  let good: string | undefined;
  for (const part of parts) {
    const { kid } = part;
    const key = keyOf(kid);
    // A suite of another state beside a known one is no fault.
    if (key === undefined) continue;
    if (at < key.from || (key.to !== null && at >= key.to)) return refuse({ code: 'key-not-valid', kid });
    if (part.alg !== key.alg || !isGood(part, key)) return refuse({ code: 'signature-invalid', kid });
    good ??= kid;
  }
  return good === undefined ? refuse({ code: 'key-unknown', kid: parts[0]?.kid ?? '' }) : ok(good);
}

function isGood({ signed, signature }: Part, { alg, x, y = new Uint8Array() }: SigningKey): boolean {
  if (signature.length !== 64) return false;
  try {
    return alg === 'EdDSA'
      ? ed25519.verify(signature, signed, x, { zip215: false })
      : p256.verify(signature, signed, joined(Uint8Array.of(4), x, y), { lowS: false });
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}

function decodedObject(text: string): JsonObject | undefined {
  const bytes = fromBase64Url(text);
  if (bytes === undefined) return undefined;
  try {
    return objectOf(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function objectOf(text: string): JsonObject | undefined {
  const json = parseStrictJson(text, LIMITS);
  return json.ok && isJsonObject(json.value) ? json.value : undefined;
}
