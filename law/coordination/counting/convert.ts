import {
  add,
  compare,
  minRational,
  multiply,
  ONE,
  ratio,
  round,
  subtractRational,
  ZERO,
  type Rational,
} from '@urtuu/kernel';
import { wholeUnits } from './convention.ts';
import { DAY_SCHEMES, isDayScheme, type DaySchemeName } from './day-scheme.ts';

/** Units in which institutions report periods. A scheme in days always says whether a week has 5, 6 or 7 of them. */
export const PERIOD_UNITS = ['5-day', '6-day', '7-day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A length without dates, as an institution reports it: as one sum, or year by year. */
export interface ReportedLength {
  readonly unit: PeriodUnit;
  readonly amounts: readonly { readonly amount: Rational; readonly year?: number }[];
}

export interface Converted {
  /** whole units of the wanted kind */
  readonly units: number;
  /** a fraction of the result was taken as the next whole unit, Art 13(1)(e) */
  readonly roundedUp: boolean;
  /** a calendar year was held to its maximum, or a full year kept full, Art 13(2) */
  readonly yearBound: boolean;
}

/**
 * Converts reported periods from one unit into another (Regulation 987/2009 Art 13). The unit reported is the basis
 * (1)(a); fractions first go down to the next smaller unit, where only whole ones count (1)(d); the table gives the
 * result (1)(b)–(c), of which a remaining fraction counts as one more unit (1)(e). Periods reported for a calendar year
 * do not exceed its maximum, and a full year stays one (2). In the same unit nothing is converted but fractions.
 */
export function convertPeriods(reported: ReportedLength, to: PeriodUnit): Converted {
  const { unit } = reported;
  let whole = 0;
  let roundedUp = false;
  let yearBound = false;
  let withoutYear = ZERO;
  const years = new Map<number, Rational>();
  for (const { amount, year } of reported.amounts) {
    if (year === undefined) withoutYear = add(withoutYear, amount);
    else years.set(year, add(years.get(year) ?? ZERO, amount));
  }
  const take = (amount: Rational, ofOneYear: boolean): void => {
    const exact = converted(amount, unit, to);
    const most = ratio(yearlyMaximum(to));
    const full = compare(amount, ratio(yearlyMaximum(unit))) >= 0;
    const bound = !ofOneYear ? exact : full ? most : minRational(exact, most);
    if (compare(bound, exact) !== 0) yearBound = true;
    if (bound.den !== 1n) roundedUp = true;
    whole += wholeUnits(bound);
  };
  take(withoutYear, false);
  for (const amount of years.values()) take(amount, true);
  return { units: whole, roundedUp, yearBound };
}

/** Days of a scheme that hours of work make, before a fraction is taken up. */
export function daysOfHours(hours: Rational, scheme: DaySchemeName): Rational {
  return multiply(hours, ratio(1, DAY_SCHEMES[scheme].hoursOfDay));
}

/** The most that one calendar year can hold, Art 13(2). */
export function yearlyMaximum(unit: PeriodUnit): number {
  if (isDayScheme(unit)) return DAY_SCHEMES[unit].year;
  return { week: 52, month: 12, quarter: 4, year: 1 }[unit];
}

function converted(amount: Rational, from: PeriodUnit, to: PeriodUnit): Rational {
  const whole = round(amount, { mode: 'floor', unit: ONE });
  const fraction = subtractRational(amount, whole);
  const result = multiply(whole, factor(from, to));
  if (fraction.num === 0n) return result;
  const smaller = nextSmaller(from, to);
  if (smaller === undefined) return result;
  const rest = round(multiply(fraction, factor(from, smaller)), { mode: 'floor', unit: ONE });
  return add(result, multiply(rest, factor(smaller, to)));
}

/** Art 13(1)(d): years into months unless the scheme counts in quarters; months and weeks into days. */
function nextSmaller(unit: PeriodUnit, to: PeriodUnit): PeriodUnit | undefined {
  switch (unit) {
    case 'year':
      return to === 'quarter' ? 'quarter' : 'month';
    case 'quarter':
      return 'month';
    case 'month':
    case 'week':
      return isDayScheme(to) ? to : '6-day';
    case '5-day':
    case '6-day':
    case '7-day':
      return undefined;
  }
}

/** How many units of `to` one unit of `from` is. */
function factor(from: PeriodUnit, to: PeriodUnit): Rational {
  if (from === to) return ONE;
  if (isDayScheme(from)) {
    if (isDayScheme(to)) return ratio(DAY_SCHEMES[to].month, DAY_SCHEMES[from].month);
    return ratio(1, DAY_SCHEMES[from][to]);
  }
  if (isDayScheme(to)) return ratio(DAY_SCHEMES[to][from]);
  if (from === 'week' && to === 'month') return ratio(DAY_SCHEMES['6-day'].week, DAY_SCHEMES['6-day'].month);
  if (from === 'month' && to === 'week') return ratio(DAY_SCHEMES['6-day'].month, DAY_SCHEMES['6-day'].week);
  return ratio(IN_YEAR[to], IN_YEAR[from]);
}

/** Art 13(1)(c): a year is 4 quarters, 12 months or 52 weeks; a quarter is 3 months or 13 weeks. */
const IN_YEAR = { year: 1, quarter: 4, month: 12, week: 52 } as const;
