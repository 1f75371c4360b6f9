/** A person as the console, the work list and the search see one. */
import { foldName, nameText, normaliseIdentifier } from '@urtuu/identity';
import type { PersonName, RecordPerson } from '@urtuu/law';
import type { PersonView } from '../terms.ts';

export function personView(personKey: string, person: RecordPerson): PersonView {
  return {
    personKey,
    names: person.names.map((name) => ({ script: name.script, text: nameText(name) })),
    birthDate: person.birthDate,
    sex: person.sex,
    identifiers: person.identifiers.map(({ scheme, value, country }) => ({ scheme, value, country })),
    residence: person.residence,
    ...(person.deathDate === undefined ? {} : { deathDate: person.deathDate }),
  };
}

/** The name a list shows: the first one stated. */
export function displayName(person: RecordPerson): string {
  const [first] = person.names;
  return first === undefined ? '' : nameText(first);
}

/** What a search compares with: names folded over scripts, then identifiers, each between spaces. */
export function searchText(person: RecordPerson): string {
  const words = person.names.flatMap((name) => [...new Set(foldedWords(name))]);
  const numbers = person.identifiers.map(({ scheme, value }) =>
    normaliseIdentifier(scheme, value).toLowerCase(),
  );
  return ` ${[...new Set([...words, ...numbers])].join(' ')} `;
}

/** Whether a word of a query is a number, such as an identifier, or a file number or its beginning, as `KZ-`. */
export function isNumberWord(word: string): boolean {
  return /\d|^[a-z]{2}-/i.test(word);
}

/** The words of a query, folded the same way; numbers stay as they are. */
export function searchWords(query: string): string[] {
  return query
    .trim()
    .split(/\s+/u)
    .flatMap((word) => (isNumberWord(word) ? [word.normalize('NFC').toLowerCase()] : folded(word, 'Latn')))
    .filter((word) => word !== '');
}

function foldedWords(name: PersonName): string[] {
  return [name.family, name.given, name.patronymic]
    .filter((part) => part !== undefined)
    .flatMap((part) => folded(part, name.script));
}

/** A text without any letter that folds, such as Chinese, is kept as it is. */
function folded(text: string, script: string): string[] {
  const words = foldName(text, script);
  return words.length > 0 ? words : [text.normalize('NFC').toLowerCase()];
}

/** Who states something of a person: this institution and its register, or the other state. */
export type Stating = 'own' | 'partner';

/**
 * Joins what a later source knows to what is kept: new names and identifiers are added, none is dropped. The other
 * state changes nothing that is kept, and adds no second number of a kind: where it knows the person otherwise, a clerk
 * looks at it in the case, and the person's other cases stay as they are.
 */
export function enrichPerson(kept: RecordPerson, stated: RecordPerson, by: Stating): RecordPerson {
  const names = [...kept.names];
  for (const name of stated.names) {
    if (!names.some((known) => known.script === name.script && nameText(known) === nameText(name))) {
      names.push(name);
    }
  }
  const identifiers = [...kept.identifiers];
  for (const identifier of stated.identifiers) {
    const value = normaliseIdentifier(identifier.scheme, identifier.value);
    const known = identifiers.some(
      (other) =>
        other.scheme === identifier.scheme &&
        (by === 'partner' || normaliseIdentifier(other.scheme, other.value) === value),
    );
    if (!known) identifiers.push(identifier);
  }
  return { ...kept, ...(by === 'own' ? stated : {}), names, identifiers };
}
