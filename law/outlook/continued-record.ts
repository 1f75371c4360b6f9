import { addDays, addMonths, day, formatDay, maxDay, type Day } from '@urtuu/kernel';
import type { LawCode } from '../assessment.ts';
import { PERIOD_TYPES } from '../record/codes.ts';
import { compileRecord, ONGOING } from '../record/compile.ts';
import { monthOf } from '../record/earnings.ts';
import type { Earning, InsuranceRecord, RecordPeriod } from '../record/insurance-record.ts';
import { STATE_OF } from '../states.ts';

/** Months of income that are added at most: a working life. */
const MOST_MONTHS = 60 * 12;

/**
 * The record of a person who goes on working as before: an insured period from a day on, and the income of the last
 * paid month again in each month after it. An assumption, for outlooks alone; the period says so by its source.
 */
export function continuedRecord(
  record: InsuranceRecord,
  law: LawCode,
  from: Day,
  until: Day,
): InsuranceRecord {
  const country = STATE_OF[law];
  const last = record.earnings
    .filter((one) => one.country === country && one.paid)
    .toSorted(byMonth)
    .at(-1);
  const begin = maxDay(from, lastInsuredDay(record, country) ?? from);
  const work = begin === ONGOING ? [] : [insuredPeriod(country, 'continued', begin, undefined)];
  return withIncome({ ...record, periods: [...record.periods, ...work] }, last, until);
}

/** An insured period of work that is only supposed; `to` is the first day no longer inside, undefined while it lasts. */
export function insuredPeriod(country: string, id: string, from: Day, to: Day | undefined): RecordPeriod {
  return {
    id,
    country,
    from: formatDay(from),
    to: to === undefined ? null : formatDay(addDays(to, -1)),
    type: PERIOD_TYPES.employed,
    insured: true,
    evidence: [{ kind: 'archive' }],
    certainty: 'certified',
    precision: 'day',
    kind: 'compulsory',
    source: 'assumed',
  };
}

/** First day after the last insured period of a country; ONGOING while one lasts, undefined where there is none. */
function lastInsuredDay(record: InsuranceRecord, country: string): Day | undefined {
  const ends = compileRecord(record)
    .periods.filter((period) => period.country === country && period.kind !== 'equivalent')
    .map(({ to }) => to);
  return ends.length === 0 ? undefined : ends.reduce((a, b) => maxDay(a, b));
}

function withIncome(record: InsuranceRecord, last: Earning | undefined, until: Day): InsuranceRecord {
  if (last === undefined) return record;
  const added: Earning[] = [];
  const end = monthOf(until);
  let month = last.year * 12 + last.month;
  for (; month < end && added.length < MOST_MONTHS; month += 1)
    added.push({ ...last, year: Math.floor(month / 12), month: (month % 12) + 1 });
  return { ...record, earnings: [...record.earnings, ...added] };
}

function byMonth(a: Earning, b: Earning): number {
  return a.year - b.year || a.month - b.month;
}

/** The day on which a person reaches an age in full years, by the date as it is written. */
export function birthdayOf(record: InsuranceRecord, years: number): Day {
  return addMonths(day(record.person.birthDate), 12 * years);
}
