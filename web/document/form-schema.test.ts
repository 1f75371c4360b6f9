import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { isJsonObject, type JsonObject } from '@urtuu/kernel';
import { controlOf, fieldsOf, freshValue, textOfValue, valueOfText, type Field } from './form-schema.ts';

const DOCUMENTS = new URL('../../exchange/documents/', import.meta.url);
const read = (file: string): JsonObject => JSON.parse(readFileSync(new URL(file, DOCUMENTS), 'utf8'));
const shared = read('shared.schema.json');
const schemas = globSync('*/*.schema.json', { cwd: DOCUMENTS.pathname }).map(read);

/** Every field of a form, however deep. */
function everyField(fields: readonly Field[], depth = 0): Field[] {
  if (depth > 8) throw new Error('a schema that has no end');
  return fields.flatMap((field) => {
    const control = controlOf(field.schema, shared);
    const inside =
      control.kind === 'group'
        ? control.fields
        : control.kind === 'list'
          ? [{ name: '*', schema: control.item, required: true }]
          : [];
    return [field, ...everyField(inside, depth + 1)];
  });
}

describe('a form made from a schema', () => {
  test('has a control for every field of every type, and asks for no person of the case', () => {
    assert.ok(schemas.length >= 50);
    for (const schema of schemas) {
      const fields = fieldsOf(schema, shared);
      assert.ok(everyField(fields).every((field) => controlOf(field.schema, shared).kind !== undefined));
      assert.ok(fields.every(({ name }) => !['person', 'institution', 'ext'].includes(name)));
    }
  });

  test('puts what must be filled in before what may be', () => {
    const needs = fieldsOf(read('claim/claimant-statement.schema.json'), shared).map(
      ({ required }) => required,
    );
    assert.deepEqual(
      needs,
      needs.toSorted((a, b) => Number(b) - Number(a)),
    );
  });

  test('starts with what can be only one thing', () => {
    const fresh = freshValue(read('claim/claim-old-age.schema.json'), shared);
    assert.ok(isJsonObject(fresh) && isJsonObject(fresh['claim']));
    assert.equal(fresh['claim']['kind'], '01');
  });

  test('leaves a last day empty on purpose: the period lasts', () => {
    const statement = read('claim/claimant-statement.schema.json');
    const [periods] = fieldsOf(statement, shared);
    assert.ok(periods);
    const control = controlOf(periods.schema, shared);
    assert.ok(control.kind === 'list');
    const fresh = freshValue(control.item, shared);
    assert.ok(isJsonObject(fresh));
    assert.equal(fresh['to'], null);
  });

  const typed: readonly [string, JsonObject, string, unknown][] = [
    ['a number', { type: 'integer' }, '12', 12],
    ['a number that is none, for the check to refuse', { type: 'integer' }, 'twelve', 'twelve'],
    ['a yes', { type: 'boolean' }, 'true', true],
    ['a bare code', { type: 'string', 'x-codes': 'urtuu:basis' }, '01', '01'],
    [
      'a whole code',
      { 'x-codes': 'urtuu:basis', properties: { system: {}, code: {} } },
      '01',
      { system: 'urtuu:basis', code: '01' },
    ],
    ['nothing, which is no value', { type: 'string' }, '', undefined],
  ];
  for (const [what, schema, text, value] of typed) {
    test(`takes ${what}, and shows it again`, () => {
      const found = valueOfText(text, controlOf(schema, {}));
      assert.deepEqual(found, value);
      assert.equal(textOfValue(found), text);
    });
  }
});
