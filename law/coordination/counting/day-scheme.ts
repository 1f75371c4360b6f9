/**
 * Schemes that count in days, by the days they count in a week: the table of Regulation 987/2009 Art 13(1)(b), which
 * applies from 2010-05-01. Read at secu.lu (reglement-ce-n-9872009, art-13) and haufe.de; confirmed.
 */
export const DAY_SCHEMES = {
  '5-day': { hoursOfDay: 9, week: 5, month: 22, quarter: 66, year: 264 },
  '6-day': { hoursOfDay: 8, week: 6, month: 26, quarter: 78, year: 312 },
  '7-day': { hoursOfDay: 6, week: 7, month: 30, quarter: 90, year: 360 },
} as const satisfies Record<string, DayScheme>;

export type DaySchemeName = keyof typeof DAY_SCHEMES;

/** Days of a scheme in a week, a month, a quarter, and at most in a calendar year; `hoursOfDay` make one day. */
export interface DayScheme {
  readonly hoursOfDay: number;
  readonly week: number;
  readonly month: number;
  readonly quarter: number;
  readonly year: number;
}

export function isDayScheme(name: string): name is DaySchemeName {
  return Object.hasOwn(DAY_SCHEMES, name);
}
