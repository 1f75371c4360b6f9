/** What the tests of the mapping share: values without their losses, and constructed documents of any type. */
import fc from 'fast-check';
import { addDays, day, formatDay, isJsonList, isJsonObject, type Json, type JsonObject } from '@urtuu/kernel';
import { schemaOf, SHARED_SCHEMA } from '../documents/schema-json.ts';
import type { DocumentType } from '../documents/types.ts';
import { member } from './tree.ts';

/** A value without the leaves at the pointers, and without what holds nothing then. */
export function without(value: Json, pointers: ReadonlySet<string>, pointer = ''): Json | undefined {
  if (value === null || pointers.has(pointer)) return undefined;
  if (isJsonList(value)) {
    const rest = value.flatMap((item, i) => without(item, pointers, `${pointer}/${i}`) ?? []);
    return rest.length === 0 ? undefined : rest;
  }
  if (!isJsonObject(value)) return value;
  const rest = Object.entries(value).flatMap(([name, item]) => {
    const kept = without(item, pointers, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/** Content that passes the schema of its type: every member there or not, lists of up to three. */
export function contentOf(type: DocumentType): fc.Arbitrary<JsonObject> {
  return valueOf(schemaOf(type), type).filter(isJsonObject);
}

function valueOf(schema: Json, name: string): fc.Arbitrary<Json> {
  const reference = member(schema, '$ref');
  if (typeof reference === 'string') {
    const definition = reference.slice(reference.lastIndexOf('/') + 1);
    const codes = member(schema, 'x-codes');
    if (definition === 'code') return codeOf(typeof codes === 'string' ? codes : undefined);
    return valueOf(member(SHARED_SCHEMA, '$defs', definition) ?? {}, definition);
  }
  const choices = member(schema, 'anyOf');
  if (isJsonList(choices)) return fc.oneof(...choices.map((choice) => valueOf(choice, name)));
  const only = member(schema, 'const');
  if (only !== undefined) return fc.constant(only);
  const values = member(schema, 'enum');
  if (isJsonList(values)) return fc.constantFrom(...values);
  const type = member(schema, 'type');
  switch (typeof type === 'string' ? type : '') {
    case 'object':
      return objectOf(schema);
    case 'array':
      return fc.array(valueOf(member(schema, 'items') ?? {}, name), {
        minLength: Number(member(schema, 'minItems') ?? 0),
        maxLength: 3,
      });
    case 'integer':
      return fc.integer({
        min: Number(member(schema, 'minimum') ?? 0),
        max: Math.min(3000, Number(member(schema, 'maximum') ?? 3000)),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return textOf(schema);
  }
}

function objectOf(schema: Json): fc.Arbitrary<Json> {
  const properties = member(schema, 'properties');
  if (!isJsonObject(properties))
    return fc.constantFrom<Json>({}, { any: 'thing', list: [1, { deep: 'text' }] });
  const required = member(schema, 'required');
  const names = Object.keys(properties).filter((name) => name !== 'ext');
  return fc.record(Object.fromEntries(names.map((name) => [name, valueOf(properties[name] ?? {}, name)])), {
    requiredKeys: names.filter((name) => isJsonList(required) && required.includes(name)),
  });
}

/** Codes of the list that the schema names, and of others: an unknown code must come through as well. */
function codeOf(list: string | undefined): fc.Arbitrary<Json> {
  return fc.record({
    system: fc.constantFrom(list ?? 'eessi:reduction', list ?? 'eessi:marital-status', 'kz:own'),
    code: fc.constantFrom('01', '02', '03', '10', '11', '20', '30', '43', '77'),
  });
}

function textOf(schema: Json): fc.Arbitrary<Json> {
  const format = member(schema, 'format');
  const pattern = member(schema, 'pattern');
  if (format === 'day')
    return fc.integer({ min: 0, max: 28000 }).map((n) => formatDay(addDays(day('1950-01-01'), n)));
  if (format === 'instant') return fc.constant('2026-11-02T08:00:00Z');
  if (format === 'uuid-lower') return fc.uuid({ version: 7 });
  if (typeof pattern === 'string')
    return fc.stringMatching(new RegExp(pattern)).filter((text) => text.isWellFormed());
  const words = fc.constantFrom('Ахмет', 'Akhmet', 'Ерлан, жүргізуші', '620315399020', '05', 'P5000', 'KZ');
  const shortest = Number(member(schema, 'minLength') ?? 0);
  return shortest > 0 ? words : fc.oneof(words, fc.constant(''));
}

/** Whether a list holds what another does. */
type Lists = (list: readonly Json[], part: readonly Json[]) => boolean;

const inOrder: Lists = (list, part) => part.every((item, i) => holds(list[i], item));
export const inAnyOrder: Lists = (list, part) =>
  part.every((item) => list.some((other) => holds(other, item, inAnyOrder)));

/** Whether a value holds everything another does, its lists item by item. */
export function holds(value: Json | undefined, part: Json | undefined, lists: Lists = inOrder): boolean {
  if (part === undefined) return true;
  if (isJsonList(part)) return isJsonList(value) && value.length === part.length && lists(value, part);
  if (isJsonObject(part))
    return Object.entries(part).every(([name, item]) => holds(member(value, name), item, lists));
  return value === part;
}
