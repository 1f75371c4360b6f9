import { ok, refuse, type Result } from './result.ts';

declare const dayBrand: unique symbol;

/**
 * A calendar day of the proleptic Gregorian calendar, counted from 1970-01-01 = 0.
 * Inside Urtuu every date is a Day; ISO text exists only at the edges. No clock, no time zone.
 */
export type Day = number & { readonly [dayBrand]: 'Day' };

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

export interface DayRefusal {
  readonly code: 'day-format' | 'day-impossible';
  readonly found: string;
}

/** Years outside 1800–2999 are refused: no person or statute in the registers lies there. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2999;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Parses `YYYY-MM-DD`; an impossible date such as 2023-02-29 is refused, never shifted. */
export function parseDay(text: string): Result<Day, DayRefusal> {
  if (!ISO_DAY.test(text)) return refuse({ code: 'day-format', found: text });
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
  return civilDay({ year, month: digitsAt(text, 5), day: digitsAt(text, 8) });
}

/** The Day of a civil date; refused if the calendar has no such day. */
export function civilDay(date: CivilDate): Result<Day, DayRefusal> {
  const { year, month, day } = date;
  const found = `${year}-${month}-${day}`;
  if (year < FIRST_YEAR || year > LAST_YEAR) return refuse({ code: 'day-impossible', found });
  if (month < 1 || month > 12) return refuse({ code: 'day-impossible', found });
  if (day < 1 || day > daysInMonth(year, month)) return refuse({ code: 'day-impossible', found });
  return ok(fromCivil(year, month, day));
}

/** A Day written in our own code, as `day('1998-01-01')`. Throws on a malformed text. */
export function day(iso: string): Day {
  const parsed = parseDay(iso);
  if (!parsed.ok) throw new Error(`Not a day: ${iso}`);
  return parsed.value;
}

/** `YYYY-MM-DD` */
export function formatDay(value: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(value);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${pad2(month)}-${pad2(dayOfMonth)}`;
}

/** Year, month and day of a Day. */
export function civilDate(value: Day): CivilDate {
  const index = monthIndexOf(value);
  const start = MONTH_STARTS[index - FIRST_MONTH];
  if (start === undefined) return computedCivilDate(value);
  const year = Math.floor(index / 12);
  return { year, month: index - year * 12 + 1, day: value - start + 1 };
}

/** The month of a day as one number, `year * 12 + month - 1`: the next month is one more. */
export function monthIndexOf(value: Day): number {
  // The first guess is at most one month off; see the test.
  let at = Math.floor((value - FIRST_DAY) / DAYS_OF_MONTH);
  const start = MONTH_STARTS[at];
  const next = MONTH_STARTS[at + 1];
  if (start === undefined || next === undefined) {
    const { year, month } = computedCivilDate(value);
    return year * 12 + month - 1;
  }
  if (value < start) at -= 1;
  else if (value >= next) at += 1;
  return at + FIRST_MONTH;
}

/** The first day of a month given as `monthIndexOf` numbers it. */
export function firstOfMonthIndex(index: number): Day {
  const year = Math.floor(index / 12);
  return firstOfMonth(year, index - year * 12 + 1);
}

export function yearOf(value: Day): number {
  return Math.floor(monthIndexOf(value) / 12);
}

export function addDays(value: Day, days: number): Day {
  return brand(value + days);
}

/** The same day of the month `months` later; where that month is shorter, its last day. */
export function addMonths(value: Day, months: number): Day {
  const index = monthIndexOf(value);
  const start = MONTH_STARTS[index - FIRST_MONTH];
  const target = MONTH_STARTS[index + months - FIRST_MONTH];
  const next = MONTH_STARTS[index + months - FIRST_MONTH + 1];
  if (start !== undefined && target !== undefined && next !== undefined)
    return brand(Math.min(target + value - start, next - 1));
  const { year, month, day: dayOfMonth } = civilDate(value);
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = total - targetYear * 12 + 1;
  return fromCivil(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

/** Full months completed from `from` to `to` (0 if `to` is not later). */
export function fullMonthsBetween(from: Day, to: Day): number {
  if (to <= from) return 0;
  const a = civilDate(from);
  const b = civilDate(to);
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  return addMonths(from, months) <= to ? months : months - 1;
}

/** Full years of age on a day. A person born on 29 February completes a year on 28 February of common years. */
export function ageInYears(birth: Day, on: Day): number {
  return Math.floor(fullMonthsBetween(birth, on) / 12);
}

export function firstOfMonth(year: number, month: number): Day {
  return fromCivil(year, month, 1);
}

export function firstOfYear(year: number): Day {
  return fromCivil(year, 1, 1);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function minDay(a: Day, b: Day): Day {
  return a <= b ? a : b;
}

export function maxDay(a: Day, b: Day): Day {
  return a >= b ? a : b;
}

/** The day on which an instant falls in a fixed offset from UTC, in minutes (Ulaanbaatar 480, Astana 300). */
export function dayOfInstant(instant: Date, offsetMinutes: number): Day {
  return brand(Math.floor((instant.getTime() + offsetMinutes * 60_000) / 86_400_000));
}

/** Howard Hinnant's days_from_civil. */
function fromCivil(year: number, month: number, dayOfMonth: number): Day {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return brand(era * 146_097 + dayOfEra - 719_468);
}

/** The same inverted, for days outside the table. */
function computedCivilDate(value: Day): CivilDate {
  const shifted = value + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfMonth };
}

/**
 * First day of every month of the years that a Day may have: 58 kB that replace six divisions in each conversion,
 * which were a tenth of an assessment.
 */
const MONTH_STARTS: Int32Array = monthStarts();
const FIRST_MONTH = FIRST_YEAR * 12;
const FIRST_DAY = fromCivil(FIRST_YEAR, 1, 1);
/** Mean length of a month. */
const DAYS_OF_MONTH = 146_097 / 4_800;

function monthStarts(): Int32Array {
  const starts = new Int32Array((LAST_YEAR + 1 - FIRST_YEAR) * 12 + 1);
  let start: number = fromCivil(FIRST_YEAR, 1, 1);
  for (let index = 0; index < starts.length; index += 1) {
    starts[index] = start;
    start += daysInMonth(FIRST_YEAR + Math.floor(index / 12), (index % 12) + 1);
  }
  return starts;
}

/** Two decimal digits of a text that is known to have them there. */
function digitsAt(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - DIGIT_ZERO * 11;
}

const DIGIT_ZERO = 48;

function brand(value: number): Day {
  return value as Day;
}

function pad2(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
