import { isLocale, LOCALES, type Localized } from '@urtuu/kernel';

/** Whose node this is, as it tells everybody. */
export interface NodeProfile {
  readonly institutionId: string;
  readonly country: string;
  readonly name: Localized;
}

/**
 * Reads who the node is from its signed profile. The signature is for partner nodes, who act on it; here the profile
 * came over the same connection as the console itself. Undefined for a text that is no profile.
 */
export function profileOfJws(jws: string): NodeProfile | undefined {
  const payload = jws.split('.')[1];
  if (payload === undefined) return undefined;
  const profile = parsed(payload);
  if (typeof profile !== 'object' || profile === null) return undefined;
  const { institutionId, country, name } = profile as Readonly<Record<string, unknown>>;
  if (typeof institutionId !== 'string' || typeof country !== 'string' || !isLocalized(name))
    return undefined;
  return { institutionId, country, name };
}

function parsed(base64url: string): unknown {
  try {
    const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))));
  } catch {
    return undefined;
  }
}

function isLocalized(value: unknown): value is Localized {
  if (typeof value !== 'object' || value === null) return false;
  const spoken = Object.keys(value).filter(isLocale);
  return spoken.length === LOCALES.length && Object.values(value).every((text) => typeof text === 'string');
}
