/**
 * A document as people read it: every field under its name, every code in words, in one language. The console, the
 * printed page and the form rest on the schemas alone, so a new type needs no page of its own. Pure: runs in the
 * browser.
 */
import { isJsonList, isJsonObject, pointerTo, type Json, type JsonObject, type Locale } from '@urtuu/kernel';
import { codeText, isKnownCode } from './code-lists.ts';

export { CODE_LISTS, type CodeList } from './code-lists.ts';

/** A type's schema with the blocks that it refers to. */
export interface SchemaPair {
  readonly schema: JsonObject;
  readonly shared: JsonObject;
}

/** How a value is to be written: days and instants in the way of the language; `none` where nothing is. */
export type SheetValue =
  | { readonly kind: 'text' | 'day' | 'instant'; readonly text: string }
  | { readonly kind: 'yes' | 'no' | 'none' }
  /** a code with its text; unknown ones are shown as they came */
  | { readonly kind: 'code'; readonly text: string; readonly code: string; readonly known: boolean };

/** One field of a document: a value, or the fields inside it. */
export interface SheetRow {
  /** RFC 6901 pointer into the content */
  readonly pointer: string;
  /** name of the field in the language asked for; of an item of a list the name of the list and its number */
  readonly label: string;
  readonly value?: SheetValue;
  readonly rows?: readonly SheetRow[];
  /** a list of like things whose fields are all plain values, such as months of income */
  readonly table?: SheetTable;
}

export interface SheetTable {
  /** names of the fields, in the order of the schema */
  readonly head: readonly string[];
  /** one line per item; null where it has no such field */
  readonly lines: readonly (readonly (SheetValue | null)[])[];
}

/** The rows of a document in the order of its schema; what the schema does not name comes last, under its own name. */
export function documentSheet({ schema, shared }: SchemaPair, content: Json, locale: Locale): SheetRow[] {
  return rowsOf({ shared, locale }, schema, content, '');
}

/** Name of a type or field in a language; its English title where a translation is missing. */
export function titleOf(schema: JsonObject, locale: Locale): string {
  return localText(schema, 'title', locale);
}

/** What a field means, beyond its name; empty where the schema says no more. */
export function meaningOf(schema: JsonObject, locale: Locale): string {
  return localText(schema, 'description', locale);
}

/** The text of a choice of an enumeration in a language. */
export function choiceText(schema: JsonObject, choice: Json, locale: Locale): string {
  const text = typeof choice === 'string' ? choice : JSON.stringify(choice);
  const labels = schema['x-labels'];
  const own = isJsonObject(labels) ? labels[text] : undefined;
  const label = isJsonObject(own) ? own[locale] : undefined;
  return typeof label === 'string' ? label : text;
}

/**
 * A schema with what it refers to filled in; its own words stand before those of the block. A value that may also be
 * null has `nullable` in place of the two forms.
 */
export function resolved(schema: JsonObject, shared: JsonObject): JsonObject {
  const { $ref: ref, anyOf, ...own } = schema;
  const blocks = shared['$defs'];
  const block =
    typeof ref === 'string' && isJsonObject(blocks) ? blocks[ref.split('/').at(-1) ?? ''] : undefined;
  const form = isJsonList(anyOf)
    ? anyOf.find((one) => isJsonObject(one) && one['type'] !== 'null')
    : undefined;
  return [block, form].reduce<JsonObject>(
    (whole, part) => (isJsonObject(part) ? { ...resolved(part, shared), ...whole } : whole),
    form === undefined ? own : { ...own, nullable: true },
  );
}

type Place = Pick<SheetRow, 'pointer' | 'label'>;

interface Reading {
  readonly shared: JsonObject;
  readonly locale: Locale;
}

function rowsOf(reading: Reading, schema: JsonObject, content: Json, pointer: string): SheetRow[] {
  if (!isJsonObject(content)) return [];
  const { properties } = schema;
  const named = isJsonObject(properties) ? properties : {};
  const known = Object.keys(named).filter((name) => content[name] !== undefined);
  const unnamed = Object.keys(content).filter((name) => named[name] === undefined);
  return [...known, ...unnamed].flatMap((name) => {
    const value = content[name];
    if (value === undefined) return [];
    const member = named[name];
    const own = isJsonObject(member) ? resolved(member, reading.shared) : {};
    const title = titleOf(own, reading.locale);
    return [rowOf(reading, own, value, { pointer: pointerTo(pointer, name), label: title || name })];
  });
}

function rowOf(reading: Reading, schema: JsonObject, value: Json, place: Place): SheetRow {
  const code = codeOf(value, reading.locale);
  if (code !== undefined) return { ...place, value: code };
  if (isJsonList(value)) return listRow(reading, schema, value, place);
  if (isJsonObject(value) && Object.keys(value).length > 0)
    return { ...place, rows: rowsOf(reading, schema, value, place.pointer) };
  return { ...place, value: plainValue(schema, value, reading.locale) };
}

function listRow(reading: Reading, schema: JsonObject, list: readonly Json[], place: Place): SheetRow {
  if (list.length === 0) return { ...place, value: { kind: 'none' } };
  const { items } = schema;
  const item = isJsonObject(items) ? resolved(items, reading.shared) : {};
  const rows = list.map((value, index) =>
    rowOf(reading, item, value, {
      pointer: pointerTo(place.pointer, index),
      label: `${titleOf(item, reading.locale) || place.label} ${String(index + 1)}`,
    }),
  );
  const table = tableOf(rows);
  return table === undefined ? { ...place, rows } : { ...place, table };
}

/** More columns than this do not fit a printed page. */
const WIDEST_TABLE = 8;

function tableOf(items: readonly SheetRow[]): SheetTable | undefined {
  const plain = items.every(
    ({ rows = [] }) => rows.length > 0 && rows.every(({ value }) => value !== undefined),
  );
  if (!plain || items.length < 2) return undefined;
  const fields = new Map(
    items.flatMap(({ pointer, rows = [] }) =>
      rows.map((row) => [row.pointer.slice(pointer.length), row.label] as const),
    ),
  );
  if (fields.size > WIDEST_TABLE) return undefined;
  return {
    head: [...fields.values()],
    lines: items.map(({ pointer, rows = [] }) =>
      [...fields.keys()].map((field) => rows.find((row) => row.pointer === pointer + field)?.value ?? null),
    ),
  };
}

function codeOf(value: Json, locale: Locale): SheetValue | undefined {
  if (!isJsonObject(value)) return undefined;
  const { system, code, label } = value;
  if (typeof system !== 'string' || typeof code !== 'string') return undefined;
  const full = { system, code, ...(typeof label === 'string' ? { label } : {}) };
  return { kind: 'code', text: codeText(full)[locale], code, known: isKnownCode(full) };
}

function plainValue(schema: JsonObject, value: Json, locale: Locale): SheetValue {
  if (value === null) return { kind: 'none' };
  if (typeof value === 'boolean') return { kind: value ? 'yes' : 'no' };
  if (typeof value === 'number') return { kind: 'text', text: String(value) };
  if (typeof value !== 'string') return { kind: 'none' };
  const list = schema['x-codes'];
  if (typeof list === 'string') {
    const code = { system: list, code: value };
    return { kind: 'code', text: codeText(code)[locale], code: value, known: isKnownCode(code) };
  }
  if (isJsonList(schema['enum'])) return { kind: 'text', text: choiceText(schema, value, locale) };
  const { format } = schema;
  return { kind: format === 'day' || format === 'instant' ? format : 'text', text: value };
}

function localText(schema: JsonObject, member: 'title' | 'description', locale: Locale): string {
  const others = schema[`x-${member}`];
  const own = locale !== 'en' && isJsonObject(others) ? others[locale] : undefined;
  const text = own ?? schema[member];
  return typeof text === 'string' ? text : '';
}
