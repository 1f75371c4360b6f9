import {
  addDays,
  day,
  formatDay,
  interval,
  intersect,
  subtract,
  type Day,
  type Interval,
} from '@urtuu/kernel';
import type { RuleId } from '../../finding/rules.ts';
import type { RecordPeriod } from '../../record/insurance-record.ts';

/** Days of a period that give way to a period of another state. */
export interface Yielded {
  readonly periodId: string;
  readonly country: string;
  /** the state whose period stands */
  readonly to: string;
  readonly rule: RuleId;
  readonly days: number;
}

export interface WithoutOverlaps {
  /** what is left of every period, ascending by id and day; closed before the award */
  readonly kept: readonly RecordPeriod[];
  readonly yielded: readonly Yielded[];
}

/**
 * Periods of several states without those that give way (Regulation 987/2009 Art 12(3)–(5)): compulsory insurance
 * prevails over voluntary, a period over one that is only treated as such, and of two that are treated as such counts
 * that of the state whose compulsory insurance the person was last subject to before, else first after. Two compulsory
 * periods of the same days both stand; whoever adds them up counts each day once.
 */
export function withoutOverlaps(periods: readonly RecordPeriod[], on: Day): WithoutOverlaps {
  const dated = periods.flatMap((period) => closedBefore(period, on));
  const kept: RecordPeriod[] = [];
  const yielded: Yielded[] = [];
  for (const one of dated) {
    const blocks: Interval[] = [];
    for (const other of dated) {
      const common = intersect(one.span, other.span);
      if (common === undefined || other.period.country === one.period.country) continue;
      const rule = yieldsTo(one, other, common, dated);
      if (rule === undefined) continue;
      const days = subtract(common, blocks).reduce((sum, { from, to }) => sum + (to - from), 0);
      blocks.push(common);
      if (days > 0)
        yielded.push({
          periodId: one.period.id,
          country: one.period.country,
          to: other.period.country,
          rule,
          days,
        });
    }
    subtract(one.span, blocks).forEach((span, i) => kept.push(within(one.period, span, i)));
  }
  return { kept, yielded };
}

/** Periods up to the day before an award. */
export function closedOn(periods: readonly RecordPeriod[], on: Day): RecordPeriod[] {
  return periods.flatMap((period) => closedBefore(period, on).map(({ span }) => within(period, span, 0)));
}

interface Dated {
  readonly period: RecordPeriod;
  readonly span: Interval;
}

function closedBefore(period: RecordPeriod, on: Day): Dated[] {
  const end = period.to === null ? on : addDays(day(period.to), 1);
  const span = interval(day(period.from), end < on ? end : on);
  return span === undefined ? [] : [{ period, span }];
}

function yieldsTo(one: Dated, other: Dated, common: Interval, all: readonly Dated[]): RuleId | undefined {
  const [own, theirs] = [standing(one.period), standing(other.period)];
  if (own === 'assimilated' && theirs !== 'assimilated') return 'eu.realOverEquivalent';
  if (own === 'voluntary' && theirs === 'compulsory') return 'eu.compulsoryFirst';
  if (own !== 'assimilated' || theirs !== 'assimilated') return undefined;
  return homeOf(common.from, all) === other.period.country ? 'eu.equivalentOnce' : undefined;
}

type Standing = 'compulsory' | 'voluntary' | 'assimilated';

function standing({ kind }: RecordPeriod): Standing {
  switch (kind) {
    case 'equivalent':
      return 'assimilated';
    case 'voluntary':
    case 'boughtBack':
      return 'voluntary';
    case 'compulsory':
    case 'funded':
      return 'compulsory';
  }
}

/** The state of the last compulsory insurance before a day, else of the first after it. */
function homeOf(from: Day, all: readonly Dated[]): string | undefined {
  const compulsory = all.filter(({ period }) => standing(period) === 'compulsory');
  const before = compulsory.filter(({ span }) => span.from < from);
  const last = before.toSorted((a, b) => a.span.to - b.span.to || a.span.from - b.span.from).at(-1);
  const first = compulsory.toSorted((a, b) => a.span.from - b.span.from)[0];
  return (last ?? first)?.period.country;
}

function within(period: RecordPeriod, span: Interval, part: number): RecordPeriod {
  const id = part === 0 ? period.id : `${period.id}.${part}`;
  return { ...period, id, from: formatDay(span.from), to: formatDay(addDays(span.to, -1)) };
}
