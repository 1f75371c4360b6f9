import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { earningsTable, paidBetween, sumBetween } from '../record/earnings.ts';
import { bestWindow, type Window } from './best-window.ts';

const FIRST = 2000 * 12;

test('the best run of months is the one that a search of all of them finds', () => {
  const income = fc.oneof(fc.constant(undefined), fc.constant(0), fc.nat(9), fc.nat(3_000_000));
  const voluntary = fc
    .tuple(fc.nat(300), fc.integer({ min: 1, max: 60 }))
    .map(([from, length]) => ({ from: FIRST + from, to: FIRST + from + length }));
  const rule = fc.constantFrom('paidMonthsForMonthlyPayers', 'paidMonths', 'fixed60');
  fc.assert(
    fc.property(
      fc.array(income, { minLength: 1, maxLength: 300 }),
      fc.boolean(),
      fc.array(voluntary, { maxLength: 2 }),
      fc.constantFrom(12, 60, 84),
      rule,
      fc.nat(280),
      (incomes, rising, mnVoluntary, months, divisorRule, searched) => {
        const amounts = rising ? incomes.toSorted((a, b) => (a ?? 0) - (b ?? 0)) : incomes;
        const rows = amounts.flatMap((amount, i) => (amount === undefined ? [] : [row(i, amount)]));
        if (rows.length === 0) return;
        const mnEarnings = earningsTable(rows, 'MN', 'MNT', 0);
        const end = mnEarnings.first + mnEarnings.months;
        const earliest = end - searched;
        const record = { mnEarnings, mnVoluntary };
        assert.deepEqual(
          bestWindow(record, earliest, end, months, divisorRule),
          searchedAll(record, earliest, end, months, divisorRule),
        );
      },
    ),
    { numRuns: 500 },
  );
});

function row(month: number, amount: number) {
  const year = 2000 + Math.floor(month / 12);
  return {
    country: 'MN',
    currency: 'MNT',
    year,
    month: (month % 12) + 1,
    amount: String(amount),
    paid: true,
  };
}

function searchedAll(
  { mnEarnings, mnVoluntary }: Parameters<typeof bestWindow>[0],
  earliest: number,
  end: number,
  months: number,
  rule: string,
): Window {
  const first = Math.min(end - months, Math.max(earliest, mnEarnings.first));
  let best: Window = { sum: 0, paid: 0, divisor: months, from: first };
  for (let from = first; from <= end - months; from += 1) {
    const sum = sumBetween(mnEarnings, from, from + months);
    const paid = paidBetween(mnEarnings, from, from + months);
    const otherwise = mnVoluntary.some((span) => span.from < from + months && span.to > from);
    const byPaid = rule === 'paidMonths' || (rule !== 'fixed60' && (paid === months || !otherwise));
    const divisor = byPaid && paid > 0 ? paid : months;
    if (sum * best.divisor > best.sum * divisor) best = { sum, paid, divisor, from };
  }
  return best;
}
