import { divide, formatExact, ratio, type Day } from '@urtuu/kernel';
import { missingParameter } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import {
  averageWithoutMonths,
  establishedAverage,
  type AverageIncome,
  type IncomeLaw,
} from '../missing-income.ts';
import { formatAmount } from '../money.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { monthOf, paidBetween, type EarningsTable } from '../record/earnings.ts';

const WINDOW = parameter('mn.average.windowMonths');
const LAST = parameter('mn.average.lastMonths');
const DIVISOR = flag('mn.averageDivisor');

const INCOME: IncomeLaw = {
  country: 'MN',
  currency: 'MNT',
  oldIncome: flag('mn.oldWageCoefficients'),
  noIncome: 'mn.averageIncome',
  rules: {
    supplied: 'mn.averageSupplied',
    ownStateOnly: 'mn.averageOwnStateOnly',
    unknown: 'mn.averageUnknown',
  },
};

/**
 * Average monthly insurable income: any run of 60 consecutive calendar months within the last twenty years of
 * contributions, the engine takes the best; divided by the months paid, or by 60 where contributions are not paid
 * monthly. An average established by the state's own institution goes before the months in the record.
 */
export function averageIncome(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): AverageIncome {
  const established = establishedAverage(record, INCOME, reasoning);
  if (established !== undefined) return established;
  const window = ground.take(WINDOW, on);
  const last = ground.take(LAST, on);
  const lacking = [window, last].find((version) => version.amount === undefined);
  if (lacking !== undefined) {
    reasoning?.unknown([lacking]);
    return { known: false, missing: missingParameter(lacking) };
  }
  const table = record.mnEarnings;
  const end = lastPaidBefore(table, monthOf(on)) + 1;
  if (end <= table.first) return averageWithoutMonths(record, INCOME, table.unadjusted, ground, reasoning);

  const months = window.whole;
  const best = bestWindow(record, end - last.whole, end, months, ground.option(DIVISOR));
  const average = divide(ratio(best.sum), ratio(100 * best.divisor));
  reasoning?.note('mn.average', 'holds', {
    args: {
      from: `${Math.floor(best.from / 12)}-${String((best.from % 12) + 1).padStart(2, '0')}`,
      months,
      divisor: best.divisor,
      average: { amount: formatAmount(average), currency: 'MNT' },
    },
    inputs: [
      { name: 'sum', value: formatExact(ratio(best.sum, 100)), unit: 'MNT' },
      { name: 'paidMonths', value: String(best.paid) },
    ],
    from: [window, last],
    flags: [ground.used(DIVISOR)],
  });
  return { known: true, average };
}

interface BestWindow {
  readonly sum: number;
  readonly paid: number;
  readonly divisor: number;
  readonly from: number;
}

/** Compares exact fractions by cross-multiplication: sums below 10^13, divisors at most 60, so below 2^53. */
function bestWindow(
  record: CompiledRecord,
  earliest: number,
  end: number,
  months: number,
  divisorRule: string | null,
): BestWindow {
  const { sums, paid: paidMonths, first } = record.mnEarnings;
  const lastStart = end - months;
  const firstStart = Math.min(lastStart, Math.max(earliest, first));
  const monthlyPayersOnly = divisorRule === 'paidMonthsForMonthlyPayers';
  let bestSum = 0;
  let bestPaid = 0;
  let bestDivisor = months;
  let bestFrom = firstStart;
  for (let from = firstStart; from <= lastStart; from += 1) {
    // Only the single window of a career that is shorter than it begins before the table.
    const start = Math.max(0, from - first);
    const after = from + months - first;
    const sum = (sums[after] ?? 0) - (sums[start] ?? 0);
    const paid = (paidMonths[after] ?? 0) - (paidMonths[start] ?? 0);
    const whole =
      paid === 0 ||
      divisorRule === 'fixed60' ||
      (monthlyPayersOnly && paid < months && paysOtherwise(record, from, months));
    const divisor = whole ? months : paid;
    if (sum * bestDivisor <= bestSum * divisor) continue;
    bestSum = sum;
    bestPaid = paid;
    bestDivisor = divisor;
    bestFrom = from;
  }
  return { sum: bestSum, paid: bestPaid, divisor: bestDivisor, from: bestFrom };
}

/** Whether voluntary insurance, which is not paid month by month, reaches into the window. */
function paysOtherwise({ mnVoluntary }: CompiledRecord, from: number, months: number): boolean {
  for (const span of mnVoluntary) if (span.from < from + months && span.to > from) return true;
  return false;
}

/** The last paid month before a month; before the table's first where there is none. */
function lastPaidBefore(table: EarningsTable, before: number): number {
  for (let month = Math.min(before, table.first + table.months) - 1; month >= table.first; month -= 1)
    if (paidBetween(table, month, month + 1) > 0) return month;
  return table.first - 1;
}
