/**
 * One insurance record out of what the claimant states, what the own register holds and what the other state
 * certifies. Certified beats claimed for the same days of the same state; nothing brought is lost: the parts of a
 * claim that give way are answered in `yielded`, so that the case can show every day with its fate.
 */
import { addDays, day, formatDay, interval, subtract, type Day, type Interval } from '@urtuu/kernel';
import type { Account, Benefit, Earning, InsuranceRecord, RecordPeriod } from '@urtuu/law';
import type { PeriodSource } from '../terms.ts';

/** What one register, own or foreign, says of a person, in the shapes of the insurance record. */
export interface RegisterSide {
  readonly country: string;
  readonly periods: readonly RecordPeriod[];
  readonly earnings: readonly Earning[];
  readonly averageIncome?: InsuranceRecord['averageIncome'];
  readonly accounts?: readonly Account[];
  readonly benefits?: readonly Benefit[];
  readonly deathDate?: string;
}

export interface AssemblyInput {
  readonly claimed: InsuranceRecord;
  readonly own?: RegisterSide;
  readonly partner?: RegisterSide;
}

/** Where a period of the assembled record comes from, and which part of it. */
export interface PeriodOrigin {
  readonly source: PeriodSource;
  /** id in the source's own document */
  readonly periodId: string;
}

/** Days of a claimed period that gave way to a certified one. */
export interface YieldedDays {
  readonly periodId: string;
  readonly from: string;
  /** last day, inclusive */
  readonly to: string;
}

export interface Assembly {
  readonly record: InsuranceRecord;
  /** by period id of the assembled record */
  readonly origins: ReadonlyMap<string, PeriodOrigin>;
  readonly yielded: readonly YieldedDays[];
}

export function assembleRecord(input: AssemblyInput): Assembly {
  const { claimed, own, partner } = input;
  const origins = new Map<string, PeriodOrigin>();
  const periods: RecordPeriod[] = [];
  const take = (period: RecordPeriod, wishedId: string, origin: PeriodOrigin): void => {
    const id = freeId(wishedId, origins);
    origins.set(id, origin);
    periods.push(id === period.id ? period : { ...period, id });
  };

  for (const period of own?.periods ?? []) {
    take(period, period.id, { source: 'ownRegister', periodId: period.id });
  }
  for (const period of partner?.periods ?? []) {
    take(period, period.id, { source: 'partner', periodId: period.id });
  }
  const certified = [...periods];
  const yielded: YieldedDays[] = [];
  for (const period of claimed.periods) {
    const split = giveWay(period, certified);
    const origin: PeriodOrigin = { source: 'claimant', periodId: period.id };
    for (const part of split.kept) take(part, `claimed.${period.id}`, origin);
    yielded.push(...split.yielded);
  }

  return {
    record: {
      ...claimed,
      person: personWithDeath(claimed, own, partner),
      periods,
      earnings: mergeEarnings(claimed.earnings, [...(own?.earnings ?? []), ...(partner?.earnings ?? [])]),
      ...mergedAverages(claimed, own, partner),
      accounts: mergeByKey(accountKey, own?.accounts, partner?.accounts, claimed.accounts),
      benefits: mergeByKey(benefitKey, own?.benefits, partner?.benefits, claimed.benefits),
    },
    origins,
    yielded,
  };
}

/** A period that lasts runs to the end of the calendar for the comparison of days. */
const ENDLESS = day('2999-12-31');

function spanOf(period: RecordPeriod): Interval | undefined {
  const last = period.to === null ? ENDLESS : day(period.to);
  return interval(day(period.from), addDays(last, 1));
}

/** Cuts out of a claimed period the days that a register vouches for in the same state. */
function giveWay(
  claimed: RecordPeriod,
  certified: readonly RecordPeriod[],
): { kept: RecordPeriod[]; yielded: YieldedDays[] } {
  const span = spanOf(claimed);
  if (span === undefined) return { kept: [claimed], yielded: [] };
  const stronger = certified
    .filter((period) => period.country === claimed.country)
    .map(spanOf)
    .filter((taken) => taken !== undefined);
  const free = subtract(span, stronger);
  const wholeIsFree = free.length === 1 && free[0]?.from === span.from && free[0].to === span.to;
  if (wholeIsFree) return { kept: [claimed], yielded: [] };
  const kept = free.map((part) => ({
    ...claimed,
    from: formatDay(part.from),
    to: lastDay(part.to, claimed),
  }));
  const yielded = subtract(span, free).map((part) => ({
    periodId: claimed.id,
    from: formatDay(part.from),
    to: formatDay(addDays(part.to, -1)),
  }));
  return { kept, yielded };
}

function lastDay(end: Day, claimed: RecordPeriod): string | null {
  return claimed.to === null && end > ENDLESS ? null : formatDay(addDays(end, -1));
}

/** Ids of registers stay as they are; where two sources use one, the later gets a number. Ids are at most 40 long. */
function freeId(wished: string, taken: ReadonlyMap<string, PeriodOrigin>): string {
  const base = wished.slice(0, 36);
  if (!taken.has(wished) && wished.length <= 40) return wished;
  let number = 2;
  while (taken.has(`${base}.${number}`)) number += 1;
  return `${base}.${number}`;
}

/** A month of a state that a register vouches for replaces what the claimant says of that month. */
function mergeEarnings(claimed: readonly Earning[], certified: readonly Earning[]): Earning[] {
  const vouched = new Set(certified.map(monthKey));
  return [...certified, ...claimed.filter((earning) => !vouched.has(monthKey(earning)))];
}

function monthKey(earning: Earning): string {
  return `${earning.country} ${earning.year}-${earning.month}`;
}

function mergedAverages(
  claimed: InsuranceRecord,
  own: RegisterSide | undefined,
  partner: RegisterSide | undefined,
): Pick<InsuranceRecord, 'averageIncome'> {
  const averages = mergeByKey(
    (average) => average.country,
    own?.averageIncome,
    partner?.averageIncome,
    claimed.averageIncome,
  );
  return averages.length === 0 ? {} : { averageIncome: averages };
}

/** Items of earlier lists win; a later list adds only what the earlier ones do not name. */
function mergeByKey<T>(key: (item: T) => string, ...lists: (readonly T[] | undefined)[]): T[] {
  const merged: T[] = [];
  const seen = new Set<string>();
  for (const list of lists) {
    const fresh = (list ?? []).filter((item) => !seen.has(key(item)));
    for (const item of fresh) seen.add(key(item));
    merged.push(...fresh);
  }
  return merged;
}

function accountKey(account: Account): string {
  return `${account.country} ${account.kind}`;
}

function benefitKey(benefit: Benefit): string {
  return `${benefit.country} ${benefit.kind} ${benefit.from}`;
}

/** The own register's word on a death comes first, then the other state's, then the claim's. */
function personWithDeath(
  claimed: InsuranceRecord,
  own: RegisterSide | undefined,
  partner: RegisterSide | undefined,
): InsuranceRecord['person'] {
  const deathDate = own?.deathDate ?? partner?.deathDate ?? claimed.person.deathDate;
  return deathDate === undefined ? claimed.person : { ...claimed.person, deathDate };
}
