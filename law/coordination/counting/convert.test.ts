import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decimal, formatExact, ratio } from '@urtuu/kernel';
import fc from 'fast-check';
import { convertPeriods, daysOfHours, PERIOD_UNITS, yearlyMaximum, type PeriodUnit } from './convert.ts';
import { DAY_SCHEMES } from './day-scheme.ts';

const inAll = (amount: string, unit: PeriodUnit, to: PeriodUnit) =>
  convertPeriods({ unit, amounts: [{ amount: decimal(amount) }] }, to);
const inYear = (amount: string, unit: PeriodUnit, to: PeriodUnit) =>
  convertPeriods({ unit, amounts: [{ amount: decimal(amount), year: 1999 }] }, to);
const anyUnit = fc.constantFrom(...PERIOD_UNITS);

describe('Regulation 987/2009 Art 13(1)(b) and (c): the table', () => {
  const table: readonly (readonly [string, PeriodUnit, number, PeriodUnit])[] = [
    ['5', '5-day', 1, 'week'],
    ['22', '5-day', 1, 'month'],
    ['66', '5-day', 1, 'quarter'],
    ['264', '5-day', 1, 'year'],
    ['6', '6-day', 1, 'week'],
    ['26', '6-day', 1, 'month'],
    ['78', '6-day', 1, 'quarter'],
    ['312', '6-day', 1, 'year'],
    ['7', '7-day', 1, 'week'],
    ['30', '7-day', 1, 'month'],
    ['90', '7-day', 1, 'quarter'],
    ['360', '7-day', 1, 'year'],
    ['22', '5-day', 26, '6-day'],
    ['78', '6-day', 90, '7-day'],
    ['13', 'week', 1, 'quarter'],
    ['52', 'week', 1, 'year'],
    ['3', 'month', 1, 'quarter'],
    ['12', 'month', 1, 'year'],
    ['4', 'quarter', 1, 'year'],
    ['26', 'week', 6, 'month'],
  ];
  for (const [amount, from, units, to] of table) {
    test(`${amount} ${from} are ${units} ${to}, and back`, () => {
      assert.deepEqual(inAll(amount, from, to), { units, roundedUp: false, yearBound: false });
      assert.equal(inAll(String(units), to, from).units, Number(amount));
    });
  }

  test('hours make days of 9, 8 or 6', () => {
    const days = (['5-day', '6-day', '7-day'] as const).map((scheme) =>
      formatExact(daysOfHours(ratio(72), scheme)),
    );
    assert.deepEqual(days, ['8', '9', '12']);
  });
});

describe('Art 13(1)(d): fractions of what was reported', () => {
  const table: readonly (readonly [string, PeriodUnit, PeriodUnit, number])[] = [
    ['2.5', 'year', 'month', 30],
    ['1.33', 'year', 'month', 15],
    ['1.33', 'year', 'quarter', 5],
    ['1.5', 'quarter', 'month', 4],
    ['2.5', 'month', '5-day', 55],
    ['2.5', 'month', '7-day', 75],
    ['22.9', '5-day', 'month', 1],
  ];
  for (const [amount, from, to, units] of table) {
    test(`${amount} ${from} are ${units} ${to}: only whole smaller units count`, () =>
      assert.equal(inAll(amount, from, to).units, units));
  }
});

describe('Art 13(1)(e): a fraction of the result', () => {
  test('counts as one more unit, once for all that was reported as one sum', () => {
    assert.deepEqual(inAll('100', '5-day', 'month'), { units: 5, roundedUp: true, yearBound: false });
    assert.deepEqual(inAll('1', '7-day', 'quarter'), { units: 1, roundedUp: true, yearBound: false });
    const amounts = [{ amount: ratio(11) }, { amount: ratio(11) }];
    assert.deepEqual(convertPeriods({ unit: '5-day', amounts }, 'month').units, 1);
  });

  test('counts for each year where years were reported', () => {
    const amounts = [1998, 1999].map((year) => ({ year, amount: ratio(11) }));
    assert.equal(convertPeriods({ unit: '5-day', amounts }, 'month').units, 2);
  });
});

describe('Art 13(2): a calendar year', () => {
  test('never becomes more than its maximum', () => {
    assert.deepEqual(inYear('51', 'week', '7-day'), { units: 357, roundedUp: false, yearBound: false });
    assert.deepEqual(inYear('51.99', 'week', '7-day').units, 360);
    fc.assert(
      fc.property(anyUnit, anyUnit, fc.nat(400), (from, to, amount) => {
        assert.ok(inYear(String(amount), from, to).units <= yearlyMaximum(to));
      }),
    );
  });

  test('that is full stays full', () => {
    assert.deepEqual(inYear('52', 'week', '5-day'), { units: 264, roundedUp: false, yearBound: true });
    assert.deepEqual(inYear('52', 'week', '7-day'), { units: 360, roundedUp: false, yearBound: true });
    for (const from of PERIOD_UNITS)
      for (const to of PERIOD_UNITS)
        assert.equal(inYear(String(yearlyMaximum(from)), from, to).units, yearlyMaximum(to), `${from} ${to}`);
  });

  test('is found whichever way its periods were reported in', () => {
    const parts = [120, 100, 44].map((amount) => ({ year: 1999, amount: ratio(amount) }));
    for (const amounts of [parts, parts.toReversed()])
      assert.equal(convertPeriods({ unit: '5-day', amounts }, 'month').units, 12);
  });
});

describe('a conversion', () => {
  test('never gives less for more', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, fc.nat(2000), fc.nat(50), (from, to, amount, more) => {
        assert.ok(inAll(String(amount), from, to).units <= inAll(String(amount + more), from, to).units);
      }),
    );
  });

  test('into the same unit changes nothing whole', () => {
    for (const unit of PERIOD_UNITS) assert.equal(inAll('17', unit, unit).units, 17);
  });

  test('stands on a table in which months, quarters and years fit together', () => {
    for (const { month, quarter, year } of Object.values(DAY_SCHEMES)) {
      assert.equal(quarter, 3 * month);
      assert.equal(year, 12 * month);
    }
  });
});
