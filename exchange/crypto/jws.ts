/**
 * JSON Web Signature, JSON serialisation (RFC 7515 section 7.2.1), as the exchange profile narrows it: payload is
 * canonical JSON, one or more signatures, `typ`, `cty`, `prof`, `iat` and `crit` protected, no unprotected header.
 * Built on node:crypto rather than jose because the synchronous calls cost 50 µs where WebCrypto's queue costs 200;
 * the tests check both directions against jose.
 */
import {
  canonicalJson,
  isJsonObject,
  ok,
  parseStrictJson,
  refuse,
  type Json,
  type JsonObject,
  type Result,
} from '@urtuu/kernel';
import { fromBase64url } from './digest.ts';
import { isValidAt, type PrivateKey, type PublicKey } from './jwk.ts';
import { readMembers, SECURITY_JSON_LIMITS } from './members.ts';
import { signatureAlg, signBytes, verifyBytes } from './signature.ts';

/** What is signed: documents and receipts share the serialisation and differ in `typ` and `cty`. */
export interface JwsKind {
  readonly typ: string;
  readonly cty: string;
}

export const DOCUMENT_JWS: JwsKind = { typ: 'urtuu+jws', cty: 'urtuu-envelope+json' };
export const RECEIPT_JWS: JwsKind = { typ: 'urtuu-receipt+jws', cty: 'urtuu-receipt+json' };
export const PROFILE_JWS: JwsKind = { typ: 'urtuu-profile+jws', cty: 'urtuu-profile+json' };

/** What an officer states and the institution signs, beside any transmission. */
export const STATEMENT_JWS: JwsKind = { typ: 'urtuu-statement+jws', cty: 'urtuu-statement+json' };

export type JwsRefusalCode =
  | 'jws-malformed'
  | 'jws-alg-forbidden'
  | 'jws-header-forbidden'
  | 'jws-crit-unknown'
  | 'jws-kind-wrong'
  | 'jws-key-unknown'
  | 'jws-key-not-valid'
  | 'jws-signature-invalid'
  | 'jws-payload-not-canonical';

export interface JwsRefusal {
  readonly code: JwsRefusalCode;
  readonly found: string;
}

export interface SignedJson {
  readonly payload: JsonObject;
  readonly prof: string;
  /** seconds since the epoch, the signer's clock */
  readonly iat: number;
  readonly kids: readonly string[];
}

const CRITICAL: readonly string[] = ['prof', 'iat'];
/** Headers that would let the message bring its own key, or change what is signed. */
const FORBIDDEN_HEADERS = ['jwk', 'jku', 'x5u', 'x5c', 'x5t', 'x5t#S256', 'zip', 'b64'];
const FORBIDDEN_ALG = /^(?:none|HS\d+|RS1)$/i;

/** Signs a value with every key given; the text is final: it is stored, sent and hashed as it is. */
export function signJson(
  payload: Json,
  kind: JwsKind,
  signer: { keys: readonly PrivateKey[]; prof: string; at: Date },
): string {
  const body = Buffer.from(canonicalJson(payload)).toString('base64url');
  const signatures = signer.keys.map((key) => {
    const header = {
      alg: signatureAlg(key),
      kid: key.kid,
      typ: kind.typ,
      cty: kind.cty,
      prof: signer.prof,
      iat: Math.floor(signer.at.getTime() / 1000),
      crit: CRITICAL,
    };
    const head = Buffer.from(canonicalJson(header)).toString('base64url');
    return {
      protected: head,
      signature: signBytes(key, Buffer.from(`${head}.${body}`)).toString('base64url'),
    };
  });
  return canonicalJson({ payload: body, signatures });
}

export interface JwsVerification {
  readonly kind: JwsKind;
  readonly keyOf: (kid: string) => PublicKey | undefined;
  /** the instant at which the key must have been valid: that of the first receipt */
  readonly at: Date;
}

/**
 * Verifies every signature whose algorithm we run; at least one must be there and none may fail. A signature of
 * another suite may stand beside it (RFC 7515 section 5.2 lets the application decide), `none` and HMAC never.
 */
export function verifyJson(text: string, wanted: JwsVerification): Result<SignedJson, JwsRefusal> {
  const container = parseStrictJson(text, SECURITY_JSON_LIMITS);
  if (!container.ok) return refused('jws-malformed', container.error.code);
  const outer = readMembers(container.value, { payload: 'string', signatures: 'array' });
  if (outer === undefined || outer.signatures.length === 0) return refused('jws-malformed', 'members');
  const verified: ProtectedHeader[] = [];
  for (const entry of outer.signatures) {
    const checked = verifySignature(entry, outer.payload, wanted);
    if (!checked.ok) return checked;
    if (checked.value !== undefined) verified.push(checked.value);
  }
  const [first] = verified;
  if (first === undefined) return refused('jws-alg-forbidden', 'no signature of a suite in use');
  const payload = canonicalPayload(outer.payload);
  if (payload === undefined) return refused('jws-payload-not-canonical', 'payload');
  return ok({ payload, prof: first.prof, iat: first.iat, kids: verified.map((header) => header.kid) });
}

interface ProtectedHeader {
  readonly kid: string;
  readonly prof: string;
  readonly iat: number;
}

/** undefined: a signature of a suite that we do not run */
function verifySignature(
  entry: Json,
  payload: string,
  wanted: JwsVerification,
): Result<ProtectedHeader | undefined, JwsRefusal> {
  const parts = readMembers(entry, { protected: 'string', signature: 'string' });
  if (parts === undefined) return refused('jws-malformed', 'signature entry');
  const header = protectedHeader(parts.protected);
  if (header === undefined) return refused('jws-malformed', 'protected header');
  const forbidden = FORBIDDEN_HEADERS.find((name) => Object.hasOwn(header, name));
  if (forbidden !== undefined) return refused('jws-header-forbidden', forbidden);
  const { alg, kid, typ, cty, prof, iat, crit } = header;
  if (typeof alg !== 'string' || FORBIDDEN_ALG.test(alg))
    return refused('jws-alg-forbidden', canonicalJson(alg ?? null));
  if (!isCriticalUnderstood(crit)) return refused('jws-crit-unknown', canonicalJson(crit ?? null));
  if (alg !== 'EdDSA' && alg !== 'ES256') return ok(undefined);
  if (typ !== wanted.kind.typ || cty !== wanted.kind.cty)
    return refused('jws-kind-wrong', canonicalJson([typ ?? null, cty ?? null]));
  if (typeof kid !== 'string' || typeof prof !== 'string' || typeof iat !== 'number') {
    return refused('jws-malformed', 'kid, prof or iat');
  }
  const key = wanted.keyOf(kid);
  if (key === undefined || key.use !== 'sign') return refused('jws-key-unknown', kid);
  if (key.alg !== alg) return refused('jws-alg-forbidden', `${alg} for ${kid}`);
  if (!isValidAt(key, wanted.at)) return refused('jws-key-not-valid', kid);
  const signature = fromBase64url(parts.signature);
  const signed = Buffer.from(`${parts.protected}.${payload}`);
  if (signature === undefined || !verifyBytes(key, signed, signature))
    return refused('jws-signature-invalid', kid);
  return ok({ kid, prof, iat });
}

function isCriticalUnderstood(crit: Json | undefined): boolean {
  if (!Array.isArray(crit)) return false;
  return crit.length === CRITICAL.length && CRITICAL.every((name) => crit.includes(name));
}

function protectedHeader(encoded: string): JsonObject | undefined {
  const bytes = fromBase64url(encoded);
  if (bytes === undefined) return undefined;
  const parsed = parseStrictJson(bytes.toString(), SECURITY_JSON_LIMITS);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}

function canonicalPayload(encoded: string): JsonObject | undefined {
  const text = fromBase64url(encoded)?.toString();
  if (text === undefined) return undefined;
  const parsed = parseStrictJson(text, SECURITY_JSON_LIMITS);
  if (!parsed.ok || !isJsonObject(parsed.value)) return undefined;
  return canonicalJson(parsed.value) === text ? parsed.value : undefined;
}

function refused(code: JwsRefusalCode, found: string): Result<never, JwsRefusal> {
  return refuse({ code, found });
}
