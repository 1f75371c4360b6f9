/** What a form shows for a schema: which kind of control, and what a fresh value is. Pure. */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '@urtuu/kernel';
import { resolved } from '@urtuu/exchange/documents';

/** Added by the node itself, or of no use to somebody who writes by hand. */
const NOT_WRITTEN = ['person', 'institution', 'ext'];

export type Control =
  | { readonly kind: 'text' | 'longText' | 'day' | 'instant' | 'number' | 'yesNo' | 'freeCode' | 'fixed' }
  /** one of a closed list: as the bare code, or as code and system */
  | { readonly kind: 'code'; readonly list: string; readonly whole: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'list'; readonly item: JsonObject }
  | { readonly kind: 'group'; readonly fields: readonly Field[] };

export interface Field {
  readonly name: string;
  readonly schema: JsonObject;
  readonly required: boolean;
}

const LONG = 300;

/** The control for a schema whose references are filled in. */
export function controlOf(schema: JsonObject, shared: JsonObject): Control {
  const list = schema['x-codes'];
  if (schema['const'] !== undefined) return { kind: 'fixed' };
  if (isCode(schema)) {
    return typeof list === 'string' ? { kind: 'code', list, whole: true } : { kind: 'freeCode' };
  }
  if (isJsonObject(schema['properties'])) return { kind: 'group', fields: fieldsOf(schema, shared) };
  const { items } = schema;
  if (isJsonObject(items)) return { kind: 'list', item: resolved(items, shared) };
  if (typeof list === 'string') return { kind: 'code', list, whole: false };
  const choices = schema['enum'];
  if (isJsonList(choices)) return { kind: 'choice', choices: choices.map(textOf) };
  return { kind: plainKind(schema) };
}

/** The fields of a type or group that somebody fills in, those that must be there first. */
export function fieldsOf(schema: JsonObject, shared: JsonObject): Field[] {
  const { properties, required } = schema;
  if (!isJsonObject(properties)) return [];
  const needed = isJsonList(required) ? required : [];
  const fields = Object.entries(properties).flatMap(([name, member]) =>
    isJsonObject(member) && !NOT_WRITTEN.includes(name)
      ? [{ name, schema: resolved(member, shared), required: needed.includes(name) }]
      : [],
  );
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

/** A fresh value: what can be only one thing is that thing, and required lists and groups are there. */
export function freshValue(schema: JsonObject, shared: JsonObject): Json {
  const fixed = schema['const'];
  if (fixed !== undefined) return fixed;
  if (isNullable(schema)) return null;
  if (isCode(schema)) return '';
  if (isJsonObject(schema['items'])) return [];
  if (!isJsonObject(schema['properties'])) return '';
  const needed = fieldsOf(schema, shared).filter(({ required }) => required);
  return Object.fromEntries(needed.map((field) => [field.name, freshValue(field.schema, shared)]));
}

/** What was typed as the value that the schema wants; a number that is none stays text, and the check says so. */
export function valueOfText(text: string, control: Control): Json | undefined {
  if (text === '') return undefined;
  switch (control.kind) {
    case 'number':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    case 'yesNo':
      return text === 'true';
    case 'code':
      return control.whole ? { system: control.list, code: text } : text;
    case 'choice':
    case 'text':
    case 'longText':
    case 'day':
    case 'instant':
    case 'freeCode':
    case 'fixed':
    case 'list':
    case 'group':
      return text;
  }
}

/** Null is a value of its own here: a period that lasts, a rule without a source. */
export function isNullable(schema: JsonObject): boolean {
  return schema['nullable'] === true;
}

/** The text that a control shows for a value. */
export function textOfValue(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (isJsonObject(value)) return textOfValue(value['code']);
  return textOf(value);
}

function plainKind({
  type,
  format,
  maxLength,
}: JsonObject): 'text' | 'longText' | 'day' | 'instant' | 'number' | 'yesNo' {
  if (format === 'day' || format === 'instant') return format;
  if (type === 'integer') return 'number';
  if (type === 'boolean') return 'yesNo';
  return typeof maxLength === 'number' && maxLength > LONG ? 'longText' : 'text';
}

function isCode({ properties }: JsonObject): boolean {
  return isJsonObject(properties) && 'system' in properties && 'code' in properties;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
