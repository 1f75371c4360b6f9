import { addMonths, maxDay, type Day } from '@urtuu/kernel';
import type { Series } from './parameters/parameter.ts';
import type { CompiledRecord } from './record/compile.ts';

/** Whether a day of life has been reached. `unknown` where the day of birth or the age in force is not known. */
type Reached = 'yes' | 'no' | 'unknown';

/** When a person reaches an age, as far as the precision of the birth date tells. */
export interface AgeReached {
  readonly reached: Reached;
  /** first day on which the age is reached, by the earliest possible day of birth; undefined where unknown */
  readonly on: Day | undefined;
}

/**
 * The first day d on which the age completed is at least the age in force on d. Who has reached the age of one year
 * keeps the right when the age rises the year after. Undefined while no version of the series gives such a day.
 */
export function firstDayOfAge(birth: Day, ages: Series): Day | undefined {
  const { versions } = ages;
  for (const version of versions) {
    if (version.amount === undefined) continue;
    const reached = maxDay(addMonths(birth, version.whole), version.from);
    if (reached < version.until) return reached;
  }
  return undefined;
}

/** Whether an age in force by date was reached on a day. */
export function reachedAgeInForce(record: CompiledRecord, ages: Series, on: Day): AgeReached {
  if (on < ages.knownFrom) return { reached: 'unknown', on: undefined };
  const { bornFrom, bornTo } = record;
  const earliest = firstDayOfAge(bornFrom, ages);
  return judge(earliest, bornTo === bornFrom ? earliest : firstDayOfAge(bornTo, ages), on);
}

/** Whether a fixed age, in months, was reached on a day. */
export function reachedAge(record: CompiledRecord, months: number, on: Day): AgeReached {
  if (Number.isNaN(months)) return { reached: 'unknown', on: undefined };
  const { bornFrom, bornTo } = record;
  const earliest = addMonths(bornFrom, months);
  return judge(earliest, bornTo === bornFrom ? earliest : addMonths(bornTo, months), on);
}

function judge(earliest: Day | undefined, latest: Day | undefined, on: Day): AgeReached {
  if (latest !== undefined && latest <= on) return { reached: 'yes', on: latest };
  if (earliest === undefined || earliest > on) return { reached: 'no', on: earliest };
  return { reached: 'unknown', on: earliest };
}
