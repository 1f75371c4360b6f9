import { maxDay, minDay, type Day } from '@urtuu/kernel';
import type { RecordBasis, RecordSum, RecordTotals } from '../assessment.ts';
import type { CountedRun } from '../coordination/settle.ts';
import { days360, fullMonths } from './length.ts';

interface Sum {
  days: number;
  length: number;
}

/** Adds counted days up by country before and from the cut, by kind and by basis. */
export function totalsOf(counted: readonly CountedRun[], cut: Day): RecordTotals {
  const all: Sum = { days: 0, length: 0 };
  const countries = new Map<string, { before: Sum; after: Sum }>();
  const kinds = new Map<string, Sum>();
  const bases = new Map<RecordBasis, Sum>();
  for (const { period, from, to, basis, length } of counted) {
    const days = to - from;
    put(all, days, length);
    put(entry(kinds, period.kind, empty), days, length);
    put(entry(bases, basis, empty), days, length);
    const country = entry(countries, period.country, () => ({ before: empty(), after: empty() }));
    spread(country.before, from, minDay(to, cut));
    spread(country.after, maxDay(from, cut), to);
  }
  return {
    counted: published(all),
    byCountry: sorted(countries).map(([country, { before, after }]) => ({
      country,
      beforeCut: published(before),
      fromCut: published(after),
    })),
    byKind: sorted(kinds).map(([kind, sum]) => ({ kind, ...published(sum) })),
    byBasis: sorted(bases).map(([basis, sum]) => ({ basis, ...published(sum) })),
  };
}

function spread(sum: Sum, from: Day, to: Day): void {
  if (from < to) put(sum, to - from, days360(to) - days360(from));
}

function put(sum: Sum, days: number, length: number): void {
  sum.days += days;
  sum.length += length;
}

function empty(): Sum {
  return { days: 0, length: 0 };
}

function published({ days, length }: Sum): RecordSum {
  return { days, months: fullMonths(length) };
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function sorted<Key extends string, Value>(map: ReadonlyMap<Key, Value>): [Key, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
