import { addDays, formatDay, formatExact, type Day, type Interval, type Rational } from '@urtuu/kernel';
import type { TimelineRun } from '../assessment.ts';
import type { UsedFlag } from '../finding/finding.ts';
import { Ground } from '../finding/ground.ts';
import { flag } from '../parameters/flag.ts';
import { compileRecord, ONGOING, type CompiledPeriod } from '../record/compile.ts';
import type { InsuranceRecord } from '../record/insurance-record.ts';
import { timelineOf } from '../record/timeline.ts';
import {
  convention,
  inYears,
  wholeUnits,
  type Convention,
  type ConventionName,
} from './counting/convention.ts';
import { settle, type RecordRule } from './settle.ts';

export interface TotalOptions {
  readonly convention: ConventionName;
  /** the record closes on the day before: a period that lasts is counted up to it, later ones not at all */
  readonly on: Day;
}

/** A length under the convention asked for. */
export interface PeriodLength {
  /** whole units, a fraction taken up */
  readonly units: number;
  /** the exact length, where it has a fraction: `num/den` or a decimal */
  readonly exact?: string;
  /** the units in years, months and days, where the convention knows them */
  readonly duration?: { readonly years: number; readonly months: number; readonly days: number };
}

export interface PeriodTotals {
  readonly convention: ConventionName;
  readonly unit: 'day' | 'month';
  /** ISO day on which the record closes */
  readonly on: string;
  /** each day once, whichever periods hold it */
  readonly total: PeriodLength;
  /** Days that several periods hold stand with the one that goes first; where months are counted, a month may stand
   * in several rows, so rows then add up to more than the total. */
  readonly byCountry: readonly ({ readonly country: string } & PeriodLength)[];
  readonly byKind: readonly ({ readonly kind: string } & PeriodLength)[];
  /** every day of every period, with the rule that counted or dropped it */
  readonly timeline: readonly TimelineRun[];
  readonly flags: readonly UsedFlag[];
}

const FRACTION = flag('eu.art13_1e');

/**
 * The length of all periods of a record under one convention: over all, by country, by kind. It belongs to no law: all
 * periods of a known type count, and no state goes before another.
 */
export function totalPeriods(record: InsuranceRecord, { convention: name, on }: TotalOptions): PeriodTotals {
  const counting = convention(name);
  const ground = new Ground(undefined);
  const periods = compileRecord(record).periods.flatMap((period) => asWritten(period, counting));
  const settled = settle(
    periods,
    { state: '', rules: RULES, facts: { on }, turns: [on], careLimit: undefined },
    'full',
  );
  const length = (spans: readonly Interval[]): PeriodLength =>
    lengthOf(counting.measure(spans), counting, ground);
  const groups = (of: (period: CompiledPeriod) => string): [string, PeriodLength][] =>
    [...new Set(settled.counted.map(({ period }) => of(period)))]
      .sort()
      .map((name) => [name, length(settled.counted.filter(({ period }) => of(period) === name))]);
  return {
    convention: name,
    unit: counting.unit,
    on: formatDay(on),
    total: length(settled.counted),
    byCountry: groups(({ country }) => country).map(([country, sum]) => ({ country, ...sum })),
    byKind: groups(({ kind }) => kind).map(([kind, sum]) => ({ kind, ...sum })),
    timeline: timelineOf(settled),
    flags: ground.flags,
  };
}

const RULES: readonly RecordRule<{ readonly on: Day }>[] = [
  { rule: 'total.afterClose', applies: (_period, from, { on }) => from >= on },
  { rule: 'record.unknownType', applies: ({ activity }) => activity === 'unknown' },
  { rule: 'total.counted', basis: 'national', applies: () => true },
];

/** A record writes last days; under an exclusive reading they are outside, and a period of one date has no day. */
function asWritten(period: CompiledPeriod, { bounds }: Convention): CompiledPeriod[] {
  if (bounds === 'inclusive' || period.to === ONGOING) return [period];
  const to = addDays(period.to, -1);
  return to > period.from ? [{ ...period, to }] : [];
}

function lengthOf(exact: Rational, counting: Convention, ground: Ground): PeriodLength {
  const units = wholeUnits(exact);
  const duration = inYears(counting, units);
  if (exact.den !== 1n) ground.option(FRACTION);
  return {
    units,
    ...(exact.den === 1n ? {} : { exact: formatExact(exact) }),
    ...(duration === undefined ? {} : { duration }),
  };
}
