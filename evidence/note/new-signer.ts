/** Keys that sign notes, from a seed of 32 bytes. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import type { NoteSigner } from './signatures.ts';
import type { NoteType } from './verifier-key.ts';

/** Bytes of a seed, for every type. */
export const SEED_LENGTH = 32;

/** The signer of this name and type; the same seed gives the same key. Never use one seed under two names or types. */
export function signerFromSeed(name: string, type: NoteType, seed: Uint8Array): NoteSigner {
  switch (type) {
    case 'ed25519':
    case 'cosignature':
      return {
        key: { name, type, publicKey: ed25519.getPublicKey(seed) },
        sign: (bytes) => ed25519.sign(bytes, seed),
      };
    case 'mlDsa44': {
      const { publicKey, secretKey } = ml_dsa44.keygen(seed);
      return { key: { name, type, publicKey }, sign: (bytes) => ml_dsa44.sign(bytes, secretKey) };
    }
  }
}
