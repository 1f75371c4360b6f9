/** The keys of a witness: made once from 64 random bytes in a file for the owner alone, Ed25519 and ML-DSA-44. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { SEED_LENGTH, signerFromSeed, type NoteSigner } from '@urtuu/evidence';
import { z } from 'zod';
import { readSecret, writeSecret } from '../keys/secret-file.ts';

const keyFile = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).max(200),
  seeds: z.strictObject({ cosignature: z.base64(), mlDsa44: z.base64() }),
});

/** Opens the keys of a witness of this name. Throws where the folder holds those of another name. */
export async function openWitnessKeys(dataDir: string, name: string): Promise<readonly NoteSigner[]> {
  const path = join(dataDir, 'witness-keys.json');
  const kept = await readSecret(path);
  if (kept === undefined) {
    const made = { version: 1, name, seeds: { cosignature: newSeed(), mlDsa44: newSeed() } };
    await writeSecret(path, JSON.stringify(made, null, 2));
    return openWitnessKeys(dataDir, name);
  }
  const { name: ownName, seeds } = keyFile.parse(JSON.parse(kept));
  if (ownName !== name) throw new Error(`--name: found ${name}, but ${path} holds the keys of ${ownName}`);
  return (['cosignature', 'mlDsa44'] as const).map((type) =>
    signerFromSeed(name, type, Buffer.from(seeds[type], 'base64')),
  );
}

function newSeed(): string {
  return randomBytes(SEED_LENGTH).toString('base64');
}
