import {
  addDays,
  civilDate,
  compare,
  daysInMonth,
  ratio,
  round,
  totalDays,
  union,
  ONE,
  type Interval,
  type Rational,
} from '@urtuu/kernel';
import { monthOf } from '../../record/earnings.ts';
import { days360 } from '../../record/length.ts';
import { DAY_SCHEMES, type DaySchemeName } from './day-scheme.ts';

/** The ways in which laws and institutions count the length of periods. The law or the sender names one. */
export const CONVENTIONS = [
  'calendar',
  'calendar-exclusive',
  '30-360',
  'months-touched',
  'full-months',
  '5-day',
  '6-day',
  '7-day',
] as const;
export type ConventionName = (typeof CONVENTIONS)[number];

export interface Convention {
  readonly name: ConventionName;
  readonly unit: 'day' | 'month';
  /** whether the last day that a document writes belongs to the period */
  readonly bounds: 'inclusive' | 'exclusive';
  /** units of a month and of a year; absent where months differ in length */
  readonly month?: number;
  readonly year?: number;
  /** true: lengths of parts without a common day add up to the length of the whole, wherever it was cut */
  readonly additive: boolean;
  /**
   * Exact length in units. It asks only which days are in the spans: the order of spans, their overlaps and where a
   * span was cut in two change nothing.
   */
  readonly measure: (spans: Iterable<Interval>) => Rational;
}

export function convention(name: ConventionName): Convention {
  return TABLE[name];
}

export function isConvention(name: string): name is ConventionName {
  return CONVENTIONS.some((known) => known === name);
}

/** Whole units of a length: a remaining fraction counts as one more (987/2009 Art 13(1)(e), flag `eu.art13_1e`). */
export function wholeUnits(length: Rational): number {
  return Number(round(length, { mode: 'ceil', unit: ONE }).num);
}

/** A length in years, months and days of the convention; undefined where it knows no such months. */
export function inYears(
  { unit, month, year }: Convention,
  units: number,
): { readonly years: number; readonly months: number; readonly days: number } | undefined {
  if (unit === 'month') return { years: Math.floor(units / 12), months: units % 12, days: 0 };
  if (month === undefined || year === undefined) return undefined;
  const rest = units % year;
  return { years: Math.floor(units / year), months: Math.floor(rest / month), days: rest % month };
}

/** Whether a length reaches a required number of units; the exact length is compared, not the rounded one. */
export function reaches(length: Rational, required: number): boolean {
  return compare(length, ratio(required)) >= 0;
}

const CALENDAR = {
  unit: 'day',
  additive: true,
  measure: (spans) => ratio(totalDays(union(spans))),
} as const satisfies Partial<Convention>;

const TABLE: Readonly<Record<ConventionName, Convention>> = {
  /** Every day from the first to the last written one. */
  calendar: { ...CALENDAR, name: 'calendar', bounds: 'inclusive' },
  /** The difference of the two dates: the last written day is the first one outside. */
  'calendar-exclusive': { ...CALENDAR, name: 'calendar-exclusive', bounds: 'exclusive' },
  /** Every month 30 days, a 31st counts with the 30th. */
  '30-360': { ...inDays('7-day'), name: '30-360' },
  /** Every calendar month with at least one day. */
  'months-touched': {
    name: 'months-touched',
    unit: 'month',
    bounds: 'inclusive',
    additive: false,
    measure: (spans) => ratio(monthsTouched(union(spans))),
  },
  /** Every calendar month without a day missing. */
  'full-months': {
    name: 'full-months',
    unit: 'month',
    bounds: 'inclusive',
    additive: false,
    measure: (spans) => ratio(fullMonths(union(spans))),
  },
  /** Dated periods in the days of a scheme: months of the calendar have 22, 26 or 30 days, a year never more than 12. */
  '5-day': inDays('5-day'),
  '6-day': inDays('6-day'),
  '7-day': inDays('7-day'),
};

/** 30/360 days, scaled by the month of the scheme: so a full year is the yearly maximum of Art 13(2), never more. */
function inDays(name: DaySchemeName): Convention {
  const { month, year } = DAY_SCHEMES[name];
  return {
    name,
    unit: 'day',
    bounds: 'inclusive',
    month,
    year,
    additive: true,
    measure: (spans) => ratio(length360(union(spans)) * month, 30),
  };
}

function length360(disjoint: readonly Interval[]): number {
  let days = 0;
  for (const { from, to } of disjoint) days += days360(to) - days360(from);
  return days;
}

function monthsTouched(disjoint: readonly Interval[]): number {
  let months = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { from, to } of disjoint) {
    const end = monthOf(addDays(to, -1));
    months += Math.max(0, end - Math.max(monthOf(from), last + 1) + 1);
    last = Math.max(last, end);
  }
  return months;
}

function fullMonths(disjoint: readonly Interval[]): number {
  let months = 0;
  for (const { from, to } of disjoint) {
    const first = civilDate(from);
    const last = civilDate(addDays(to, -1));
    const begins = monthOf(from) + (first.day === 1 ? 0 : 1);
    const ends = monthOf(addDays(to, -1)) - (last.day === daysInMonth(last.year, last.month) ? 0 : 1);
    months += Math.max(0, ends - begins + 1);
  }
  return months;
}
