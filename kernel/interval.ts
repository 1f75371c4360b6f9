import { addDays, civilDate, daysInMonth, fullMonthsBetween, maxDay, minDay, type Day } from './day.ts';

/** A closed-open span of days `[from, to)`. `from < to` always holds: an empty span does not exist. */
export interface Interval {
  readonly from: Day;
  /** first day no longer inside */
  readonly to: Day;
}

/** The interval of two days, or undefined where it would be empty. */
export function interval(from: Day, to: Day): Interval | undefined {
  return from < to ? { from, to } : undefined;
}

export function daysOf(span: Interval): number {
  return span.to - span.from;
}

export function intersect(a: Interval, b: Interval): Interval | undefined {
  return interval(maxDay(a.from, b.from), minDay(a.to, b.to));
}

/** The parts of `span` before and from `cut` on. */
export function splitAt(
  span: Interval,
  cut: Day,
): { before: Interval | undefined; after: Interval | undefined } {
  return {
    before: interval(span.from, minDay(span.to, cut)),
    after: interval(maxDay(span.from, cut), span.to),
  };
}

/** Disjoint, sorted, touching spans joined: each calendar day once. */
export function union(spans: Iterable<Interval>): Interval[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const joined: Interval[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: maxDay(last.to, span.to) };
    } else {
      joined.push({ from: span.from, to: span.to });
    }
  }
  return joined;
}

/** The days of `span` that lie in none of `taken`. `taken` may overlap and be unsorted. */
export function subtract(span: Interval, taken: Iterable<Interval>): Interval[] {
  const rest: Interval[] = [];
  let from = span.from;
  for (const block of union(taken)) {
    if (block.to <= from) continue;
    if (block.from >= span.to) break;
    const free = interval(from, minDay(block.from, span.to));
    if (free !== undefined) rest.push(free);
    from = maxDay(from, block.to);
  }
  const tail = interval(from, span.to);
  if (tail !== undefined) rest.push(tail);
  return rest;
}

export function totalDays(disjoint: Iterable<Interval>): number {
  let days = 0;
  for (const span of disjoint) days += daysOf(span);
  return days;
}

/** A length in the units people and statutes speak: years, months, days. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/**
 * How a length is counted. The law or the sender of a document names one; none is the default.
 * `calendar`: full calendar months of each span, remaining days added and carried at 30;
 * `30/360`: every month 30 days; `months-touched`: every calendar month with at least one day.
 */
export type CountingMethod = 'calendar' | '30/360' | 'months-touched';

/** Length of disjoint spans under a counting method. */
export function durationOf(disjoint: readonly Interval[], method: CountingMethod): Duration {
  if (method === 'months-touched') return fromMonthsAndDays(monthsTouched(disjoint), 0);
  let months = 0;
  let days = 0;
  for (const span of disjoint) {
    if (method === '30/360') {
      days += days360(span);
    } else {
      const full = fullMonthsBetween(span.from, span.to);
      months += full;
      days += daysOf(span) - daysOfFullMonths(span.from, full);
    }
  }
  return fromMonthsAndDays(months, days);
}

/** Full months of a duration; remaining days do not count. */
export function monthsOf(duration: Duration): number {
  return duration.years * 12 + duration.months;
}

function fromMonthsAndDays(months: number, days: number): Duration {
  const total = months + Math.floor(days / 30);
  return { years: Math.floor(total / 12), months: total % 12, days: days % 30 };
}

function daysOfFullMonths(from: Day, months: number): number {
  const { year, month, day } = civilDate(from);
  let days = 0;
  for (let i = 0; i < months; i += 1) {
    const index = month - 1 + i;
    days += daysInMonth(year + Math.floor(index / 12), (index % 12) + 1);
  }
  // A start on the 31st ends a month early where the last month is shorter; the clamp keeps the sum exact.
  const end = month - 1 + months;
  const lastLength = daysInMonth(year + Math.floor(end / 12), (end % 12) + 1);
  return days - Math.max(0, day - lastLength);
}

function days360(span: Interval): number {
  const a = civilDate(span.from);
  const b = civilDate(span.to);
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + (Math.min(b.day, 30) - Math.min(a.day, 30));
}

function monthsTouched(disjoint: readonly Interval[]): number {
  const touched = new Set<number>();
  for (const span of disjoint) {
    const a = civilDate(span.from);
    const last = civilDate(addDays(span.to, -1));
    for (let index = a.year * 12 + a.month; index <= last.year * 12 + last.month; index += 1)
      touched.add(index);
  }
  return touched.size;
}
