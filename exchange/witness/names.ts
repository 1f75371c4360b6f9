/** Witnesses and logs by name and key, from profiles and settings. */
import type { VerifierKey } from '@urtuu/evidence';
import { sha256 } from '../crypto/digest.ts';
import type { PublicKey } from '../crypto/jwk.ts';
import type { Institution } from '../directory/directory.ts';

/** A log's key under the log's name, as notes name it. */
export function logVerifierKey(origin: string, { jwk }: Pick<PublicKey, 'jwk'>): VerifierKey {
  return { name: origin, type: 'ed25519', publicKey: Buffer.from(jwk.x, 'base64url') };
}

/** The witness of a node, named after its log. */
export function witnessVerifierKey(origin: string, { jwk }: Pick<PublicKey, 'jwk'>): VerifierKey {
  return { name: `${origin}/witness`, type: 'cosignature', publicKey: Buffer.from(jwk.x, 'base64url') };
}

/** Every log key that an institution ever had: an old one is ended by its profile, not by forgetting. */
export function logKeysOf({ log, keys }: Institution): VerifierKey[] {
  return keys.filter(({ use }) => use === 'log').map((key) => logVerifierKey(log, key));
}

/** The name of a log at a witness: hexadecimal SHA-256 of its origin. */
export function originHash(origin: string): string {
  return sha256(origin).toString('hex');
}
