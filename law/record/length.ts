import { civilDate, type Day } from '@urtuu/kernel';

/**
 * The 30/360 count of days since year 0: every month has 30, a 31st counts with the 30th. The length of a span is
 * the difference of its two ends, so it never depends on how a period was cut, and more days never count less.
 * From 15 February 1978 to 15 February 1998 it is exactly twenty years. Flag `record.counting`.
 */
export function days360(value: Day): number {
  const { year, month, day } = civilDate(value);
  return year * 360 + (month - 1) * 30 + (day < 30 ? day : 30);
}

/** Full months of a 30/360 length. */
export function fullMonths(length360: number): number {
  return Math.floor(length360 / 30);
}

/** Full years of a 30/360 length. */
export function fullYears(length360: number): number {
  return Math.floor(length360 / 360);
}
