/** Persons who may be one: the same birth date and father, in a case of one state and in the register of the other. */
import type { PersonRecord } from '../records/person-record.ts';

export function namesake(source: PersonRecord['source'], key: string, given: string): PersonRecord {
  return {
    source,
    sourceKey: key,
    country: source === 'case' ? 'KZ' : 'MN',
    names: [{ script: source === 'case' ? 'kk-Cyrl' : 'mn-Cyrl', given, patronymic: 'Ахмет' }],
    identifiers: [],
    birthDate: '1961-04-12',
    sex: 'male',
    alive: true,
  };
}
