/** A signed statement of a log's size and root: C2SP tlog-checkpoint in a signed note, signed with Ed25519. */
import { sha256 } from '../crypto/digest.ts';
import type { PrivateKey, PublicKey } from '../crypto/jwk.ts';
import { signBytes, verifyBytes } from '../crypto/signature.ts';

export interface Checkpoint {
  /** name of the log, such as `urtuu.mn/log` */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** Signature type of Ed25519 in signed notes. */
const ED25519_NOTE = 0x01;

export function signCheckpoint(checkpoint: Checkpoint, key: PrivateKey): string {
  const body = checkpointBody(checkpoint);
  const signature = Buffer.concat([noteKeyId(checkpoint.origin, key), signBytes(key, Buffer.from(body))]);
  return `${body}\n— ${checkpoint.origin} ${signature.toString('base64')}\n`;
}

/** The checkpoint of a note that this key signed; undefined for a broken note, another log or a bad signature. */
export function verifyCheckpoint(note: string, origin: string, key: PublicKey): Checkpoint | undefined {
  const [body, signatures, ...rest] = note.split('\n\n');
  if (body === undefined || signatures === undefined || rest.length > 0 || !signatures.endsWith('\n'))
    return undefined;
  const [name, sizeText = '', rootText = '', ...extensions] = body.split('\n');
  if (name !== origin || !/^(?:0|[1-9]\d{0,14})$/.test(sizeText) || extensions.length > 0) return undefined;
  const root = Buffer.from(rootText, 'base64');
  if (root.length !== 32 || root.toString('base64') !== rootText) return undefined;
  const id = noteKeyId(origin, key);
  const ours = signatures
    .split('\n')
    .filter((line) => line.startsWith(`— ${origin} `))
    .map((line) => Buffer.from(line.slice(`— ${origin} `.length), 'base64'))
    .filter((bytes) => bytes.subarray(0, 4).equals(id));
  const signed = Buffer.from(`${body}\n`);
  const allGood = ours.length > 0 && ours.every((bytes) => verifyBytes(key, signed, bytes.subarray(4)));
  return allGood ? { origin, size: Number(sizeText), root } : undefined;
}

function checkpointBody({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** First four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
function noteKeyId(name: string, key: PublicKey): Buffer {
  const type = Buffer.from([0x0a, ED25519_NOTE]);
  return sha256(Buffer.concat([Buffer.from(name), type, Buffer.from(key.jwk.x, 'base64url')])).subarray(0, 4);
}
