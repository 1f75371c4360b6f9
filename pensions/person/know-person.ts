/** A person of a case, kept here and found by the search of persons from now on. */
import { ok, type Result } from '@urtuu/kernel';
import type { RecordPerson } from '@urtuu/law';
import type { PersonRecord } from '@urtuu/persons';
import type { Tx } from '@urtuu/platform';
import type { Office } from '../office.ts';
import type { Stating } from './person.ts';
import { keepPerson, type IdentifierConflict, type KeptPerson } from './person-store.ts';

export async function knowPerson(
  office: Office,
  tx: Tx,
  stated: RecordPerson,
  by: Stating,
): Promise<Result<KeptPerson, IdentifierConflict>> {
  const kept = await keepPerson(tx, stated, { newId: office.newId, now: office.clock(), by });
  if (!kept.ok) return kept;
  const { personKey, person } = kept.value;
  const country = by === 'own' ? office.self.country : office.self.partner.country;
  await office.persons.keepRecords(tx, [caseRecord(personKey, person, country)]);
  return ok(kept.value);
}

/** The person as records of persons hold one. */
export function caseRecord(personKey: string, person: RecordPerson, country: string): PersonRecord {
  return {
    source: 'case',
    sourceKey: personKey,
    country,
    names: person.names,
    identifiers: person.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    birthDate: statedDate(person),
    sex: person.sex,
    alive: person.deathDate === undefined,
  };
}

/** A day that stands for a month or a year is no day to compare. */
function statedDate({ birthDate, birthDatePrecision = 'day' }: RecordPerson): string {
  return birthDate.slice(0, { day: 10, month: 7, year: 4 }[birthDatePrecision]);
}
