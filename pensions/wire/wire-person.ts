/** The person block of documents, to and from the insurance record. What the record needs and a document lacks is a fault. */
import { refuse, ok, type Result } from '@urtuu/kernel';
import type { WirePerson } from '@urtuu/exchange';
import type { PersonName, RecordPerson } from '@urtuu/law';

/** Everything a document may say of a person; the exchange drops what the purpose does not allow. */
export function wirePerson(person: RecordPerson): WirePerson {
  return {
    identifiers: person.identifiers.map(({ scheme, value, country }) => ({ scheme, value, country })),
    names: person.names.map(plainName),
    sex: person.sex,
    birthDate: person.birthDate,
    ...(person.birthDatePrecision === undefined ? {} : { birthDatePrecision: person.birthDatePrecision }),
    citizenships: [...person.citizenships],
    residence: person.residence,
    ...(person.deathDate === undefined ? {} : { deathDate: person.deathDate }),
  };
}

/** Pointers into the person block of members that are needed and absent. */
export type MissingMembers = readonly string[];

export function recordPerson(
  person: WirePerson,
  claim: { readonly residence: string },
): Result<RecordPerson, MissingMembers> {
  const { sex, birthDate } = person;
  const missing = [
    ...(sex === undefined || sex === 'unknown' ? ['/sex'] : []),
    ...(birthDate === undefined ? ['/birthDate'] : []),
  ];
  if (sex === undefined || sex === 'unknown' || birthDate === undefined) return refuse(missing);
  return ok({
    identifiers: person.identifiers.map(({ scheme, value, country }) => ({ scheme, value, country })),
    names: person.names.map(plainName),
    sex,
    birthDate,
    ...(person.birthDatePrecision === undefined ? {} : { birthDatePrecision: person.birthDatePrecision }),
    citizenships: [...(person.citizenships ?? [])],
    residence: person.residence ?? claim.residence,
    ...(person.deathDate === undefined ? {} : { deathDate: person.deathDate }),
  });
}

function plainName(name: PersonName | WirePerson['names'][number]): WirePerson['names'][number] {
  const { script, family, given, patronymic } = name;
  return {
    script,
    ...(family === undefined ? {} : { family }),
    given,
    ...(patronymic === undefined ? {} : { patronymic }),
  };
}
