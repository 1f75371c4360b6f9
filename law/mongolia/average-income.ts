import { divide, formatExact, ratio, type Day } from '@urtuu/kernel';
import { missingFact, missingParameter } from '../component.ts';
import type { UsedFlag } from '../finding/finding.ts';
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
import { monthOf, paidBetween, type EarningsTable } from '../record/earnings.ts';
import { bestWindow } from './best-window.ts';

const WINDOW = parameter('mn.average.windowMonths');
const LAST = parameter('mn.average.lastMonths');
const PAID_MONTHS_FROM = parameter('mn.average.paidMonthsFrom');
const DIVISOR = flag('mn.averageDivisor');
const WINDOW_2019 = flag('mn.averageWindow2019');
const SEARCH_OLD = flag('mn.averageSearchOld');

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
 * monthly. For awards before 2024 the run has 84 months, or 72, and missing months are divided by all the same. An
 * average established by the state's own institution goes before the months in the record.
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
  const months = windowMonths(window, ground);
  const searched = searchedMonths(last, ground);
  if (Number.isNaN(months)) {
    reasoning?.unknown([window]);
    return { known: false, missing: missingParameter(window) };
  }
  if (searched === undefined) {
    reasoning?.note('mn.averageUnknown', 'unknown', {
      args: { why: { term: `why.${SEARCH_OLD.flag}` } },
      from: [last],
      flags: [ground.used(SEARCH_OLD)],
    });
    return { known: false, missing: missingFact(SEARCH_OLD.flag) };
  }
  const table = record.mnEarnings;
  const end = lastPaidBefore(table, monthOf(on)) + 1;
  if (end <= table.first) return averageWithoutMonths(record, INCOME, table.unadjusted, ground, reasoning);

  const gapsLeftOut = ground.take(PAID_MONTHS_FROM, on).day;
  const divisorRule = gapsLeftOut !== undefined && on < gapsLeftOut ? 'fixed60' : ground.option(DIVISOR);
  const best = bestWindow(record, end - searched, end, months, divisorRule);
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
    flags: flagsOf(window, last, ground),
  });
  return { known: true, average };
}

/** Months of the run; between 2019 and 2023 six or seven years, which is an open question. */
function windowMonths(window: Version, ground: Ground): number {
  if (window.flag !== WINDOW_2019.flag) return window.whole;
  return ground.option(WINDOW_2019) === '72' ? 72 : window.whole;
}

/** How many months back from the last contribution runs are searched; undefined where no rule is known. */
function searchedMonths(last: Version, ground: Ground): number | undefined {
  if (last.amount !== undefined) return last.whole;
  const answer = last.flag === SEARCH_OLD.flag ? ground.option(SEARCH_OLD) : null;
  if (answer === 'allMonths') return Number.POSITIVE_INFINITY;
  return answer === 'lastTwentyYears' ? TWENTY_YEARS : undefined;
}

const TWENTY_YEARS = 240;

function flagsOf(window: Version, last: Version, ground: Ground): UsedFlag[] {
  if (last.amount !== undefined) return [ground.used(DIVISOR)];
  const search = ground.used(SEARCH_OLD);
  return window.flag === WINDOW_2019.flag ? [search, ground.used(WINDOW_2019)] : [search];
}

/** The last paid month before a month; before the table's first where there is none. */
function lastPaidBefore(table: EarningsTable, before: number): number {
  for (let month = Math.min(before, table.first + table.months) - 1; month >= table.first; month -= 1)
    if (paidBetween(table, month, month + 1) > 0) return month;
  return table.first - 1;
}
