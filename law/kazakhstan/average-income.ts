import { divide, formatExact, ratio, type Day } from '@urtuu/kernel';
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
import type { Version } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { monthIndex, monthOf, paidBetween, sumBetween, type EarningsTable } from '../record/earnings.ts';

const WINDOW = parameter('kz.solidarity.windowMonths');
const FIRST_INCOME = parameter('kz.solidarity.windowStart');
const WINDOW_START = flag('kz.avgWindowStart');
const BREAKS = flag('kz.averageBreaks');

const INCOME: IncomeLaw = {
  country: 'KZ',
  currency: 'KZT',
  oldIncome: flag('kz.coefficients'),
  noIncome: 'kz.averageIncome',
  rules: {
    supplied: 'kz.solidarity.averageSupplied',
    ownStateOnly: 'kz.solidarity.averageOwnStateOnly',
    unknown: 'kz.solidarity.averageUnknown',
  },
};

/**
 * Average monthly income, Social Code Art 210: any three consecutive years regardless of breaks; the engine takes the
 * best. An average established by the state's own institution goes before the months in the record.
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
  const table = record.kzEarnings;
  const firstIncome = ground.take(FIRST_INCOME, on);
  const start = windowStart(firstIncome, ground);
  const end = monthOf(on);
  if (window.amount === undefined || paidBetween(table, start, end) === 0)
    return averageWithoutMonths(record, INCOME, table.unadjusted, ground, reasoning);

  const months = window.whole;
  const leftOut = ground.option(BREAKS) === 'leftOut';
  const best = leftOut ? bestPaidRun(table, start, end, months) : bestWindow(table, start, end, months);
  const average = divide(ratio(best.sum), ratio(100 * months));
  reasoning?.note('kz.solidarity.average', 'holds', {
    args: {
      from: monthText(best.from),
      months,
      average: { amount: formatAmount(average), currency: 'KZT' },
    },
    inputs: [
      { name: 'sum', value: formatExact(ratio(best.sum, 100)), unit: 'KZT' },
      { name: 'paidMonths', value: String(paidBetween(table, best.from, best.to)) },
    ],
    from: [window, firstIncome],
    flags: [ground.used(WINDOW_START), ground.used(BREAKS)],
  });
  return { known: true, average };
}

/** First month whose income enters: as in force on the award date, unless the year is assumed. */
function windowStart(inForce: Version, ground: Ground): number {
  const answer = ground.option(WINDOW_START);
  if (answer === '1995' || answer === '1998') return monthIndex(Number(answer), 1);
  return inForce.day === undefined ? Number.NEGATIVE_INFINITY : monthOf(inForce.day);
}

interface IncomeRun {
  readonly sum: number;
  readonly from: number;
  readonly to: number;
}

/** The best run of consecutive calendar months; months without income count as such. */
function bestWindow(table: EarningsTable, start: number, end: number, months: number): IncomeRun {
  const first = Math.max(start, table.first - months + 1);
  const last = Math.max(first, Math.min(end, table.first + table.months) - months);
  let best = first;
  let sum = -1;
  for (let from = first; from <= last; from += 1) {
    const total = sumBetween(table, from, Math.min(from + months, end));
    if (total <= sum) continue;
    sum = total;
    best = from;
  }
  return { sum, from: best, to: Math.min(best + months, end) };
}

/** The best run of consecutive paid months, gaps left out. */
function bestPaidRun(table: EarningsTable, start: number, end: number, months: number): IncomeRun {
  const paid: number[] = [];
  for (
    let month = Math.max(start, table.first);
    month < Math.min(end, table.first + table.months);
    month += 1
  )
    if (paidBetween(table, month, month + 1) > 0) paid.push(month);
  let best: IncomeRun = { sum: -1, from: start, to: start };
  for (let i = 0; i === 0 || i + months <= paid.length; i += 1) {
    const from = paid[i] ?? start;
    const to = (paid[Math.min(i + months, paid.length) - 1] ?? from) + 1;
    const sum = sumBetween(table, from, to);
    if (sum > best.sum) best = { sum, from, to };
  }
  return best;
}

function monthText(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
