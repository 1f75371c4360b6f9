import { maxDay, minDay, type Day } from './day.ts';

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
