import { createHmac } from 'node:crypto';

/** A name for somebody that does not show who it is. */
export type PseudonymOf = (scheme: string, value: string) => string;

/**
 * Names persons who have no key here, such as those a clerk only looked up in the register: the same identifier always
 * gets the same name, and only the holder of the key can tell whose it is. A plain hash would not do, because national
 * identifiers are few enough to try them all.
 * @param key at least 32 random bytes, kept as long as the access log
 */
export function keyedPseudonyms(key: Uint8Array): PseudonymOf {
  if (key.length < 32) throw new Error(`A pseudonym key has at least 32 bytes; found ${key.length}`);
  return (scheme, value) =>
    `stranger:${createHmac('sha256', key).update(`${scheme}:${value}`).digest('base64url').slice(0, 32)}`;
}
