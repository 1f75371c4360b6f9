/** Base64url without padding (RFC 7515 section 2), in the one form that a byte sequence has. */
import { fromBase64, toBase64 } from './bytes.ts';

export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Undefined for a text that `toBase64Url` would not write: so nothing can be changed without changing the bytes. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const padding = '='.repeat((4 - (text.length % 4)) % 4);
  return fromBase64(`${text.replaceAll('-', '+').replaceAll('_', '/')}${padding}`);
}
