/**
 * The partner profile: who an institution is, where it listens and with which keys, signed by itself as compact JWS.
 * The first import is an act of trust of the operator, who compares thumbprints; later ones must be signed by a key
 * that is already known.
 */
import {
  LOCALES,
  ok,
  parseStrictJson,
  EXCHANGE_JSON_LIMITS,
  refuse,
  type JsonObject,
  type Result,
} from '@urtuu/kernel';
import { z } from 'zod';
import { fromBase64url } from '../crypto/digest.ts';
import {
  KEY_ALGS,
  KEY_USES,
  keyFits,
  publicJwkSchema,
  publicKey,
  type PrivateKey,
  type PublicKey,
} from '../crypto/jwk.ts';
import { PROFILE_JWS, signJson, verifyJson } from '../crypto/jws.ts';
import type { ExchangeSelf, ProfileRefusal } from '../exchange.ts';

const name = z.record(z.enum(LOCALES), z.string().min(1));

export const partnerProfileSchema = z.strictObject({
  v: z.literal('1'),
  institutionId: z.string().min(1).max(200),
  nodeId: z.string().min(1).max(60),
  country: z.string().regex(/^[A-Z]{2}$/),
  name,
  baseUrl: z.url({ protocol: /^https?$/ }).max(300),
  profiles: z.array(z.string()).min(1).max(50),
  limits: z.strictObject({
    maxBytes: z.number().int().positive(),
    maxLifeSeconds: z.number().int().positive(),
  }),
  /** name of its evidence log */
  log: z.string().min(1),
  issuedAt: z.iso.datetime(),
  keys: z
    .array(
      z.strictObject({
        kid: z.string().min(1).max(300),
        use: z.enum(KEY_USES),
        alg: z.enum(KEY_ALGS),
        from: z.iso.datetime(),
        to: z.iso.datetime().nullable(),
        jwk: publicJwkSchema,
      }),
    )
    .min(1)
    .max(100),
});
export type PartnerProfile = z.infer<typeof partnerProfileSchema>;

/** This node's profile with the public half of all its keys, signed with its present signing key. */
export function signProfile(
  self: ExchangeSelf,
  wanted: {
    keys: readonly PrivateKey[];
    signer: PrivateKey;
    profiles: readonly string[];
    log: string;
    at: Date;
  },
): string {
  const profile: JsonObject = {
    v: '1',
    institutionId: self.institutionId,
    nodeId: self.nodeId,
    country: self.country,
    name: { ...self.name },
    baseUrl: self.baseUrl,
    profiles: [...wanted.profiles],
    limits: { maxBytes: EXCHANGE_JSON_LIMITS.maxLength, maxLifeSeconds: 300 },
    log: wanted.log,
    issuedAt: wanted.at.toISOString(),
    keys: wanted.keys.map(({ kid, use, alg, from, to, jwk }) => ({
      kid,
      use,
      alg,
      from: from.toISOString(),
      to: to === null ? null : to.toISOString(),
      jwk: { ...jwk },
    })),
  };
  const { payload, signatures } = JSON.parse(
    signJson(profile, PROFILE_JWS, { keys: [wanted.signer], prof: wanted.profiles[0] ?? '', at: wanted.at }),
  ) as { payload: string; signatures: readonly { protected: string; signature: string }[] };
  const [only] = signatures;
  if (only === undefined) throw new Error('A profile is signed once');
  return `${only.protected}.${payload}.${only.signature}`;
}

export interface ReadProfile {
  readonly profile: PartnerProfile;
  readonly keys: readonly PublicKey[];
  /** key that signed it */
  readonly kid: string;
}

/** Reads a signed profile and checks that one of its own signing keys signed it. */
export function readProfile(signed: string, at: Date): Result<ReadProfile, ProfileRefusal> {
  const [head, payload, signature, ...rest] = signed.trim().split('.');
  if (head === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    return refuse({ code: 'profile-malformed', found: 'not a compact JWS' });
  }
  const text = fromBase64url(payload)?.toString() ?? '';
  const json = parseStrictJson(text, EXCHANGE_JSON_LIMITS);
  const parsed = partnerProfileSchema.safeParse(json.ok ? json.value : undefined);
  if (!parsed.success)
    return refuse({ code: 'profile-malformed', found: parsed.error.issues[0]?.path.join('/') ?? '' });
  const keys = readKeys(parsed.data);
  if (!keys.ok) return keys;
  const container = JSON.stringify({ payload, signatures: [{ protected: head, signature }] });
  const keyOf = (kid: string): PublicKey | undefined => keys.value.find((key) => key.kid === kid);
  const verified = verifyJson(container, { kind: PROFILE_JWS, keyOf, at });
  if (!verified.ok) return refuse({ code: 'profile-signature-invalid', found: verified.error.code });
  return ok({ profile: parsed.data, keys: keys.value, kid: verified.value.kids[0] ?? '' });
}

/** What a profile that was verified before states. */
export function statedProfile(signed: string): PartnerProfile {
  const payload = fromBase64url(signed.split('.')[1] ?? '')?.toString() ?? '';
  return partnerProfileSchema.parse(JSON.parse(payload));
}

/** When a profile that was verified before was signed: UTC with `Z`, so that texts compare as instants do. */
export function issuedAt(signed: string): string {
  return new Date(statedProfile(signed).issuedAt).toISOString();
}

/** A key's name begins with its institution, so that nobody can bring a key in another's name. */
function readKeys(profile: PartnerProfile): Result<PublicKey[], ProfileRefusal> {
  const keys: PublicKey[] = [];
  for (const entry of profile.keys) {
    const { kid, use, alg, jwk } = entry;
    if (!kid.startsWith(`${profile.institutionId}#`) || !keyFits(use, alg, jwk)) {
      return refuse({ code: 'profile-key-unfit', found: kid });
    }
    try {
      const to = entry.to === null ? null : new Date(entry.to);
      keys.push(publicKey({ kid, use, alg, from: new Date(entry.from), to, jwk }));
    } catch {
      return refuse({ code: 'profile-key-unfit', found: kid });
    }
  }
  return ok(keys);
}
