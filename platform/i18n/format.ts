/** Dates, numbers and money as a reader of each language expects them. Pure; the same in browser, server and PDF. */
import { civilDate, day as parseIsoDay, type Day, type Locale } from '@urtuu/kernel';
import { CURRENCY_SYMBOLS, LOCALE_TABLES } from './locale-tables.ts';

export type DateStyle = 'long' | 'short';

/** A day, given as Day or as `YYYY-MM-DD`. Long: `3 ноября 2026 г.`; short: `03.11.2026`. */
export function formatDate(locale: Locale, day: Day | string, style: DateStyle): string {
  const date = civilDate(typeof day === 'string' ? parseIsoDay(day) : day);
  const table = LOCALE_TABLES[locale];
  if (style === 'long') return table.longDate(date.year, table.months[date.month - 1] ?? '', date.day);
  return table.shortDate(String(date.year), pad2(date.month), pad2(date.day));
}

/** A month of a year: `2026 оны арван нэгдүгээр сар`. */
export function formatMonth(locale: Locale, year: number, month: number): string {
  const table = LOCALE_TABLES[locale];
  return table.monthOfYear(year, table.monthsAlone[month - 1] ?? '');
}

/**
 * An instant as date and time of day.
 * @param offsetMinutes offset from UTC in which it is shown: Ulaanbaatar 480, Astana 300
 */
export function formatInstant(
  locale: Locale,
  instant: Date | string,
  style: DateStyle,
  offsetMinutes: number,
): string {
  const shifted = new Date(new Date(instant).getTime() + offsetMinutes * 60_000).toISOString();
  const date = formatDate(locale, shifted.slice(0, 10), style);
  return `${date}${LOCALE_TABLES[locale].dateTime}${shifted.slice(11, 16)}`;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A decimal text with the language's separators. Every digit given is shown, none is added. */
export function formatNumber(locale: Locale, decimal: string): string {
  const match = DECIMAL.exec(decimal);
  if (match === null) throw new Error(`Not a decimal number: ${decimal}`);
  const [, sign = '', whole = '', fraction] = match;
  const table = LOCALE_TABLES[locale];
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, table.group);
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}${table.decimal}${fraction}`;
}

/** An amount with the sign of its currency: `1 234,50 ₸`, `₮ 1,234.50`. Digits stay as they are. */
export function formatMoney(locale: Locale, decimal: string, currency: string): string {
  const symbol = CURRENCY_SYMBOLS[currency];
  const number = formatNumber(locale, decimal);
  if (symbol === undefined) return `${number}\u00a0${currency}`;
  return LOCALE_TABLES[locale].money(number, symbol);
}

/** A percentage, given as such: `12.5` is written `12,5 %` in Russian. */
export function formatPercent(locale: Locale, decimal: string): string {
  return `${formatNumber(locale, decimal)}${LOCALE_TABLES[locale].percent}`;
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
