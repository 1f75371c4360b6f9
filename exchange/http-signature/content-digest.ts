/** `Content-Digest` of RFC 9530, sha-256 only: it ties the body to the signed header. */
import { timingSafeEqual } from 'node:crypto';
import { ParseError, parseDictionary } from 'structured-headers';
import { sha256 } from '../crypto/digest.ts';

export function contentDigest(body: Uint8Array): string {
  return `sha-256=:${sha256(body).toString('base64')}:`;
}

/** True where the field names the SHA-256 of the body. A field without sha-256 is not enough, whatever else it has. */
export function digestMatches(field: string | undefined, body: Uint8Array): boolean {
  if (field === undefined) return false;
  try {
    const value = parseDictionary(field).get('sha-256')?.[0];
    if (!(value instanceof ArrayBuffer) || value.byteLength !== 32) return false;
    return timingSafeEqual(new Uint8Array(value), sha256(body));
  } catch (error) {
    if (error instanceof ParseError) return false;
    throw error;
  }
}
