import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUuid, uuidV7Source } from './index.ts';

const bytes = (fill: number) => (length: number) => new Uint8Array(length).fill(fill);

test('identifiers are version 7 UUIDs that carry the millisecond', () => {
  const id = uuidV7Source(() => 0x0192_ab34_cd56, bytes(0))();
  assert.equal(id.slice(0, 15), '0192ab34-cd56-7');
  assert.ok(isUuid(id));
});

test('ten thousand identifiers of one millisecond are different and sort as they were made', () => {
  const next = uuidV7Source(() => 1_800_000_000_000, bytes(7));
  const made = Array.from({ length: 10_000 }, () => next());
  assert.deepEqual([...made].sort(), made);
  assert.equal(new Set(made).size, made.length);
});

test('a clock set back does not bring an old identifier back', () => {
  const times = [2_000, 1_000, 1_500, 2_001];
  const next = uuidV7Source(() => times.shift() ?? 3_000, bytes(1));
  const made = [next(), next(), next(), next()];
  assert.deepEqual([...made].sort(), made);
});
