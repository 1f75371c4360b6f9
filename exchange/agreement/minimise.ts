/** Only what the purpose allows leaves the house: the other members of a person are dropped before signing. */
import type { Json, JsonObject } from '@urtuu/kernel';
import type { WirePerson } from '../documents/types.ts';
import type { Purpose } from './agreement-pack.ts';

/** The person with the members that the purpose allows, and no others (an extension is never allowed). */
export function minimisePerson(person: WirePerson, purpose: Purpose): WirePerson {
  const allowed: readonly string[] = purpose.personFields;
  const kept = Object.entries(person).filter(([member]) => allowed.includes(member));
  return Object.fromEntries(kept) as unknown as WirePerson;
}

/** Content whose `person`, if it has one, is minimised. */
export function minimiseContent<T extends object>(content: T, purpose: Purpose): T {
  return hasPerson(content) ? { ...content, person: minimisePerson(content.person, purpose) } : content;
}

function hasPerson<T extends object>(content: T): content is T & { readonly person: WirePerson } {
  return 'person' in content;
}

/** Pointers of the members that came although the purpose does not allow them. */
export function beyondPurpose(envelope: JsonObject, purpose: Purpose): string[] {
  const allowed: readonly string[] = purpose.personFields;
  const places: readonly [string, Json | undefined][] = [
    ['/subject', envelope['subject']],
    ['/content/person', memberOf(envelope['content'], 'person')],
  ];
  return places.flatMap(([pointer, person]) =>
    typeof person === 'object' && person !== null && !Array.isArray(person)
      ? Object.keys(person)
          .filter((member) => !allowed.includes(member))
          .map((member) => `${pointer}/${member}`)
      : [],
  );
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)[name]
    : undefined;
}
