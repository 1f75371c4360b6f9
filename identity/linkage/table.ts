import { encodeDate, readDate, type DateWarning } from '../dates/stated-date.ts';
import { readPersonName, type NameWarning } from '../names/person-name.ts';
import { findPlace, type PlaceWarning, type StatedPlace } from '../places/gazetteer.ts';
import { hashText, IntegerColumn, sharedBytes } from './columns.ts';
import { remembered } from './remembered.ts';
import type { FieldSettings, LinkSettings } from './settings.ts';
import { WordBuilder, type WordColumns } from './words.ts';

/** Records compiled to columns of numbers, for one or two sources. Threads share it. */
export interface LinkTable {
  readonly count: number;
  /** 0 or 1: which of the sources a record is from */
  readonly source: Uint8Array;
  /** number of sources: one is linked within itself, of two only pairs across are compared */
  readonly sources: 1 | 2;
  /** By field: word number, date code, unit of the gazetteer, or code number; 0 is missing. */
  readonly values: Readonly<Record<string, Int32Array>>;
  readonly words: WordColumns;
  /** hash of each code number */
  readonly codeHash: Int32Array;
}

export interface RecordWarning {
  /** position of the record in the table */
  readonly record: number;
  readonly field: string;
  readonly code: NameWarning | DateWarning | PlaceWarning | 'sex-unreadable';
}

/** Reads rows of any columns by the settings. Nothing is dropped: what cannot be read is missing, with a warning. */
export class TableBuilder {
  readonly warnings: RecordWarning[] = [];
  readonly #settings: LinkSettings;
  readonly #words = new WordBuilder();
  readonly #codes = new Map<string, number>([['', 0]]);
  readonly #values: readonly { readonly field: FieldSettings; readonly column: IntegerColumn }[];
  readonly #source = new IntegerColumn();
  readonly #forms = new Map<string, RegExp>();
  #columnsOf: ReadonlyMap<string, readonly number[]> = new Map();
  #sources: 1 | 2 = 1;

  constructor(settings: LinkSettings) {
    this.#settings = settings;
    this.#values = settings.fields.map((field) => ({ field, column: new IntegerColumn() }));
  }

  /** Begins a source whose rows have these columns. Returns the fields that none of its columns supplies. */
  begin(header: readonly string[], source: 0 | 1): readonly string[] {
    if (source === 1) this.#sources = 2;
    const positions = new Map(header.map((name, i) => [name.trim().toLowerCase(), i]));
    const find = (columns: readonly string[]): number[] =>
      columns.flatMap((name) => positions.get(name.toLowerCase()) ?? []);
    this.#columnsOf = new Map([
      ...this.#settings.fields.map(({ name, columns }) => [name, find(columns)] as const),
      ...Object.entries(NAME_COLUMNS).map(([name, columns]) => [`name.${name}`, find(columns)] as const),
    ]);
    const whole = (this.#columnsOf.get('name.full') ?? []).length > 0;
    return this.#settings.fields
      .filter(({ name, kind }) => {
        const isName = kind === 'given' || kind === 'parent' || kind === 'family';
        return (this.#columnsOf.get(name) ?? []).length === 0 && !(isName && whole);
      })
      .map(({ name }) => name);
  }

  /** Adds one row and returns the number of its record. */
  add(row: readonly string[], source: 0 | 1): number {
    const record = this.#source.length;
    this.#source.push(source);
    const name = this.#nameWords(row, record);
    for (const { field, column } of this.#values) column.push(this.#value(field, row, record, name));
    return record;
  }

  freeze(): LinkTable {
    const source = sharedBytes(this.#source.length);
    source.set(this.#source.freeze());
    const codeHash = new IntegerColumn();
    for (const code of this.#codes.keys()) codeHash.push(code === '' ? 0 : hashText(code));
    return {
      count: source.length,
      source,
      sources: this.#sources,
      values: Object.fromEntries(this.#values.map(({ field, column }) => [field.name, column.freeze()])),
      words: this.#words.freeze(),
      codeHash: codeHash.freeze(),
    };
  }

  #value(field: FieldSettings, row: readonly string[], record: number, name: NameWords): number {
    if (field.kind === 'given' || field.kind === 'parent' || field.kind === 'family') return name[field.kind];
    const text = this.#text(field.name, row);
    if (text === '') return 0;
    switch (field.kind) {
      case 'text':
        return this.#words.add(text, 'text', undefined);
      case 'date': {
        const date = readDate(text);
        this.#warn(record, field.name, date.warnings);
        return encodeDate(date);
      }
      case 'place': {
        const { unit, warnings } = placesRead(text, () => findPlace(text));
        this.#warn(record, field.name, warnings);
        return unit;
      }
      case 'code':
        return this.#code(text, field.form);
      case 'sex': {
        const sex = readSex(text);
        this.#warn(record, field.name, sex === 0 ? ['sex-unreadable'] : []);
        return sex;
      }
    }
  }

  #nameWords(row: readonly string[], record: number): NameWords {
    const stated = {
      given: this.#stated('given', row),
      patronymic: this.#stated('parent', row),
      family: this.#stated('family', row),
      full: this.#text('name.full', row) || undefined,
      script: this.#text('name.script', row) || undefined,
      state: this.#text('name.state', row).toUpperCase() || undefined,
    };
    if (this.#values.every(({ field }) => field.kind !== 'given')) return NO_NAME;
    const { script, given, parent, family, undivided, warnings } = readPersonName(stated);
    this.#warn(record, 'name', warnings);
    const word = (text: string | undefined, role: 'given' | 'parent' | 'undivided'): number =>
      text === undefined ? 0 : this.#words.add(text, role, script);
    return {
      given: word(given, undivided === true ? 'undivided' : 'given'),
      parent: word(parent, 'parent'),
      family: word(family, 'parent'),
    };
  }

  #stated(kind: FieldSettings['kind'], row: readonly string[]): string | undefined {
    const field = this.#settings.fields.find((each) => each.kind === kind);
    return field === undefined ? undefined : this.#text(field.name, row) || undefined;
  }

  /** Text of the first column of a field that is not empty in this row. */
  #text(field: string, row: readonly string[]): string {
    for (const position of this.#columnsOf.get(field) ?? []) {
      const text = row[position]?.trim() ?? '';
      if (text !== '') return text;
    }
    return '';
  }

  #code(text: string, form: string | undefined): number {
    const code = text
      .normalize('NFKC')
      .replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '')
      .toUpperCase();
    if (form !== undefined && !this.#form(form).test(code)) return 0;
    const known = this.#codes.get(code);
    if (known !== undefined) return known;
    const number = this.#codes.size;
    this.#codes.set(code, number);
    return number;
  }

  #form(pattern: string): RegExp {
    const known = this.#forms.get(pattern);
    if (known !== undefined) return known;
    const form = new RegExp(pattern, 'u');
    this.#forms.set(pattern, form);
    return form;
  }

  #warn(record: number, field: string, codes: readonly RecordWarning['code'][]): void {
    for (const code of codes) this.warnings.push({ record, field, code });
  }
}

/** 1 male, 2 female, 0 unknown, in the words and codes of the region. */
function readSex(text: string): number {
  const word = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
  if (MALE.has(word)) return 1;
  return FEMALE.has(word) ? 2 : 0;
}

const MALE: ReadonlySet<string> = new Set(
  'male m man 1 эр эрэгтэй ер еркек м муж мужской 男 男性 erkek'.split(' '),
);
const FEMALE: ReadonlySet<string> = new Set(
  'female f woman 2 эм эмэгтэй әйел ж жен женский 女 女性 áiel äiel'.split(' '),
);

const placesRead = remembered<StatedPlace>(20_000);

interface NameWords {
  readonly given: number;
  readonly parent: number;
  readonly family: number;
}

const NO_NAME: NameWords = { given: 0, parent: 0, family: 0 };

/** Columns of a name beside its parts. */
const NAME_COLUMNS = {
  full: ['name', 'full_name', 'fullname', 'fullName'],
  script: ['script'],
  state: ['state_of_issue', 'issuing_state', 'issuingState', 'country'],
} as const;
