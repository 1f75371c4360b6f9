import { createHash } from 'node:crypto';

/** SHA-256 of bytes or of the UTF-8 of a text. */
export function sha256(data: Uint8Array | string): Buffer {
  return createHash('sha256').update(data).digest();
}

/** A digest as envelopes and receipts carry it: `sha256:` and base64url without padding. */
export function digestText(data: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(data).digest('base64url')}`;
}

const BASE64URL = /^[A-Za-z0-9_-]*$/;

/** Bytes of a base64url text; undefined where the text holds anything else (Buffer would skip it silently). */
export function fromBase64url(text: string): Buffer | undefined {
  return BASE64URL.test(text) && text.length % 4 !== 1 ? Buffer.from(text, 'base64url') : undefined;
}
