import { addDays, civilDate, day, formatDay, maxDay, type Day } from '@urtuu/kernel';
import { assessCompiled } from '../assess.ts';
import type {
  Assessment,
  AssessOptions,
  Component,
  ComponentCode,
  CurrencyCode,
  LawCode,
  MissingFact,
} from '../assessment.ts';
import { compileRecord } from '../record/compile.ts';
import type { InsuranceRecord } from '../record/insurance-record.ts';
import { birthdayOf, continuedRecord } from './continued-record.ts';

export interface RetireOptions extends Omit<AssessOptions, 'on' | 'payOn' | 'benefit' | 'explain'> {
  /** first day looked at */
  readonly from: Day;
  /** what happens from that day on: nothing more is paid, or the last income goes on */
  readonly work: 'stops' | 'continues';
}

/** One way into an old-age pension: the first day it is open, and what it would pay then. */
export interface Retirement {
  /** rule id of the route, or the component where the law has one way only */
  readonly route: string;
  /** ISO day: open on it, and not on the day before unless that lies before `from` */
  readonly on: string;
  /** age on that day */
  readonly age: { readonly years: number; readonly months: number };
  readonly component: ComponentCode;
  /** undetermined: open, and the amount cannot be computed yet */
  readonly outcome: 'eligible' | 'undetermined';
  /** per month at that day; absent where it cannot be computed */
  readonly amount?: string;
  readonly missing?: readonly MissingFact[];
  readonly currency: CurrencyCode;
}

export interface Outlook {
  readonly law: LawCode;
  /** ISO */
  readonly from: string;
  readonly work: RetireOptions['work'];
  /** earliest first */
  readonly routes: readonly Retirement[];
  /** what keeps the rest open: facts that are missing on the last day looked at */
  readonly missing: Assessment['missing'];
  /** last day looked at, ISO */
  readonly until: string;
}

/** Ages between which somebody may become entitled to an old-age pension by any route. */
const YOUNGEST = 40;
const OLDEST = 75;

/**
 * The earliest day and amount of each way into the old-age pension of a law: a day by day search over the one
 * entitlement function, so it assumes nothing about how the law moves.
 */
export function retire(record: InsuranceRecord, options: RetireOptions): Outlook {
  const { from, work, law, ...more } = options;
  const until = maxDay(birthdayOf(record, OLDEST), from);
  const first = maxDay(from, birthdayOf(record, YOUNGEST));
  const lasting = work === 'continues' ? continuedRecord(record, law, from, until) : record;
  const compiled = compileRecord(lasting);
  const found = new Map<string, Retirement>();
  let last: Assessment | undefined;
  for (let on = first; on <= until; on = addDays(on, 1)) {
    last = assessCompiled(compiled, { ...more, law, on, explain: 'full' });
    for (const one of openOn(last, record)) if (!found.has(one.route)) found.set(one.route, one);
  }
  return {
    law,
    from: formatDay(from),
    work,
    routes: [...found.values()].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    missing: last?.missing ?? [],
    until: formatDay(until),
  };
}

/** The routes open on the day of an assessment, each with the component that it leads to. */
function openOn({ routes, components, on }: Assessment, record: InsuranceRecord): Retirement[] {
  const age = ageOn(record, on);
  const of = (one: Component, route: string): Retirement[] => {
    const { component, outcome, amount, currency, missing } = one;
    if (outcome === 'notEligible') return [];
    const known = amount === undefined ? {} : { amount };
    const lacking = missing === undefined ? {} : { missing };
    return [{ route, on, age, component, outcome, ...known, currency, ...lacking }];
  };
  if (routes === undefined) return components.flatMap((one) => of(one, one.component));
  const awarded = components.find(({ outcome }) => outcome !== 'notEligible');
  if (awarded === undefined) return [];
  return routes.filter(({ open }) => open === 'yes').flatMap(({ route }) => of(awarded, route));
}

/** Age in full years and months on an ISO day. */
export function ageOn(record: InsuranceRecord, on: string): Retirement['age'] {
  const [from, to] = [civilDate(day(record.person.birthDate)), civilDate(day(on))];
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  return { years: Math.floor(months / 12), months: months % 12 };
}
