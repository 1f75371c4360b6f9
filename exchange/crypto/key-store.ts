/** The private keys of this institution: made once, kept by the node in a file of mode 0600, opened at start. */
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import {
  generateKey,
  isValidAt,
  KEY_ALGS,
  KEY_USES,
  keyFits,
  privateKey,
  privateKeyObject,
  publicJwkSchema,
  type KeyAlg,
  type KeyUse,
  type PrivateKey,
  type PublicJwk,
} from './jwk.ts';

export interface KeyStore {
  readonly institutionId: string;
  /** Newest key of a use that is valid at an instant. Throws where none is: a node without keys cannot run. */
  active(use: KeyUse, at: Date): PrivateKey;
  byKid(kid: string): PrivateKey | undefined;
  readonly all: readonly PrivateKey[];
}

const keyFileSchema = z.strictObject({
  version: z.literal(1),
  institutionId: z.string().min(1),
  keys: z.array(
    z.strictObject({
      kid: z.string(),
      use: z.enum(KEY_USES),
      alg: z.enum(KEY_ALGS),
      from: z.iso.datetime(),
      to: z.iso.datetime().nullable(),
      public: publicJwkSchema,
      d: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    }),
  ),
});
/** The key file as JSON. It holds secrets: write it with mode 0600 and never log it. */
export type KeyFile = z.infer<typeof keyFileSchema>;

export interface KeyWish {
  readonly institutionId: string;
  readonly from: Date;
  /** suite for documents and HTTP; Ed25519 unless stated. Log and witness always sign with Ed25519 (C2SP signed note). */
  readonly alg?: 'EdDSA' | 'ES256';
}

/** Makes one key per use, without an end date. */
export function generateKeys(wish: KeyWish): KeyFile {
  return makeKeys(wish, KEY_USES);
}

/** The key file with a key for each use that it lacks, as one of an earlier release may; undefined if it lacks none. */
export function completeKeys(file: unknown, from: Date): KeyFile | undefined {
  const kept = keyFileSchema.parse(file);
  const missing = KEY_USES.filter((use) => !kept.keys.some((key) => key.use === use));
  if (missing.length === 0) return undefined;
  const { institutionId } = kept;
  return { ...kept, keys: [...kept.keys, ...makeKeys({ institutionId, from }, missing).keys] };
}

function makeKeys(wish: KeyWish, uses: readonly KeyUse[]): KeyFile {
  const keys = uses.map((use) =>
    generateKey({
      institutionId: wish.institutionId,
      use,
      alg: algFor(use, wish.alg ?? 'EdDSA'),
      from: wish.from,
      to: null,
    }),
  );
  return {
    version: 1,
    institutionId: wish.institutionId,
    keys: keys.map((key) => ({
      kid: key.kid,
      use: key.use,
      alg: key.alg,
      from: key.from.toISOString(),
      to: null,
      public: key.jwk,
      d: secretOf(key.privateKey),
    })),
  };
}

/** Opens a key file. Throws with the place of the fault where the file is not one. */
export function openKeys(file: unknown): KeyStore {
  const { institutionId, keys } = keyFileSchema.parse(file);
  return keyStore(
    institutionId,
    keys.map((entry) => openKey(entry)),
  );
}

function openKey(entry: KeyFile['keys'][number]): PrivateKey {
  const { kid, use, alg, from, to, d } = entry;
  const jwk: PublicJwk = entry.public;
  if (!keyFits(use, alg, jwk)) throw new Error(`Key ${kid}: ${alg} on ${jwk.crv} is not a key for ${use}`);
  const record = { kid, use, alg, from: new Date(from), to: to === null ? null : new Date(to), jwk };
  return privateKey(record, privateKeyObject(jwk, d));
}

function keyStore(institutionId: string, all: readonly PrivateKey[]): KeyStore {
  const byKid = new Map(all.map((key) => [key.kid, key]));
  return {
    institutionId,
    all,
    byKid: (kid) => byKid.get(kid),
    active(use, at) {
      const valid = all.filter((key) => key.use === use && isValidAt(key, at));
      const newest = valid.reduce<PrivateKey | undefined>(
        (best, key) => (best && best.from >= key.from ? best : key),
        undefined,
      );
      if (newest === undefined)
        throw new Error(`${institutionId} has no ${use} key valid at ${at.toISOString()}`);
      return newest;
    },
  };
}

function algFor(use: KeyUse, signatures: 'EdDSA' | 'ES256'): KeyAlg {
  switch (use) {
    case 'encrypt':
      return 'ECDH-ES+A256KW';
    case 'log':
    case 'witness':
      return 'EdDSA';
    case 'sign':
    case 'http':
      return signatures;
  }
}

function secretOf(key: KeyObject): string {
  const { d } = key.export({ format: 'jwk' });
  if (d === undefined) throw new Error('A private key has a secret part');
  return d;
}
