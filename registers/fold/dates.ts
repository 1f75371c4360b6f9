import { civilDate, civilDay, daysInMonth, formatDay, parseDay, type Day } from '@urtuu/kernel';

/** A date as a register wrote it, read with the precision it has. */
export interface ReadDate {
  /** the day; of a month or year, its first day */
  readonly first: Day;
  /** the day; of a month or year, its last day */
  readonly last: Day;
  readonly precision: 'day' | 'month' | 'year';
}

/**
 * Reads a date that a register delivers as a free string: `2001-05-31`, `2001/05/31`, `2001.05.31`, `20010531`, any of
 * these with a time behind, `31.05.2001`, `2001-05`, `2001`. Undefined where the text is none of these or names a day
 * the calendar does not have: a date is doubted, never guessed.
 */
export function readDate(text: string): ReadDate | undefined {
  const plain = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const day =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? undefined;
  if (day !== undefined) return exact(Number(day[1]), Number(day[2]), Number(day[3]));
  const reversed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(plain);
  if (reversed !== null) return exact(Number(reversed[3]), Number(reversed[2]), Number(reversed[1]));
  const month = /^(\d{4})[-/.](\d{1,2})$/.exec(plain);
  if (month !== null) return span(Number(month[1]), Number(month[2]), Number(month[2]), 'month');
  const year = /^(\d{4})$/.exec(plain);
  return year === null ? undefined : span(Number(year[1]), 1, 12, 'year');
}

/** ISO day of a register's date that is known to the day; undefined otherwise. */
export function readIsoDay(text: string | undefined): string | undefined {
  const read = text === undefined ? undefined : readDate(text);
  return read?.precision === 'day' ? formatDay(read.first) : undefined;
}

export interface CalendarMonth {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
}

export function readMonth(year: string | undefined, month: string | undefined): CalendarMonth | undefined {
  if (year === undefined || month === undefined) return undefined;
  if (!/^\d{4}$/.test(year.trim()) || !/^\d{1,2}$/.test(month.trim())) return undefined;
  const read = { year: Number(year), month: Number(month) };
  return read.year >= 1900 && read.year <= 2200 && read.month >= 1 && read.month <= 12 ? read : undefined;
}

/** Months since the year 0, so that following months differ by one. */
export function monthIndex(month: CalendarMonth): number {
  return month.year * 12 + month.month - 1;
}

export function firstDayOf(index: number): Day {
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
}

export function lastDayOf(index: number): Day {
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return dayOf(year, month, daysInMonth(year, month));
}

export function monthIndexOf(value: Day): number {
  return monthIndex(civilDate(value));
}

function exact(year: number, month: number, dayOfMonth: number): ReadDate | undefined {
  const read = civilDay({ year, month, day: dayOfMonth });
  return read.ok ? { first: read.value, last: read.value, precision: 'day' } : undefined;
}

function span(year: number, from: number, to: number, precision: 'month' | 'year'): ReadDate | undefined {
  const first = civilDay({ year, month: from, day: 1 });
  const last = civilDay({ year, month: to, day: to >= 1 && to <= 12 ? daysInMonth(year, to) : 1 });
  return first.ok && last.ok ? { first: first.value, last: last.value, precision } : undefined;
}

function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  const parsed = parseDay(iso);
  if (!parsed.ok) throw new Error(`Not a day: ${iso}`);
  return parsed.value;
}
