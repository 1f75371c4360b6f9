import { addMonths, civilDate, formatDay, maxDay, yearOf, firstOfYear, type Day } from '@urtuu/kernel';
import { reachedAge, type AgeReached } from '../age.ts';
import type { MissingFact } from '../assessment.ts';
import { missingFact, missingParameter, unknownAmong } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';

/** Whose age it is: men, and women whose post had the base age of 55 or of 50. */
type WorkerGroup = 'men' | 'women55' | 'women50';

const BY_GROUP = {
  men: seriesOf('men'),
  women55: seriesOf('women55'),
  women50: seriesOf('women50'),
} as const satisfies Record<WorkerGroup, unknown>;

const WOMEN = { 55: 'women55', 50: 'women50' } as const;

const EARLIER = parameter('cn.flexible.earlier');
const LATER = parameter('cn.flexible.later');
const MINIMUM = parameter('cn.minimumPeriod');
const DELAY_START = flag('cn.delayStart');
const MIN_YEARS_KEY = flag('cn.minYearsKey');

function seriesOf(group: WorkerGroup) {
  return {
    base: parameter(`cn.age.${group}`),
    firstCohort: parameter(`cn.delay.${group}.firstCohort`),
    step: parameter(`cn.delay.${group}.step`),
    most: parameter(`cn.delay.${group}.most`),
  };
}

export interface RetirementAge {
  /** months: base age and delay */
  readonly statutory: number;
  /** months: the earliest age by choice; the statutory one where there is no choice */
  readonly early: number;
  readonly reached: AgeReached;
  readonly reachedEarly: AgeReached;
  /** least contribution period, months */
  readonly minimum: number;
}

export type RetirementAgeAnswer =
  | { readonly known: true; readonly age: RetirementAge }
  | { readonly known: false; readonly missing: readonly MissingFact[] };

/** The retirement age of a person, with the gradual delay of the decision of 2024 and the choice to go earlier. */
export function retirementAge(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RetirementAgeAnswer {
  const group = groupOf(record);
  if (group === undefined) {
    reasoning?.note('cn.groupUnknown', 'unknown');
    return { known: false, missing: [missingFact('cn.workerGroup')] };
  }
  const series = BY_GROUP[group];
  const base = ground.take(series.base, on);
  if (base.amount === undefined) {
    reasoning?.unknown([base]);
    return { known: false, missing: [missingParameter(base)] };
  }
  reasoning?.note('cn.group', 'info', { args: { age: { age: base.whole } }, from: [base] });
  const delay = delayOf(record, series, base.whole, on, ground);
  const statutory = base.whole + delay;
  const reached = reachedAge(record, statutory, on);
  reasoning?.note('cn.delay', delay === 0 ? 'info' : 'holds', {
    args: { delay, age: { age: statutory }, reached: dayOf(reached) },
    inputs: [{ name: 'birthDate', value: record.wire.person.birthDate }],
    from:
      delay === 0
        ? [base]
        : [series.firstCohort, series.step, series.most].map((one) => ground.take(one, on)),
    flags: delay === 0 ? [] : [ground.used(DELAY_START)],
  });

  const byChoice = ground.take(EARLIER, on);
  const early = byChoice.amount === undefined ? statutory : Math.max(base.whole, statutory - byChoice.whole);
  if (reasoning !== undefined) noteLater(reached, on, ground, reasoning);
  const keyedBy = ground.option(MIN_YEARS_KEY) === 'retirementYear' ? (reached.on ?? on) : on;
  const minimum = ground.take(MINIMUM, firstOfYear(yearOf(keyedBy)));
  const unknown = unknownAmong([minimum]);
  if (unknown.length > 0) {
    reasoning?.unknown(unknown);
    return { known: false, missing: unknown.map(missingParameter) };
  }
  return {
    known: true,
    age: { statutory, early, reached, reachedEarly: reachedAge(record, early, on), minimum: minimum.whole },
  };
}

/** Who agrees with the employer may go later; the award is the same formula on a longer record. */
function noteLater({ on: reached }: AgeReached, on: Day, ground: Ground, reasoning: Reasoning): void {
  const later = ground.take(LATER, on);
  if (later.amount === undefined || reached === undefined) return;
  reasoning.note('cn.later', 'info', {
    args: { until: { day: formatDay(addMonths(reached, later.whole)) } },
    from: [later],
  });
}

function groupOf(record: CompiledRecord): WorkerGroup | undefined {
  if (record.sex === 'male') return 'men';
  const baseAge = record.wire.circumstances?.china?.baseAge;
  return baseAge === undefined ? undefined : WOMEN[baseAge];
}

/**
 * Months of delay: one for every `step` birth months from the first cohort on, at most so many. It holds for those who
 * reach the base age when the decision is in force.
 */
function delayOf(
  record: CompiledRecord,
  { firstCohort, step, most }: (typeof BY_GROUP)[WorkerGroup],
  baseMonths: number,
  on: Day,
  ground: Ground,
): number {
  const inForce = maxDay(on, addMonths(record.bornFrom, baseMonths));
  const cohort = ground.take(firstCohort, inForce);
  const each = ground.take(step, inForce);
  const limit = ground.take(most, inForce);
  if (cohort.day === undefined || Number.isNaN(each.whole) || Number.isNaN(limit.whole)) return 0;
  const born = civilDate(record.bornFrom);
  const start = civilDate(cohort.day);
  const months = 12 * (born.year - start.year) + (born.month - start.month);
  if (months < 0) return 0;
  const first = ground.option(DELAY_START) === 'plusOne' ? 1 : 0;
  return Math.min(limit.whole, Math.floor(months / each.whole) + first);
}

function dayOf({ on }: AgeReached): { readonly day: string } {
  return { day: on === undefined ? '' : formatDay(on) };
}
