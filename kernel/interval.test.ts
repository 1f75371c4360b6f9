import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  day,
  daysOf,
  formatDay,
  intersect,
  splitAt,
  subtract,
  totalDays,
  union,
  type Interval,
} from './index.ts';

const epoch = day('1970-01-01');
const anySpan: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 900 }))
  .map(([start, length]) => ({ from: addDays(epoch, start), to: addDays(epoch, start + length) }));
const spans = fc.array(anySpan, { maxLength: 12 });

const daysIn = (list: readonly Interval[]): Set<number> => {
  const days = new Set<number>();
  for (const span of list) for (let d: number = span.from; d < span.to; d += 1) days.add(d);
  return days;
};
const text = (list: readonly Interval[]) => list.map((s) => `${formatDay(s.from)}/${formatDay(s.to)}`);
const span = (from: string, to: string): Interval => ({ from: day(from), to: day(to) });

describe('periods as sets of days', () => {
  test('a union counts each calendar day once', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const joined = union(list);
        assert.deepEqual(daysIn(joined), daysIn(list));
        assert.equal(totalDays(joined), daysIn(list).size);
      }),
    );
  });

  test('a difference keeps exactly the days that no other period took', () => {
    fc.assert(
      fc.property(anySpan, spans, (whole, taken) => {
        const expected = daysIn([whole]);
        for (const d of daysIn(taken)) expected.delete(d);
        assert.deepEqual(daysIn(subtract(whole, taken)), expected);
      }),
    );
  });

  test('a cut loses no day and doubles none', () => {
    fc.assert(
      fc.property(anySpan, fc.integer({ min: -10, max: 4_000 }), (whole, offset) => {
        const { before, after } = splitAt(whole, addDays(epoch, offset));
        const parts = [before, after].filter((part) => part !== undefined);
        assert.equal(totalDays(parts), daysOf(whole));
        assert.deepEqual(daysIn(parts), daysIn([whole]));
      }),
    );
  });

  test('the 1998 cut leaves 31 December before and 1 January after it', () => {
    const { before, after } = splitAt(span('1997-12-31', '1998-01-02'), day('1998-01-01'));
    assert.deepEqual(text([before, after].filter((p) => p !== undefined)), [
      '1997-12-31/1998-01-01',
      '1998-01-01/1998-01-02',
    ]);
  });

  test('periods that only touch share no day', () => {
    assert.equal(intersect(span('1990-01-01', '1990-02-01'), span('1990-02-01', '1990-03-01')), undefined);
  });
});
