import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  ageInYears,
  civilDate,
  civilDay,
  day,
  dayOfInstant,
  formatDay,
  fullMonthsBetween,
  firstOfMonthIndex,
  monthIndexOf,
  parseDay,
  type Day,
} from './index.ts';

const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: -60_000, max: 370_000 })
  .map((n) => addDays(day('1970-01-01'), n));

const oracle = (value: Day) => Temporal.PlainDate.from(formatDay(value));

describe('a day', () => {
  test('is written and read as ISO text without change', () => {
    fc.assert(fc.property(anyDay, (value) => assert.equal(day(formatDay(value)), value)));
  });

  test('has the year, month and day that the calendar gives it', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const { year, month, day: dayOfMonth } = civilDate(value);
        const expected = Temporal.PlainDate.from('1970-01-01').add({ days: value });
        assert.deepEqual([year, month, dayOfMonth], [expected.year, expected.month, expected.day]);
      }),
    );
  });

  test('has the month that its number says, for every day of the calendar', () => {
    for (let value = day('1800-01-01'); value <= day('2999-12-31'); value = addDays(value, 1)) {
      const { year, month } = civilDate(value);
      assert.equal(monthIndexOf(value), year * 12 + month - 1);
      const next = civilDate(addDays(value, 1));
      assert.ok(
        next.day === 1 ? monthIndexOf(addDays(value, 1)) === monthIndexOf(value) + 1 : next.month === month,
      );
    }
  });

  test('moves by months as the calendar does, stopping at the end of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (value, months) =>
        assert.equal(formatDay(addMonths(value, months)), oracle(value).add({ months }).toString()),
      ),
    );
  });

  test('counts the full months to a later day as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30_000 }), (from, days) => {
        const to = addDays(from, days);
        const expected = oracle(from).until(oracle(to), { largestUnit: 'months' }).months;
        assert.equal(fullMonthsBetween(from, to), expected);
      }),
    );
  });

  for (const [text, code] of [
    ['2023-02-29', 'day-impossible'],
    ['2024-13-01', 'day-impossible'],
    ['2024-00-10', 'day-impossible'],
    ['1066-10-14', 'day-impossible'],
    ['2024-1-1', 'day-format'],
    ['01.01.2024', 'day-format'],
    ['2024-01-01T00:00:00Z', 'day-format'],
    ['', 'day-format'],
  ] as const) {
    test(`refuses «${text}» as ${code}`, () => {
      assert.deepEqual(parseDay(text), { ok: false, error: { code, found: parseDayFound(text) } });
    });
  }

  test('a leap day is a birthday on 28 February of common years', () => {
    const birth = day('1964-02-29');
    assert.equal(ageInYears(birth, day('2027-02-27')), 62);
    assert.equal(ageInYears(birth, day('2027-02-28')), 63);
  });

  test('an instant falls on the day of the place: 17:30 UTC is already tomorrow in Ulaanbaatar, not yet in Astana', () => {
    const instant = new Date('2026-03-01T17:30:00Z');
    assert.equal(formatDay(dayOfInstant(instant, 480)), '2026-03-02');
    assert.equal(formatDay(dayOfInstant(instant, 300)), '2026-03-01');
  });
});

function parseDayFound(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? text : `${Number(match[1])}-${Number(match[2])}-${Number(match[3])}`;
}

test('the calendar has no 31 April', () => {
  assert.equal(civilDay({ year: 2024, month: 4, day: 31 }).ok, false);
});

test('the first day of a numbered month is of that month, and the day before it is not', () => {
  for (let index = 1890 * 12; index < 2110 * 12; index += 1) {
    const first = firstOfMonthIndex(index);
    assert.equal(monthIndexOf(first), index);
    assert.equal(monthIndexOf(addDays(first, -1)), index - 1);
  }
});
