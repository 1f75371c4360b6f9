/** What of a partner's signed profile a verifier needs: the name, the log, and the keys with their times. */
import { canonicalJson, isJsonObject, type Json, type JsonObject, type Locale, LOCALES } from '@urtuu/kernel';
import { fromBase64Url } from '../base64url.ts';
import { readSignedJson, type SigningKey } from '../jws/signed-json.ts';
import type { VerifierKey } from '../note/verifier-key.ts';

export interface TrustedInstitution {
  readonly institutionId: string;
  readonly name: Partial<Record<Locale, string>>;
  /** name of its evidence log */
  readonly log: string;
  readonly signingKeys: readonly SigningKey[];
  readonly logKeys: readonly VerifierKey[];
  readonly witnessKeys: readonly VerifierKey[];
}

/** Undefined for anything but a compact JWS that one of its own signing keys signed. */
export function readProfile(compact: string): TrustedInstitution | undefined {
  const [head = '', payload = '', signature = ''] = compact.split('.');
  const signed = readSignedJson(canonicalJson({ payload, signatures: [{ protected: head, signature }] }));
  if (signed?.type !== 'profile') return undefined;
  const { institutionId, name, log, issuedAt, keys } = signed.payload;
  if (typeof institutionId !== 'string' || typeof log !== 'string' || !Array.isArray(keys)) return undefined;
  const read = (keys as Json[]).map((key) => keyOf(key));
  const good = read.filter((key) => key !== undefined);
  const at = new Date(typeof issuedAt === 'string' ? issuedAt : NaN);
  if (good.length < read.length || Number.isNaN(at.getTime())) return undefined;
  const signingKeys = good.filter(({ use }) => use === 'sign').map(({ key }) => key);
  if (!signingKeys.every(({ kid }) => kid.startsWith(`${institutionId}#`))) return undefined;
  if (!signed.verify((kid) => signingKeys.find((key) => key.kid === kid), at).ok) return undefined;
  const noteKeys = (use: string, type: VerifierKey['type'], keyName: string): VerifierKey[] =>
    good.filter((one) => one.use === use).map(({ key }) => ({ name: keyName, type, publicKey: key.x }));
  return {
    institutionId,
    name: namesOf(name),
    log,
    signingKeys,
    logKeys: noteKeys('log', 'ed25519', log),
    witnessKeys: noteKeys('witness', 'cosignature', `${log}/witness`),
  };
}

/** Keys that encrypt have another algorithm; they are read over. */
function keyOf(entry: Json): { readonly use: string; readonly key: SigningKey } | undefined {
  if (!isJsonObject(entry) || !isJsonObject(entry['jwk'] ?? null)) return undefined;
  const { kid, use, alg, from, to } = entry;
  const { x, y } = entry['jwk'] as JsonObject;
  if (typeof kid !== 'string' || typeof use !== 'string' || typeof from !== 'string') return undefined;
  const xBytes = typeof x === 'string' ? fromBase64Url(x) : undefined;
  const yBytes = typeof y === 'string' ? fromBase64Url(y) : undefined;
  if (xBytes === undefined || (to !== null && typeof to !== 'string')) return undefined;
  const key: SigningKey = {
    kid,
    alg: alg === 'ES256' ? 'ES256' : 'EdDSA',
    from: new Date(from),
    to: to === null ? null : new Date(to),
    x: xBytes,
    ...(yBytes === undefined ? {} : { y: yBytes }),
  };
  return { use, key };
}

function namesOf(name: Json | undefined): Partial<Record<Locale, string>> {
  if (!isJsonObject(name ?? null)) return {};
  const names = name as JsonObject;
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const text = names[locale];
      return typeof text === 'string' ? [[locale, text]] : [];
    }),
  );
}
