import type { CompiledRecord } from '../record/compile.ts';

/** A run of consecutive months with its income, in hundredths, and what it is divided by. */
export interface Window {
  readonly sum: number;
  readonly paid: number;
  readonly divisor: number;
  readonly from: number;
}

/** Neighbouring runs that are first looked at together. */
const TOGETHER = 12;

/**
 * The run with the highest average among those that begin from `earliest` on and end by `end`; of equal ones the
 * earliest. Compares exact fractions by cross-multiplication: sums below 10^13, divisors at most 84, so below 2^53.
 *
 * Incomes mostly rise, so runs are tried from the latest back, and a year of runs is passed over where even the income
 * of all of them, divided by the fewest months that any can be divided by, is less than the best. That replaces nine
 * tenths of the search, which was a seventh of an award.
 */
export function bestWindow(
  { mnEarnings, mnVoluntary }: Pick<CompiledRecord, 'mnEarnings' | 'mnVoluntary'>,
  earliest: number,
  end: number,
  months: number,
  divisorRule: string | null,
): Window {
  const { sums, paid: paidMonths, first } = mnEarnings;
  const last = end - months;
  const firstStart = Math.min(last, Math.max(earliest, first));
  const monthlyPayersOnly = divisorRule === 'paidMonthsForMonthlyPayers';
  let bestSum = 0;
  let bestPaid = 0;
  let bestDivisor = months;
  let bestFrom = firstStart;
  for (let until = last; until >= firstStart; until -= TOGETHER) {
    const since = Math.max(firstStart, until - TOGETHER + 1);
    // Only the single run of a career that is shorter than it begins before the table.
    const all = (sums[until + months - first] ?? 0) - (sums[Math.max(0, since - first)] ?? 0);
    const common = (paidMonths[since + months - first] ?? 0) - (paidMonths[Math.max(0, until - first)] ?? 0);
    if (all * bestDivisor < bestSum * Math.max(1, common)) continue;
    for (let from = until; from >= since; from -= 1) {
      const start = Math.max(0, from - first);
      const after = from + months - first;
      const sum = (sums[after] ?? 0) - (sums[start] ?? 0);
      const paid = (paidMonths[after] ?? 0) - (paidMonths[start] ?? 0);
      const whole =
        paid === 0 ||
        divisorRule === 'fixed60' ||
        (monthlyPayersOnly && paid < months && paysOtherwise(mnVoluntary, from, months));
      const divisor = whole ? months : paid;
      if (sum === 0 || sum * bestDivisor < bestSum * divisor) continue;
      bestSum = sum;
      bestPaid = paid;
      bestDivisor = divisor;
      bestFrom = from;
    }
  }
  return { sum: bestSum, paid: bestPaid, divisor: bestDivisor, from: bestFrom };
}

/** Whether voluntary insurance, which is not paid month by month, reaches into the run. */
function paysOtherwise(spans: CompiledRecord['mnVoluntary'], from: number, months: number): boolean {
  for (const span of spans) if (span.from < from + months && span.to > from) return true;
  return false;
}
