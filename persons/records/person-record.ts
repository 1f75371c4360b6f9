/** A person as one source states one, and the keys by which the record is found again. */
import {
  CORRIDOR_SETTINGS,
  nameText,
  nameWords,
  normaliseIdentifier,
  searchKeys,
  TableBuilder,
  type IdentifierForm,
  type NameForm,
} from '@urtuu/identity';

export const RECORD_SOURCES = ['register', 'case'] as const;
export type RecordSource = (typeof RECORD_SOURCES)[number];
export const RECORD_SEXES = ['male', 'female', 'unknown'] as const;
export type RecordSex = (typeof RECORD_SEXES)[number];

export interface PersonRecord {
  readonly source: RecordSource;
  /** the source's own key: number in the register, person of a case */
  readonly sourceKey: string;
  /** the state whose record it is */
  readonly country: string;
  readonly names: readonly NameForm[];
  readonly identifiers: readonly IdentifierForm[];
  /** ISO day, as far as it is known; '' if it is not */
  readonly birthDate: string;
  readonly sex: RecordSex;
  readonly alive: boolean;
}

export interface RecordKeys {
  /** of the whole record: by them one record finds another */
  readonly keys: readonly number[];
  /** of single words of the name: by them somebody who types finds it */
  readonly wordKeys: readonly number[];
  readonly words: readonly string[];
  readonly numbers: readonly IdentifierForm[];
}

/** Columns of `linkageRows`, by which the corridor's settings read them. */
export const LINKAGE_HEADER = [
  'given',
  'patronymic',
  'family',
  'script',
  'country',
  'birth_date',
  'sex',
  'iin',
  'register',
] as const;

export type ComparedRecord = Pick<PersonRecord, 'names' | 'identifiers' | 'birthDate' | 'sex' | 'country'>;

/** One row for each form of the name; a record is as like another as the two forms that are most alike. */
export function linkageRows(record: ComparedRecord): string[][] {
  const value = (scheme: string): string =>
    record.identifiers
      .filter((identifier) => identifier.scheme === scheme)
      .map((identifier) => normaliseIdentifier(scheme, identifier.value))[0] ?? '';
  const names: readonly NameForm[] = record.names.length > 0 ? record.names : [{ script: '', given: '' }];
  return names.map((name) => [
    name.given,
    name.patronymic ?? '',
    name.family ?? '',
    name.script,
    record.country,
    record.birthDate,
    record.sex === 'unknown' ? '' : record.sex,
    value('kz.iin'),
    value('mn.register'),
  ]);
}

export function keysOf(record: ComparedRecord): RecordKeys {
  const builder = new TableBuilder(CORRIDOR_SETTINGS);
  builder.begin(LINKAGE_HEADER, 0);
  for (const row of linkageRows(record)) builder.add(row, 0);
  const words = record.names.flatMap((name) => nameWords(nameText(name), name.script));
  const numbers = record.identifiers.map(({ scheme, value }) => ({
    scheme,
    value: normaliseIdentifier(scheme, value),
  }));
  return {
    keys: [...new Set(searchKeys(builder.freeze(), CORRIDOR_SETTINGS).flat())],
    wordKeys: [...new Set(words.flatMap((word) => word.keys))],
    words: [...new Set(words.flatMap((word) => word.folds))],
    numbers: [...new Map(numbers.map((number) => [`${number.scheme} ${number.value}`, number])).values()],
  };
}
