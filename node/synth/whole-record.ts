import { addDays, day, formatDay, interval, subtract, type Interval } from '@urtuu/kernel';
import type { InsuranceRecord, RecordPeriod } from '@urtuu/law';
import { foldRegisterPerson } from '@urtuu/registers';
import { claimedPeriods, type Career } from './career.ts';
import { claimedPerson, type ConstructedPerson } from './constructed-person.ts';
import { khurRows, shepRows } from './register-rows.ts';

/** The record as a claimant brings it: person and stated periods. */
export function claimedRecord(person: ConstructedPerson, career: Career): InsuranceRecord {
  return {
    version: 1,
    person: claimedPerson(person),
    periods: claimedPeriods(career),
    earnings: [],
    accounts: [],
    benefits: [],
    counting: { bounds: 'inclusive', method: 'calendar' },
  };
}

/** The record once both registers have answered; what no register vouches for stays as claimed. */
export function wholeRecord(person: ConstructedPerson, career: Career): InsuranceRecord {
  const claimed = claimedRecord(person, career);
  const sides = [
    ...(person.registered.includes('KZ')
      ? [foldRegisterPerson('shep', shepRows(person, career)).folded]
      : []),
    ...(person.registered.includes('MN')
      ? [foldRegisterPerson('khur', khurRows(person, career)).folded]
      : []),
  ];
  const vouched = sides.flatMap((side) => side.periods);
  return {
    ...claimed,
    person: career.death === undefined ? claimed.person : { ...claimed.person, deathDate: career.death.on },
    periods: [...vouched, ...claimed.periods.flatMap((period) => leftOver(period, vouched))],
    earnings: sides.flatMap((side) => side.earnings),
    accounts: sides.flatMap((side) => side.accounts),
    benefits: sides.flatMap((side) => side.benefits),
  };
}

/** The days of a claimed period that no register of the same state holds. */
function leftOver(claimed: RecordPeriod, vouched: readonly RecordPeriod[]): RecordPeriod[] {
  const span = spanOf(claimed);
  if (span === undefined) return [claimed];
  const taken = vouched
    .filter((period) => period.country === claimed.country)
    .map(spanOf)
    .filter((other) => other !== undefined);
  return subtract(span, taken).map((free, i) => ({
    ...claimed,
    id: i === 0 ? claimed.id : `${claimed.id}.${i + 1}`,
    from: formatDay(free.from),
    to: formatDay(addDays(free.to, -1)),
  }));
}

function spanOf(period: RecordPeriod): Interval | undefined {
  const last = period.to === null ? '2999-12-30' : period.to;
  return interval(day(period.from), addDays(day(last), 1));
}
