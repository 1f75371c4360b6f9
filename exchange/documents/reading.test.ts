import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { LOCALES, type Json, type JsonObject } from '@urtuu/kernel';
import { schemaView } from './document-type-views.ts';
import { documentSheet, type SheetRow } from './reading.ts';

const examples: readonly { readonly type: string; readonly content: Json }[] = globSync('examples/*.json', {
  cwd: import.meta.dirname,
}).map((file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));

function pairOf(type: string) {
  const view = schemaView(type);
  if (!view.ok) throw new Error(type);
  return view.value;
}

const sheet = (type: string, content: Json, locale: 'en' | 'mn' | 'kk' | 'ru' | 'zh' = 'en') =>
  documentSheet(pairOf(type), content, locale);

const flat = (rows: readonly SheetRow[]): SheetRow[] => rows.flatMap((row) => [row, ...flat(row.rows ?? [])]);

/** Pointers of all values in a content that are no container. */
function leaves(value: Json, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  const members = Object.entries(value);
  if (members.length === 0) return [pointer];
  if ('system' in value && 'code' in value) return [pointer];
  return members.flatMap(([name, member]: [string, Json]) => leaves(member, `${pointer}/${name}`));
}

describe('a document as people read it', () => {
  for (const { type, content } of examples) {
    test(`shows every value of a ${type}, once, in every language`, () => {
      const kept = JSON.parse(JSON.stringify(content), (name, value: Json) =>
        name === 'ext' ? undefined : value,
      );
      for (const locale of LOCALES) {
        const rows = flat(sheet(type, kept, locale));
        const tabled = rows.flatMap(({ table }) => table?.lines.flat().filter((cell) => cell !== null) ?? []);
        const shown = rows.filter(({ value }) => value !== undefined);
        assert.equal(shown.length + tabled.length, leaves(kept).length);
        assert.ok(shown.every(({ pointer }) => leaves(kept).includes(pointer)));
        assert.deepEqual(
          rows.filter(({ label }) => label === '').map(({ pointer }) => pointer),
          [],
        );
      }
    });
  }

  test('names fields and codes in the language asked for', () => {
    const content: JsonObject = {
      pensionKind: { system: 'urtuu:pension-kind', code: '10' },
      anyPeriods: false,
      noPeriodsReason: { code: 'x', text: 'y' },
    };
    const [kind, any] = sheet('PeriodCertificate', content, 'ru');
    assert.equal(kind?.value?.kind === 'code' && kind.value.known, true);
    assert.match(kind?.label ?? '', /[а-я]/i);
    assert.deepEqual(any?.value, { kind: 'no' });
  });

  test('carries a code that nobody knows as it came, and says so', () => {
    const type = { system: 'mn:own', code: 'Z9', label: 'Отрын ажил' };
    const [row] = sheet('PeriodCertificate', { pensionKind: type });
    assert.deepEqual(row?.value, { kind: 'code', text: 'Отрын ажил', code: 'Z9', known: false });
  });

  test('tells a period that lasts from one whose end is not stated', () => {
    const rows = flat(sheet('PeriodCertificate', { periods: [{ from: '1985-03-01', to: null }] }));
    const at = (pointer: string) => rows.find((row) => row.pointer === pointer)?.value;
    assert.deepEqual(at('/periods/0/from'), { kind: 'day', text: '1985-03-01' });
    assert.deepEqual(at('/periods/0/to'), { kind: 'none' });
  });

  test('sets months of income as a table, a field that a month lacks as a gap', () => {
    const month = { country: 'MN', year: 1991, month: 5, amount: '1250.50', currency: 'MNT' };
    const [row] = sheet('PeriodCertificate', { earnings: [month, { ...month, month: 6, paid: true }] });
    assert.equal(row?.table?.head.length, 6);
    assert.deepEqual(
      row?.table?.lines.map((line) => line.at(-1)),
      [null, { kind: 'yes' }],
    );
  });

  test('says where an object has nothing in it', () => {
    const [row] = sheet('PeriodRequest', { window: {} });
    assert.deepEqual(row?.value, { kind: 'none' });
  });

  test('shows what no schema names under the name it came with', () => {
    const [row] = sheet('VitalEvent', { invented: 'by a later version' });
    assert.deepEqual(row, {
      pointer: '/invented',
      label: 'invented',
      value: { kind: 'text', text: 'by a later version' },
    });
  });
});
