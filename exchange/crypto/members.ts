import {
  EXCHANGE_JSON_LIMITS,
  isJsonObject,
  type Json,
  type JsonLimits,
  type JsonObject,
} from '@urtuu/kernel';

/**
 * Limits for JOSE containers. Base64url of a 10 MiB body inside base64url of a container is 16/9 as long, so the
 * container may be longer; the size of the body as sent is checked before any of this.
 */
export const SECURITY_JSON_LIMITS: JsonLimits = {
  ...EXCHANGE_JSON_LIMITS,
  maxLength: 2 * EXCHANGE_JSON_LIMITS.maxLength,
};

interface MemberTypes {
  readonly string: string;
  readonly array: readonly Json[];
  readonly object: JsonObject;
}

type Members<W extends Record<string, keyof MemberTypes>> = { readonly [K in keyof W]: MemberTypes[W[K]] };

/** The members of an object that has exactly these members of these types; undefined for anything else. */
export function readMembers<const W extends Record<string, keyof MemberTypes>>(
  value: Json,
  wanted: W,
): Members<W> | undefined {
  if (!isJsonObject(value)) return undefined;
  const names = Object.keys(wanted);
  if (Object.keys(value).length !== names.length) return undefined;
  const fits = names.every((name) => typeNameOf(value[name]) === wanted[name]);
  return fits ? (value as Members<W>) : undefined;
}

function typeNameOf(value: Json | undefined): keyof MemberTypes | undefined {
  if (typeof value === 'string') return 'string';
  if (Array.isArray(value)) return 'array';
  return isJsonObject(value) ? 'object' : undefined;
}
