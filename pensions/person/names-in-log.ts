import { normaliseIdentifier } from '@urtuu/identity';
import type { PseudonymOf, Queries } from '@urtuu/platform';
import { personKeyOfClaim, readPerson } from './person-store.ts';

/**
 * Every name under which the access log may hold a person: this node's key, and the pseudonyms of the identifiers,
 * since somebody may have looked the person up in the register before a claim made the person known here.
 * @param wanted this node's key, or an identifier as `scheme:value`
 */
export async function namesInLog(
  queries: Queries,
  pseudonymOf: PseudonymOf,
  wanted: string,
): Promise<readonly string[]> {
  const personKey = await personKeyOfClaim(queries, wanted);
  if (personKey === undefined) return [wanted, ...pseudonymOfClaim(pseudonymOf, wanted)];
  const person = await readPerson(queries, personKey);
  const identifiers = person?.identifiers ?? [];
  return [
    personKey,
    ...identifiers.map(({ scheme, value }) => pseudonymOf(scheme, normaliseIdentifier(scheme, value))),
  ];
}

function pseudonymOfClaim(pseudonymOf: PseudonymOf, claim: string): string[] {
  const colon = claim.indexOf(':');
  if (colon < 0) return [];
  const scheme = claim.slice(0, colon);
  return [pseudonymOf(scheme, normaliseIdentifier(scheme, claim.slice(colon + 1)))];
}
