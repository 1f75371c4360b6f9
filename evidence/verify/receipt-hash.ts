/** Receipts in a log: the entry is made before the receipt can name its place, so it is over the receipt without it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson, isJsonObject } from '@urtuu/kernel';
import { toBase64Url } from '../base64url.ts';
import { bytesOf } from '../bytes.ts';
import { readSignedJson } from '../jws/signed-json.ts';

export interface LogPlace {
  readonly origin: string;
  readonly index: number;
}

/** What the log's entry of a signed receipt hashes; undefined where the text is no receipt that names this place. */
export function hashOfReceipt(text: string, { origin, index }: LogPlace): Uint8Array | undefined {
  const signed = readSignedJson(text);
  if (signed?.type !== 'receipt') return undefined;
  const { log, ...core } = signed.payload;
  const isHere = canonicalJson(log ?? null) === canonicalJson({ origin, index });
  return isHere ? sha256(bytesOf(canonicalJson(core))) : undefined;
}

/** Whether a receipt says that the document of this hash was inside the transmission. */
export function namesDocument(text: string, documentHash: Uint8Array): boolean {
  const document = readSignedJson(text)?.payload['document'];
  return isJsonObject(document) && document['digest'] === `sha256:${toBase64Url(documentHash)}`;
}
