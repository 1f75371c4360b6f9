import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { LOCALES, type Json, type JsonObject } from '@urtuu/kernel';
import { brokenRules } from '../rules/rules.ts';
import { CODE_LISTS } from './code-lists.ts';
import { committed, generatedFiles } from './generate.ts';
import { documentFaults, documentSchemas, sharedJsonSchema } from './schemas.ts';
import { DOCUMENT_TYPES, isDocumentType, type DocumentContents, type DocumentType } from './types.ts';

interface Example {
  readonly type: DocumentType;
  readonly schema: string;
  readonly content: DocumentContents[DocumentType];
}

const examples: readonly Example[] = globSync('examples/*.json', { cwd: import.meta.dirname })
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));

const OTHERS = LOCALES.filter((locale) => locale !== 'en');
const shared: Json = JSON.parse(JSON.stringify(sharedJsonSchema));
const schemas: Readonly<Record<string, Json>> = JSON.parse(JSON.stringify(documentSchemas));

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema inside a schema, with the place where it stands. */
function* within(schema: Json, place: string): Generator<readonly [string, JsonObject]> {
  if (!isObject(schema)) return;
  yield [place, schema];
  for (const group of ['properties', '$defs']) {
    const members = schema[group];
    if (isObject(members))
      for (const [name, member] of Object.entries(members)) yield* within(member, `${place}/${name}`);
  }
  if (isObject(schema['items'])) yield* within(schema['items'], `${place}/*`);
}

const everySchema = () =>
  [...Object.entries(schemas), ['shared', shared] as const].flatMap(([type, schema]) => [
    ...within(schema, type),
  ]);

const speaks = (texts: Json | undefined) =>
  isObject(texts) && OTHERS.every((locale) => texts[locale] !== '' && typeof texts[locale] === 'string');

describe('the catalogue of document types', () => {
  test('has an example of every type', () => {
    assert.deepEqual(examples.map(({ type }) => type).sort(), [...DOCUMENT_TYPES].sort());
    assert.ok(examples.every(({ type }) => isDocumentType(type)));
  });

  for (const { type, schema, content } of examples) {
    test(`takes the example of ${type}, and it breaks no rule`, () => {
      assert.deepEqual(documentFaults(type, JSON.parse(JSON.stringify(content))), []);
      assert.equal(schema, documentSchemas[type].$id);
      assert.deepEqual(
        brokenRules(type, content, {}).filter(({ severity }) => severity === 'error'),
        [],
      );
    });
  }

  test('names every type and every field in five languages', () => {
    const bare = everySchema().flatMap(([place, schema]) => {
      const named = typeof schema['title'] === 'string' && speaks(schema['x-title']);
      // An item and a reference take the name of the list and of the block they lead to.
      const needsName = !place.endsWith('/*') && schema['$ref'] === undefined && !place.startsWith('shared/');
      const described = schema['description'] === undefined || speaks(schema['x-description']);
      return (needsName && !named) || !described ? [place] : [];
    });
    assert.deepEqual(bare, []);
    assert.ok(everySchema().length > 500);
  });

  test('names every choice in five languages', () => {
    const bare = everySchema().flatMap(([place, schema]) => {
      const choices = schema['enum'];
      if (!Array.isArray(choices)) return [];
      const labels = schema['x-labels'];
      return choices.every(
        (choice) =>
          typeof choice === 'number' ||
          (isObject(labels) && isObject(labels[String(choice)]) && speaks(labels[String(choice)])),
      )
        ? []
        : [place];
    });
    assert.deepEqual(bare, []);
  });

  test('takes codes from lists that exist, each named in five languages or openly nameless', () => {
    const lists = everySchema().flatMap(([, schema]) =>
      typeof schema['x-codes'] === 'string' ? [schema['x-codes']] : [],
    );
    assert.deepEqual(
      lists.filter((id) => !CODE_LISTS.has(id)),
      [],
    );
    assert.ok(lists.length > 0);
    for (const { id, codes } of CODE_LISTS.values())
      for (const [code, text] of Object.entries(codes))
        if (text !== null)
          assert.ok(
            LOCALES.every((locale) => text[locale] !== ''),
            `${id} ${code}`,
          );
  });

  test('is what the types and the registry of the code are made from', () => {
    for (const [name, text] of Object.entries(generatedFiles()))
      assert.equal(committed(name), text, `run node exchange/documents/generate.ts: ${name}`);
  });
});
