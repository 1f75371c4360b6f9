/** Only what the purpose allows leaves the house: the other members of a person are dropped before signing. */
import { isJsonList, isJsonObject, pointerTo, type Json, type JsonObject } from '@urtuu/kernel';
import type { WirePerson } from '../documents/types.ts';
import type { Purpose } from './agreement-pack.ts';

/** The person with the members that the purpose allows, and no others (an extension is never allowed). */
export function minimisePerson(person: WirePerson, purpose: Purpose): WirePerson {
  return reduced(person as unknown as JsonObject, purpose) as unknown as WirePerson;
}

/** Content in which every person is minimised: the one it is about, and a spouse, a child, a survivor. */
export function minimiseContent<T extends object>(content: T, purpose: Purpose): T {
  return minimised(content as unknown as Json, purpose) as unknown as T;
}

function minimised(value: Json, purpose: Purpose): Json {
  if (isJsonList(value)) return value.map((item) => minimised(item, purpose));
  if (!isJsonObject(value)) return value;
  if (isPerson(value)) return reduced(value, purpose);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, minimised(member, purpose)]),
  );
}

function reduced(person: JsonObject, purpose: Purpose): JsonObject {
  const allowed: readonly string[] = purpose.personFields;
  return Object.fromEntries(Object.entries(person).filter(([member]) => allowed.includes(member)));
}

/** Pointers of the members that came although the purpose does not allow them. */
export function beyondPurpose(envelope: JsonObject, purpose: Purpose): string[] {
  const allowed: readonly string[] = purpose.personFields;
  const beyond = (value: Json | undefined, pointer: string): string[] => {
    if (isJsonList(value)) return value.flatMap((item, index) => beyond(item, pointerTo(pointer, index)));
    if (!isJsonObject(value)) return [];
    if (isPerson(value))
      return Object.keys(value).flatMap((name) => (allowed.includes(name) ? [] : [pointerTo(pointer, name)]));
    return Object.entries(value).flatMap(([name, member]) => beyond(member, pointerTo(pointer, name)));
  };
  return [...beyond(envelope['subject'], '/subject'), ...beyond(envelope['content'], '/content')];
}

/** The block `person` of the schemas is the only one with a list of names. */
function isPerson(value: JsonObject): boolean {
  return Array.isArray(value['names']);
}
