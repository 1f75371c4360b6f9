import { civilDate, firstOfMonth, type Day } from '@urtuu/kernel';

/** Mondays to Fridays in `[from, to)`. Public holidays are not left out: no law read here names them. */
export function workingDays(from: Day, to: Day): number {
  return to <= from ? 0 : workingDaysBefore(to) - workingDaysBefore(from);
}

/** Days are counted from a Thursday; shifted by three they are counted from a Monday. */
function workingDaysBefore(value: Day): number {
  const sinceMonday = value + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(5, sinceMonday - weeks * 7);
}

/** The first day of the next month. */
export function nextMonth(value: Day): Day {
  const { year, month } = civilDate(value);
  return month === 12 ? firstOfMonth(year + 1, 1) : firstOfMonth(year, month + 1);
}

/** The first day of the month of a day. */
export function monthStart(value: Day): Day {
  const { year, month } = civilDate(value);
  return firstOfMonth(year, month);
}
