/** The private keys of a node, in files of mode 0600 in its data folder; made at the first start. */
import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { completeKeys, generateKeys, openKeys, type KeyStore } from '@urtuu/exchange';
import { readSecret, writeSecret } from './secret-file.ts';

/** Keys of the exchange: signing, sealing, requests, evidence log. */
export async function openExchangeKeys(
  dataDir: string,
  institutionId: string,
  clock: () => Date,
): Promise<KeyStore> {
  const path = join(dataDir, 'keys.json');
  const kept = await readSecret(path);
  if (kept === undefined) {
    await writeSecret(path, JSON.stringify(generateKeys({ institutionId, from: clock() }), null, 2));
    return openExchangeKeys(dataDir, institutionId, clock);
  }
  const file: unknown = JSON.parse(kept);
  const complete = completeKeys(file, clock());
  if (complete !== undefined) await writeSecret(path, JSON.stringify(complete, null, 2));
  const keys = openKeys(complete ?? file);
  if (keys.institutionId !== institutionId) {
    throw new Error(
      `node.institution: found ${institutionId}, but ${path} holds keys of ${keys.institutionId}`,
    );
  }
  return keys;
}

/** RSA key that signs requests to the register's gateway, as KHUR wants it. */
export async function openRegisterKey(
  dataDir: string,
  file = join(dataDir, 'register-key.pem'),
): Promise<KeyObject> {
  const kept = await readSecret(file);
  if (kept !== undefined) return createPrivateKey(kept);
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  await writeSecret(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  return privateKey;
}

/** Key of the names under which the access log keeps persons whom this node only looked up; as old as the log. */
export async function openPseudonymKey(dataDir: string): Promise<Uint8Array> {
  const file = join(dataDir, 'pseudonym-key');
  const kept = await readSecret(file);
  if (kept !== undefined) return Buffer.from(kept, 'base64url');
  await writeSecret(file, randomBytes(32).toString('base64url'));
  return openPseudonymKey(dataDir);
}

/** The public half, for the operator of the gateway. */
export function publicHalf(key: KeyObject): KeyObject {
  return createPublicKey(key);
}
