import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { add, compare, decimal, divide, formatExact, ratio, ZERO, day, type Rational } from '@urtuu/kernel';
import fc from 'fast-check';
import { assess } from '../assess.ts';
import { period, person, record } from '../testing.ts';
import { earningsTable, monthIndex, paidBetween, sumBetween } from './earnings.ts';
import type { Earning } from './insurance-record.ts';

const FIRST = monthIndex(2004, 1);
const WINDOW = 60;
const someRow = fc.record({
  at: fc.nat(299),
  amount: fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 })),
  paid: fc.boolean(),
  tail: fc.boolean(),
});
const someRows = fc
  .uniqueArray(someRow, { selector: ({ at }) => at, minLength: 1, maxLength: 300 })
  .map((rows) =>
    rows.map(({ at, amount: [whole, hundredths], paid, tail }): Earning => ({
      country: 'MN',
      year: Math.floor((FIRST + at) / 12),
      month: ((FIRST + at) % 12) + 1,
      amount: tail ? `${whole}.${String(hundredths).padStart(2, '0')}` : `${whole}.${hundredths % 10}`,
      currency: 'MNT',
      paid,
    })),
  );

describe('Income by month', () => {
  test('adds up exactly as fractions do', () => {
    fc.assert(
      fc.property(someRows, fc.nat(299), fc.nat(300), (rows, start, length) => {
        const table = earningsTable(rows, 'MN', 'MNT', FIRST);
        const from = FIRST + start;
        const exact = sumOf(rows, from, from + length);
        assert.equal(formatExact(ratio(sumBetween(table, from, from + length), 100)), formatExact(exact.sum));
        assert.equal(paidBetween(table, from, from + length), exact.paid);
      }),
    );
  });

  test('gives the best window of Mongolia exactly, whatever the amounts', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const wire = record({
          person: person({ birthDate: '1955-01-01', residence: 'MN' }),
          periods: [period({ country: 'MN', from: '1995-01-01', to: '2023-12-31' })],
          earnings: rows,
        });
        const found = assess(wire, { law: 'mn', on: day('2030-06-01'), explain: 'full' });
        const step = found.findings?.children
          .find(({ rule }) => rule === 'mn.full')
          ?.children.find(({ rule }) => rule === 'mn.average');
        const expected = bestAverage(rows);
        const sum = step?.inputs.find(({ name }) => name === 'sum')?.value;
        const divisor = step?.text.args['divisor'];
        if (sum === undefined || typeof divisor !== 'number') assert.equal(expected, undefined);
        else
          assert.equal(
            formatExact(divide(decimal(sum), ratio(divisor))),
            expected === undefined ? undefined : formatExact(expected),
          );
      }),
    );
  });

  test('leaves out unpaid rows, other currencies and wages without the coefficient of their time', () => {
    const rows = [
      row(1990),
      row(1991, { adjusted: true }),
      row(2001, { paid: false }),
      row(2002, { currency: 'USD' }),
      row(2003),
    ];
    const table = earningsTable(rows, 'KZ', 'KZT', monthIndex(1998, 1));
    assert.equal(sumBetween(table, monthIndex(1900, 1), monthIndex(2100, 1)), 20_000);
    assert.equal(table.unadjusted, true);
  });
});

function sumOf(rows: readonly Earning[], from: number, to: number): { sum: Rational; paid: number } {
  const inside = rows.filter(
    (row) => row.paid && monthIndex(row.year, row.month) >= from && monthIndex(row.year, row.month) < to,
  );
  return { sum: inside.reduce((sum, row) => add(sum, decimal(row.amount)), ZERO), paid: inside.length };
}

/** The plain reading of the rule, in fractions: every window of 60 months in the last 240 of contributions. */
function bestAverage(rows: readonly Earning[]): Rational | undefined {
  const months = rows.filter(({ paid }) => paid).map(({ year, month }) => monthIndex(year, month));
  if (months.length === 0) return undefined;
  const end = Math.max(...months) + 1;
  const start = Math.min(end - WINDOW, Math.max(end - 240, Math.min(...months)));
  let best = ZERO;
  for (let from = start; from + WINDOW <= end; from += 1) {
    const { sum, paid } = sumOf(rows, from, from + WINDOW);
    if (paid === 0) continue;
    const average = divide(sum, ratio(paid));
    if (compare(average, best) > 0) best = average;
  }
  return best;
}

function row(year: number, more: Partial<Earning> = {}): Earning {
  return { country: 'KZ', year, month: 1, amount: '100', currency: 'KZT', paid: true, ...more };
}
