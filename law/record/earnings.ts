import { monthIndexOf, type Day } from '@urtuu/kernel';
import type { Earning } from './insurance-record.ts';

/**
 * Contributory income by calendar month. Sums are in hundredths and stay below 2^53: a month is below 10^11 by the
 * record's own limits, a life has fewer than 1,800 months. So plain numbers are exact here.
 */
export interface EarningsTable {
  /** index of the first month of the table, `year * 12 + month - 1` */
  readonly first: number;
  /** number of months in the table */
  readonly months: number;
  /** hundredths paid in the months before the i-th, length `months + 1` */
  readonly sums: Float64Array;
  /** paid months before the i-th, length `months + 1` */
  readonly paid: Int32Array;
  /** some income lies before the first month of contributions and has no official coefficient */
  readonly unadjusted: boolean;
}

export function monthIndex(year: number, month: number): number {
  return year * 12 + month - 1;
}

/** The month of a day. */
export function monthOf(value: Day): number {
  return monthIndexOf(value);
}

/**
 * The table of one state's income in its own currency. Income on which no contributions were paid is left out, and
 * so is income before `contributionsFrom` unless it was adjusted by the official coefficient.
 */
export function earningsTable(
  rows: readonly Earning[],
  country: string,
  currency: string,
  contributionsFrom: number,
): EarningsTable {
  let unadjusted = false;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let usable = 0;
  for (const row of rows) {
    if (row.country !== country || row.currency !== currency || !row.paid) continue;
    const month = monthIndex(row.year, row.month);
    if (month < contributionsFrom && row.adjusted !== true) {
      unadjusted = true;
      continue;
    }
    usableMonths[usable] = month;
    usableAmounts[usable] = hundredths(row.amount);
    usable += 1;
    if (month < first) first = month;
    if (month > last) last = month;
  }
  if (usable === 0) return unadjusted ? ONLY_UNADJUSTED : EMPTY;
  const months = last - first + 1;
  const sums = new Float64Array(months + 1);
  const paid = new Int32Array(months + 1);
  for (let i = 0; i < usable; i += 1) {
    const at = (usableMonths[i] ?? 0) - first + 1;
    sums[at] = (sums[at] ?? 0) + (usableAmounts[i] ?? 0);
    paid[at] = 1;
  }
  for (let i = 1; i <= months; i += 1) {
    sums[i] = (sums[i] ?? 0) + (sums[i - 1] ?? 0);
    paid[i] = (paid[i] ?? 0) + (paid[i - 1] ?? 0);
  }
  return { first, months, sums, paid, unadjusted };
}

/** Room for the rows of one record while its table is made, so that each row is looked at once. */
const usableMonths: number[] = [];
const usableAmounts: number[] = [];

const EMPTY: EarningsTable = {
  first: 0,
  months: 0,
  sums: new Float64Array(1),
  paid: new Int32Array(1),
  unadjusted: false,
};
const ONLY_UNADJUSTED: EarningsTable = { ...EMPTY, unadjusted: true };

/** Hundredths paid in the months `[from, to)`, given as month indexes. */
export function sumBetween({ sums, first, months }: EarningsTable, from: number, to: number): number {
  return (sums[within(to - first, months)] ?? 0) - (sums[within(from - first, months)] ?? 0);
}

/** Paid months in `[from, to)`. */
export function paidBetween({ paid, first, months }: EarningsTable, from: number, to: number): number {
  return (paid[within(to - first, months)] ?? 0) - (paid[within(from - first, months)] ?? 0);
}

/** Months before the table and after it have no income. */
function within(month: number, months: number): number {
  return month < 0 ? 0 : month > months ? months : month;
}

/** A decimal text of at most two decimals in hundredths. The schema has already checked its form. */
function hundredths(text: string): number {
  let value = 0;
  let decimals = -1;
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - DIGIT_ZERO;
    if (decimals >= 0) decimals += 1;
    if (digit < 0) decimals = 0;
    else value = value * 10 + digit;
  }
  return decimals <= 0 ? value * 100 : decimals === 1 ? value * 10 : value;
}

const DIGIT_ZERO = 48;
