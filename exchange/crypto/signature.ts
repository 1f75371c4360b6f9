import { sign, verify, type KeyObject } from 'node:crypto';
import type { PrivateKey, PublicKey, SignatureAlg } from './jwk.ts';

/** ECDSA signatures travel as r‖s of 64 bytes (RFC 7518 section 3.4, RFC 9421 section 3.3.4), never as DER. */
const P1363 = 'ieee-p1363';

/** Signs bytes with the algorithm configured for the key. */
export function signBytes(key: PrivateKey, data: Uint8Array): Buffer {
  const alg = signatureAlg(key);
  return alg === 'EdDSA'
    ? sign(null, data, key.privateKey)
    : sign('sha256', data, { key: key.privateKey, dsaEncoding: P1363 });
}

export function verifyBytes(key: PublicKey, data: Uint8Array, signature: Uint8Array): boolean {
  return verifyWith(signatureAlg(key), key.key, data, signature);
}

export function verifyWith(
  alg: SignatureAlg,
  key: KeyObject,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 64) return false;
  return alg === 'EdDSA'
    ? verify(null, data, key, signature)
    : verify('sha256', data, { key, dsaEncoding: P1363 }, signature);
}

export function signatureAlg(key: PublicKey): SignatureAlg {
  if (key.alg === 'ECDH-ES+A256KW') throw new Error(`Key ${key.kid} encrypts; it does not sign`);
  return key.alg;
}
