/**
 * JSON Web Encryption, JSON serialisation (RFC 7516 section 7.2.1), in the one suite of the profile:
 * `ECDH-ES+A256KW` with `A256GCM`, one recipient entry per institution key, never compressed. In clear stand only
 * `tid`, `prof` and `to`, so that a node without the key can route, receipt and log, and not read.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import {
  canonicalJson,
  isJsonObject,
  ok,
  parseStrictJson,
  refuse,
  type Json,
  type Result,
} from '@urtuu/kernel';
import { fromBase64url } from './digest.ts';
import { publicJwkSchema, type PrivateKey, type PublicJwk, type PublicKey } from './jwk.ts';
import { readMembers, SECURITY_JSON_LIMITS } from './members.ts';

export interface SealedHeader {
  /** transmission id */
  readonly tid: string;
  /** profile, `name@semver` */
  readonly prof: string;
  /** institution ids of the recipients */
  readonly to: readonly string[];
}

export type JweRefusalCode =
  | 'jwe-malformed'
  | 'jwe-suite-forbidden'
  | 'jwe-recipient-missing'
  | 'jwe-decrypt-failed';
export interface JweRefusal {
  readonly code: JweRefusalCode;
  readonly found: string;
}

const ALG = 'ECDH-ES+A256KW';
const ENC = 'A256GCM';
const TYP = 'urtuu+jwe';
const CTY = 'urtuu+jws';
/** RFC 3394 section 2.2.3.1 */
const WRAP_IV = Buffer.alloc(8, 0xa6);

/** Seals a text for every recipient key. `random` fills fresh bytes. */
export function seal(
  plaintext: string,
  header: SealedHeader,
  recipients: readonly PublicKey[],
  random: (length: number) => Uint8Array,
): string {
  const { tid, prof, to } = header;
  const head = Buffer.from(canonicalJson({ alg: ALG, enc: ENC, typ: TYP, cty: CTY, tid, prof, to })).toString(
    'base64url',
  );
  const contentKey = random(32);
  const iv = random(12);
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(head));
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return canonicalJson({
    protected: head,
    recipients: recipients.map((key) => wrapFor(key, contentKey)),
    iv: Buffer.from(iv).toString('base64url'),
    ciphertext: ciphertext.toString('base64url'),
    tag: cipher.getAuthTag().toString('base64url'),
  });
}

interface Sealed {
  readonly header: SealedHeader;
  readonly head: string;
  readonly recipients: readonly Json[];
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

/** What stands in clear; checks the form and the suite, opens nothing. */
export function sealedHeader(text: string): Result<SealedHeader, JweRefusal> {
  const sealed = readSealed(text);
  return sealed.ok ? ok(sealed.value.header) : sealed;
}

/** Opens a sealed text with whichever of our keys it names. */
export function open(
  text: string,
  keyOf: (kid: string) => PrivateKey | undefined,
): Result<{ header: SealedHeader; plaintext: string }, JweRefusal> {
  const read = readSealed(text);
  if (!read.ok) return read;
  const sealed = read.value;
  for (const entry of sealed.recipients) {
    const recipient = readMembers(entry, { header: 'object', encrypted_key: 'string' });
    const kid = recipient?.header['kid'];
    if (recipient === undefined || typeof kid !== 'string') return refused('jwe-malformed', 'recipient');
    const key = keyOf(kid);
    if (key === undefined || key.use !== 'encrypt') continue;
    const contentKey = unwrap(key, recipient.header['epk'], recipient.encrypted_key);
    const plaintext = contentKey && decrypt(sealed, contentKey);
    if (plaintext === undefined) return refused('jwe-decrypt-failed', kid);
    return ok({ header: sealed.header, plaintext });
  }
  return refused('jwe-recipient-missing', sealed.header.to.join(' '));
}

function readSealed(text: string): Result<Sealed, JweRefusal> {
  const container = parseStrictJson(text, SECURITY_JSON_LIMITS);
  if (!container.ok) return refused('jwe-malformed', container.error.code);
  const outer = readMembers(container.value, {
    protected: 'string',
    recipients: 'array',
    iv: 'string',
    ciphertext: 'string',
    tag: 'string',
  });
  if (outer === undefined) return refused('jwe-malformed', 'members');
  const head = fromBase64url(outer.protected);
  const parsed = head && parseStrictJson(head.toString(), SECURITY_JSON_LIMITS);
  if (parsed === undefined || !parsed.ok || !isJsonObject(parsed.value))
    return refused('jwe-malformed', 'protected header');
  const { alg, enc, typ, cty, tid, prof, to, ...others } = parsed.value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return refused('jwe-suite-forbidden', unknown);
  if (alg !== ALG || enc !== ENC)
    return refused('jwe-suite-forbidden', canonicalJson([alg ?? null, enc ?? null]));
  if (typ !== TYP || cty !== CTY || typeof tid !== 'string' || typeof prof !== 'string' || !isTextList(to)) {
    return refused('jwe-malformed', 'clear members');
  }
  const [iv, ciphertext, tag] = [outer.iv, outer.ciphertext, outer.tag].map(fromBase64url);
  if (ciphertext === undefined || iv?.length !== 12 || tag?.length !== 16)
    return refused('jwe-malformed', 'iv, tag');
  return ok({
    header: { tid, prof, to },
    head: outer.protected,
    recipients: outer.recipients,
    iv,
    ciphertext,
    tag,
  });
}

function wrapFor(key: PublicKey, contentKey: Uint8Array): Json {
  if (key.alg !== ALG) throw new Error(`Key ${key.kid} does not encrypt`);
  const ephemeral =
    key.jwk.crv === 'P-256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('x25519');
  const epk = publicJwkSchema.parse(ephemeral.publicKey.export({ format: 'jwk' }));
  const wrapper = createCipheriv('id-aes256-wrap', agreedKey(ephemeral.privateKey, key.key), WRAP_IV);
  const wrapped = Buffer.concat([wrapper.update(contentKey), wrapper.final()]);
  return { header: { kid: key.kid, epk }, encrypted_key: wrapped.toString('base64url') };
}

/** undefined for a point of another curve, a forged wrapping, or a key of the wrong length: all one answer. */
function unwrap(key: PrivateKey, epk: Json | undefined, encrypted: string): Buffer | undefined {
  const jwk = publicJwkSchema.safeParse(epk);
  const wrapped = fromBase64url(encrypted);
  if (!jwk.success || jwk.data.crv !== key.jwk.crv || wrapped?.length !== 40) return undefined;
  try {
    const kek = agreedKey(key.privateKey, ephemeralKey(jwk.data));
    const unwrapper = createDecipheriv('id-aes256-wrap', kek, WRAP_IV);
    return Buffer.concat([unwrapper.update(wrapped), unwrapper.final()]);
  } catch {
    return undefined;
  }
}

function ephemeralKey(jwk: PublicJwk): KeyObject {
  return createPublicKey({ key: jwk, format: 'jwk' });
}

function decrypt(sealed: Sealed, contentKey: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', contentKey, sealed.iv)
      .setAAD(Buffer.from(sealed.head))
      .setAuthTag(sealed.tag);
    return Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Concat KDF of RFC 7518 section 4.6.2 for one block of SHA-256: empty PartyUInfo and PartyVInfo, 256 bits. */
const OTHER_INFO = Buffer.concat([uint32(ALG.length), Buffer.from(ALG), uint32(0), uint32(0), uint32(256)]);

function agreedKey(privateKey: KeyObject, publicKey: KeyObject): Buffer {
  const secret = diffieHellman({ privateKey, publicKey });
  return createHash('sha256').update(uint32(1)).update(secret).update(OTHER_INFO).digest();
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function isTextList(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function refused(code: JweRefusalCode, found: string): Result<never, JweRefusal> {
  return refuse({ code, found });
}
