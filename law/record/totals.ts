import { minDay, type Day } from '@urtuu/kernel';
import type { RecordBasis, RecordSum, RecordTotals } from '../assessment.ts';
import type { CountedRun } from '../coordination/settle.ts';
import type { PeriodKind } from './codes.ts';
import { days360, fullMonths } from './length.ts';

/** Adds counted days up by country before and from the cut, by kind and by basis. */
export function totalsOf(counted: readonly CountedRun[], cut: Day): RecordTotals {
  const all = new Sum('');
  const kinds: Sum<PeriodKind>[] = [];
  const bases: Sum<RecordBasis>[] = [];
  const before: Sum<string>[] = [];
  const after: Sum<string>[] = [];
  for (const { period, from, to, basis, length } of counted) {
    const days = to - from;
    const earlier = from < cut ? minDay(to, cut) - from : 0;
    // Most runs lie on one side of the cut.
    const lengthEarlier = earlier === 0 ? 0 : earlier === days ? length : days360(cut) - days360(from);
    all.put(days, length);
    sumOf(kinds, period.kind).put(days, length);
    sumOf(bases, basis).put(days, length);
    sumOf(before, period.country).put(earlier, lengthEarlier);
    sumOf(after, period.country).put(days - earlier, length - lengthEarlier);
  }
  return {
    counted: all.published(),
    byCountry: before.map((sum, i) => ({
      country: sum.of,
      beforeCut: sum.published(),
      fromCut: (after[i] ?? all).published(),
    })),
    byKind: kinds.map(({ of, days, length }) => ({ kind: of, days, months: fullMonths(length) })),
    byBasis: bases.map(({ of, days, length }) => ({ basis: of, days, months: fullMonths(length) })),
  };
}

class Sum<Of extends string> {
  readonly of: Of;
  days = 0;
  length = 0;

  constructor(of: Of) {
    this.of = of;
  }

  put(days: number, length: number): void {
    this.days += days;
    this.length += length;
  }

  published(): RecordSum {
    return { days: this.days, months: fullMonths(this.length) };
  }
}

/** The sum of a name among a few, which stay in the order of their names. */
function sumOf<Of extends string>(sums: Sum<Of>[], of: Of): Sum<Of> {
  for (const sum of sums) if (sum.of === of) return sum;
  const made = new Sum(of);
  sums.push(made);
  for (let at = sums.length - 1; at > 0; at -= 1) {
    const before = sums[at - 1];
    if (before === undefined || before.of < of) break;
    sums[at] = before;
    sums[at - 1] = made;
  }
  return made;
}
