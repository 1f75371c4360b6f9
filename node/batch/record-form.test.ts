import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insuranceRecordSchema } from '@urtuu/law';
import fc from 'fast-check';
import { synthesise } from '../synth/index.ts';
import { hasRecordForm } from './record-form.ts';

const PEOPLE = [...synthesise({ persons: 8, seed: 5, country: 'KZ' })].map(({ record }) => ({
  ...record,
  earnings: record.earnings.slice(0, 2),
}));
const ODD = new Array<unknown>(
  null,
  true,
  -1,
  1.5,
  13,
  2201,
  [],
  {},
  '',
  'x',
  'KZ',
  'kz',
  'day',
  'male',
  '2020-02-30',
  '2020-1-1',
  '12.345',
  '-5',
  '5.5',
  '1234567890',
  '😀'.repeat(120),
  'я'.repeat(201),
);

test('the quick check of a record’s form and the parser accept the same', () => {
  const odd = fc.constantFrom(...ODD);
  let accepted = 0;
  fc.assert(
    fc.property(fc.constantFrom(...PEOPLE), fc.array(fc.nat()), odd, fc.nat(2), (record, way, value, how) => {
      const json: unknown = structuredClone(record);
      changed(json, way, value, how);
      const parsed = insuranceRecordSchema.safeParse(json).success;
      if (parsed) accepted += 1;
      assert.equal(hasRecordForm(json), parsed);
    }),
    { numRuns: 2000 },
  );
  assert.ok(accepted > 20 && accepted < 1900, `${accepted} of 2000 were accepted`);
});

/** Walks into the value and puts something odd there, adds it, or takes a member away. */
function changed(json: unknown, way: readonly number[], value: unknown, how: number): void {
  let at = json;
  for (const [i, step] of way.entries()) {
    if (typeof at !== 'object' || at === null) return;
    const members: Record<string, unknown> = Object.fromEntries(Object.entries(at));
    const names = Object.keys(members);
    const name = names[step % Math.max(1, names.length)];
    if (name === undefined) return;
    const next = members[name];
    if (i < way.length - 1 && typeof next === 'object' && next !== null) {
      at = next;
      continue;
    }
    if (how === 0) Reflect.set(at, name, value);
    else if (how === 1 && !Array.isArray(at)) Reflect.deleteProperty(at, name);
    else if (!Array.isArray(at)) Reflect.set(at, 'unheard', value);
    return;
  }
}
