import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '@urtuu/kernel';
import { NAV_RULES } from './nav/table.ts';
import { plainRules } from './plain.ts';
import { contentOf, holds, inAnyOrder, without } from './round-trip.fixture.ts';
import { DIALECTS, exportSed, importSed, type Dialect } from './sed.ts';
import { DOCUMENT_OF_SED, SED_NAMES, sedOfDocument, type SedName } from './sed-names.ts';
import { translate, type Translation } from './translate.ts';
import { leaves, member } from './tree.ts';
import { isDocumentType } from '../documents/types.ts';

interface Example {
  readonly type: string;
  readonly content: JsonObject;
}

const examples: readonly Example[] = globSync('../documents/examples/*.json', { cwd: import.meta.dirname })
  .sort()
  .map((file): Example => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));

const rulesOf = (sed: SedName, dialect: Dialect) =>
  dialect === 'nav' ? NAV_RULES[sed] : plainRules(DOCUMENT_OF_SED[sed]);

function walked(sed: SedName, dialect: Dialect, value: Json, direction: 'import' | 'export'): Translation {
  const found = translate(rulesOf(sed, dialect), { value, pointer: '' }, direction);
  assert.ok(found.ok, JSON.stringify(found));
  return found.value;
}

/**
 * A SED has no order of a person's names, and its own of a statement's periods: current, birth and former name;
 * periods by their first day, those of one day in the order of the SED's lists.
 */
function ordered(value: Json, list = ''): Json {
  if (isJsonList(value)) {
    const items = value.map((item) => ordered(item));
    if (list === 'names') return items.toSorted((a, b) => useOf(a) - useOf(b));
    if (list === 'periods') return items.toSorted(byFirstDay);
    return items;
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, ordered(item, name)]));
}

function text(value: Json, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
}

const LISTS =
  'work residence training military sickness unemployment birthLeave voluntary other childCare'.split(' ');

function byFirstDay(a: Json, b: Json): number {
  const [first, second] = [text(a, 'from'), text(b, 'from')];
  if (first !== second) return first < second ? -1 : 1;
  return LISTS.indexOf(text(a, 'kind')) - LISTS.indexOf(text(b, 'kind'));
}

const useOf = (name: Json): number => ['', 'current', 'birth', 'former'].indexOf(text(name, 'use')) || 1;

function comesBack(sed: SedName, dialect: Dialect, given: JsonObject): void {
  const content = ordered(given);
  const out = walked(sed, dialect, content, 'export');
  const back = walked(sed, dialect, out.value, 'import');
  assert.deepEqual(back.losses, [], 'what we write is read without a loss');
  const kept = without(content, new Set(out.losses.map(({ pointer }) => pointer)));
  assert.ok(holds(back.value, kept), JSON.stringify({ kept, back: back.value, out: out.value }));
  if (out.losses.every(({ reason }) => reason !== 'spelling'))
    assert.ok(
      holds(kept ?? {}, without(back.value, new Set(back.supplied.flatMap((at) => under(back.value, at))))),
      JSON.stringify({ kept, back: back.value, supplied: back.supplied }),
    );
  const again = walked(sed, dialect, back.value, 'export');
  assert.deepEqual(walked(sed, dialect, again.value, 'import').value, back.value);
}

function under(value: Json, pointer: string): string[] {
  return [...leaves(value, '')]
    .map(([at]) => at)
    .filter((at) => at === pointer || at.startsWith(`${pointer}/`));
}

describe('a document written as a SED and read again', () => {
  for (const dialect of DIALECTS)
    for (const { type, content } of examples) {
      const sed = isDocumentType(type) ? sedOfDocument(type) : undefined;
      if (sed !== undefined)
        test(`comes back but for the losses: the example of ${type}, ${dialect}`, () => {
          comesBack(sed, dialect, content);
        });
    }

  for (const dialect of DIALECTS)
    for (const sed of SED_NAMES)
      test(`comes back but for the losses: any ${sed}, ${dialect}`, () => {
        fc.assert(
          fc.property(contentOf(DOCUMENT_OF_SED[sed]), (content) => {
            comesBack(sed, dialect, content);
          }),
          { numRuns: dialect === 'nav' ? 50 : 10 },
        );
      });

  test('loses nothing in the plain dialect', () => {
    for (const { type, content } of examples) {
      const found = exportSed({ type, content }, { dialect: 'plain' });
      if (!found.ok) continue;
      assert.deepEqual(found.value.losses, []);
      const back = importSed(found.value.json);
      assert.ok(back.ok);
      assert.deepEqual(back.value.document.content, content);
      assert.equal(back.value.dialect, 'plain');
    }
  });
});

describe('a SED with anything in it', () => {
  for (const dialect of DIALECTS)
    for (const sed of SED_NAMES)
      test(`arrives or is named as a loss, value by value: ${sed}, ${dialect}`, () => {
        fc.assert(
          fc.property(contentOf(DOCUMENT_OF_SED[sed]), fc.nat(), fc.nat(3), (content, place, kind) => {
            const spoiled = spoil(walked(sed, dialect, content, 'export').value, place, kind);
            const read = translate(rulesOf(sed, dialect), { value: spoiled, pointer: '' }, 'import');
            if (!read.ok) return assert.match(read.error.pointer, /^\//);
            const lost = new Map(read.value.losses.map(({ pointer, value }) => [pointer, value]));
            const written = [...leaves(spoiled, '')];
            for (const [pointer, value] of lost)
              assert.ok(written.some(([at, there]) => at === pointer && there === value));
            const kept = without(spoiled, new Set(lost.keys()));
            const again = walked(sed, dialect, read.value.value, 'export').value;
            assert.ok(holds(again, kept, inAnyOrder), JSON.stringify({ kept, again }));
          }),
          { numRuns: dialect === 'nav' ? 40 : 10 },
        );
      });
});

/** One more member, another text, an empty text or another type, at some place of a SED. */
function spoil(sed: Json, place: number, kind: number): Json {
  const places = [...objects(sed, '')];
  const at = places[place % Math.max(1, places.length)];
  return at === undefined ? sed : changed(sed, at, kind, '');
}

function* objects(value: Json, pointer: string): Generator<string> {
  if (isJsonList(value)) for (const [i, item] of value.entries()) yield* objects(item, `${pointer}/${i}`);
  else if (isJsonObject(value)) {
    yield pointer;
    for (const [name, item] of Object.entries(value)) yield* objects(item, `${pointer}/${name}`);
  }
}

function changed(value: Json, at: string, kind: number, pointer: string): Json {
  if (isJsonList(value)) return value.map((item, i) => changed(item, at, kind, `${pointer}/${i}`));
  if (!isJsonObject(value)) return value;
  if (pointer !== at)
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, changed(item, at, kind, `${pointer}/${name}`)]),
    );
  const [first] = Object.keys(value);
  if (kind === 0 || first === undefined) return { ...value, annet: 'x' };
  return { ...value, [first]: kind === 1 ? 'æøå' : kind === 2 ? '' : { wrong: ['type'] } };
}
