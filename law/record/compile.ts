import { addDays, addMonths, civilDate, day, firstOfMonth, type Day } from '@urtuu/kernel';
import type { Series } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import {
  PERIOD_TYPES,
  SCHEMES,
  isKnownPeriodType,
  type Certainty,
  type Hazard,
  type PeriodKind,
} from './codes.ts';
import { earningsTable, monthOf, type EarningsTable } from './earnings.ts';
import type {
  Account,
  AverageIncome,
  InsuranceRecord,
  RecordPeriod,
  RecordPerson,
} from './insurance-record.ts';

/** An insurance record with its texts read once: what an assessment works on. */
export interface CompiledRecord {
  readonly wire: InsuranceRecord;
  readonly sex: RecordPerson['sex'];
  /** state of residence */
  readonly residence: string;
  /** first and last possible day of birth; the same day where it is known to the day */
  readonly bornFrom: Day;
  readonly bornTo: Day;
  readonly died: Day | undefined;
  readonly kandasSince: Day | undefined;
  readonly children: readonly Day[] | undefined;
  /** averages that institutions have established */
  readonly averages: readonly AverageIncome[];
  /** savings with institutions of Kazakhstan */
  readonly kzAccounts: readonly Account[];
  /** by start, end, id: the order in which they were written does not matter */
  readonly periods: readonly CompiledPeriod[];
  readonly kzEarnings: EarningsTable;
  readonly mnEarnings: EarningsTable;
  /** months of voluntary insurance in Mongolia, `[from, to)` as month indexes */
  readonly mnVoluntary: readonly { readonly from: number; readonly to: number }[];
}

/** What a period attests, in the terms in which statutes ask. */
type Activity = 'work' | 'military' | 'study' | 'childCare' | 'other' | 'unknown';

export interface CompiledPeriod {
  readonly id: string;
  readonly country: string;
  readonly from: Day;
  /** first day no longer inside; far future while the period lasts */
  readonly to: Day;
  readonly kind: PeriodKind;
  readonly activity: Activity;
  readonly insured: boolean;
  readonly herding: boolean;
  readonly opvr: boolean;
  /** hazardous conditions of work in Mongolia */
  readonly hazard: Hazard | undefined;
  readonly certainty: Certainty;
  /** some evidence is named */
  readonly evidenced: boolean;
  /** a labour book, an archive certificate or a court's finding is named */
  readonly documented: boolean;
}

/** End of a period that still lasts. */
export const ONGOING = day('2999-12-31');

/**
 * Reads the texts of a record that `parseInsuranceRecord` has accepted. Throws on one that it would refuse.
 * Assess the same person under several laws or dates on the compiled form.
 */
export function compileRecord(wire: InsuranceRecord): CompiledRecord {
  const { person } = wire;
  const [bornFrom, bornTo] = birthRange(day(person.birthDate), person.birthDatePrecision ?? 'day');
  const periods = wire.periods.map(compilePeriod).sort(byStart);
  return {
    wire,
    sex: person.sex,
    residence: person.residence,
    bornFrom,
    bornTo,
    died: person.deathDate === undefined ? undefined : day(person.deathDate),
    kandasSince: person.kandas === undefined ? undefined : day(person.kandas.since),
    children: person.children?.map((child) => day(child.birthDate)),
    periods,
    averages: wire.averageIncome ?? NONE,
    kzAccounts: wire.accounts.length === 0 ? NONE : wire.accounts.filter(isOfKazakhstan),
    kzEarnings: earningsTable(wire.earnings, 'KZ', 'KZT', KZ_CONTRIBUTIONS_FROM),
    mnEarnings: earningsTable(wire.earnings, 'MN', 'MNT', MN_CONTRIBUTIONS_FROM),
    mnVoluntary: periods
      .filter(({ country, kind }) => country === 'MN' && kind === 'voluntary')
      .map(({ from, to }) => ({ from: monthOf(from), to: monthOf(addDays(to, -1)) + 1 })),
  };
}

/** Most people have no savings and no established average: they share one empty list. */
const NONE: readonly never[] = [];

function isOfKazakhstan({ country }: Account): boolean {
  return country === 'KZ';
}

/** First months of contributory income; older income needs an official coefficient. */
const KZ_CONTRIBUTIONS_FROM = monthOf(theDay(parameter('kz.record.cutOff')));
const MN_CONTRIBUTIONS_FROM = monthOf(theDay(parameter('mn.insuranceStart')));

function theDay({ key, versions }: Series): Day {
  const value = versions.at(-1)?.day;
  if (value === undefined) throw new Error(`${key} is not a day`);
  return value;
}

function compilePeriod(period: RecordPeriod): CompiledPeriod {
  const kinds = period.evidence;
  return {
    id: period.id,
    country: period.country,
    from: day(period.from),
    to: period.to === null ? ONGOING : addDays(day(period.to), 1),
    kind: period.kind,
    activity: activityOf(period),
    insured: period.insured ?? period.kind !== 'equivalent',
    herding: period.scheme === SCHEMES.mnHerder || period.scheme === SCHEMES.farmer,
    opvr: period.scheme === SCHEMES.kzOpvr,
    hazard: period.scheme === undefined ? undefined : HAZARD_OF.get(period.scheme),
    certainty: period.certainty,
    evidenced: kinds.length > 0,
    documented: kinds.some(({ kind }) => kind === 'labourBook' || kind === 'archive' || kind === 'court'),
  };
}

const HAZARD_OF: ReadonlyMap<string, Hazard> = new Map([
  [SCHEMES.mnUnderground, 'underground'],
  [SCHEMES.mnToxicHot, 'toxicHot'],
  [SCHEMES.mnHeavy, 'heavy'],
]);

function activityOf(period: RecordPeriod): Activity {
  switch (period.type) {
    case PERIOD_TYPES.militaryService:
      return 'military';
    case PERIOD_TYPES.study:
      return 'study';
    case PERIOD_TYPES.childCare:
    case PERIOD_TYPES.maternity:
      return 'childCare';
    default:
      if (!isKnownPeriodType(period.type)) return 'unknown';
      return period.type.startsWith('1') || period.type.startsWith('2') ? 'work' : 'other';
  }
}

function birthRange(birth: Day, precision: 'day' | 'month' | 'year'): [Day, Day] {
  if (precision === 'day') return [birth, birth];
  const { year, month } = civilDate(birth);
  const first = precision === 'month' ? firstOfMonth(year, month) : firstOfMonth(year, 1);
  return [first, addDays(addMonths(first, precision === 'month' ? 1 : 12), -1)];
}

function byStart(a: CompiledPeriod, b: CompiledPeriod): number {
  return a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
