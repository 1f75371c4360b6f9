import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, day, type Day } from '@urtuu/kernel';
import fc from 'fast-check';
import { monthStart, nextMonth, workingDays } from './working-days.ts';

describe('Working days, Monday to Friday', () => {
  test('of calendar months', () => {
    // counted on a calendar: June 2025 begins on a Sunday, August 2025 on a Friday
    const table = [
      ['2025-02-01', 20],
      ['2025-06-01', 21],
      ['2025-07-01', 23],
      ['2025-08-01', 21],
      ['2026-02-01', 20],
      ['2024-02-01', 21],
    ] as const;
    for (const [first, days] of table) {
      assert.equal(workingDays(day(first), nextMonth(day(first))), days, first);
      assert.equal(monthStart(addDays(nextMonth(day(first)), -1)), day(first));
    }
  });

  test('are those that a walk over the days finds, and add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 60_000 }), fc.nat(400), fc.nat(400), (at, a, b) => {
        const from = addDays(day('1970-01-01'), at);
        const middle = addDays(from, a);
        const to = addDays(middle, b);
        let walked = 0;
        for (let one: Day = from; one < to; one = addDays(one, 1))
          if (new Date(one * 86_400_000).getUTCDay() % 6 !== 0) walked += 1;
        assert.equal(workingDays(from, to), walked);
        assert.equal(workingDays(from, middle) + workingDays(middle, to), walked);
        assert.equal(workingDays(to, from), a + b === 0 ? walked : 0);
      }),
    );
  });
});
