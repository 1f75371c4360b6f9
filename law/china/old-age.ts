import {
  add,
  civilDate,
  decimal,
  divide,
  formatDay,
  formatExact,
  multiply,
  ratio,
  round,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import type { AgeReached } from '../age.ts';
import type { AppliedTreaty } from '../agreements/kz-mn.ts';
import type { ComponentCode, MissingFact } from '../assessment.ts';
import { missingFact, missingParameter, notEligible, undetermined, type Entitlement } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { cny, percent } from '../money.ts';
import type { NationalResult } from '../national-result.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { fullMonths } from '../record/length.ts';
import type { RouteFacts } from '../route.ts';
import { accountPension } from './account-pension.ts';
import { contributionRecord, type ContributionRecord } from './contribution-record.ts';
import { retirementAge } from './retirement-age.ts';
import { rounding, roundingFlag } from './rounding.ts';

const COMPONENTS = ['cn.basic', 'cn.account', 'cn.transitional'] as const;
const BASIC_RATE = parameter('cn.basic.rate');
const TRANSITIONAL_RATE = parameter('cn.transitional.rate');
const TRANSITIONAL = flag('cn.transitional');
const DEEMED = flag('cn.deemedYears');
const TWO = ratio(2);

/**
 * Pension of urban employees in China on an award date: basic pension, individual account, and a transitional part for
 * service before contributions were paid. The average wage is that of the place, so the record states it.
 */
export function chinaOldAge(
  record: CompiledRecord,
  on: Day,
  _payOn: Day,
  _treaty: AppliedTreaty | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
): NationalResult {
  const periods = contributionRecord(record, on, reasoning === undefined ? 'none' : 'full');
  const months = qualifyingMonths(periods);
  reasoning?.note('cn.record', 'info', {
    args: {
      contributed: { months: fullMonths(periods.contributed) },
      deemed: { months: fullMonths(periods.deemed) },
    },
  });
  const common = { settled: periods.settled, cut: on };
  const answer = retirementAge(record, on, ground, reasoning);
  if (!answer.known)
    return { ...common, entitlements: all((one) => undetermined(one, answer.missing)), nextEligible: [] };

  const { age } = answer;
  const enough = months >= age.minimum;
  const ways: readonly Way[] = [
    { route: 'cn.statutory', age: age.statutory, reached: age.reached },
    { route: 'cn.early', age: age.early, reached: age.reachedEarly },
  ];
  for (const way of ways) noteWay(way, enough, months, age.minimum, reasoning);
  const written =
    reasoning === undefined ? {} : { routes: ways.map((way) => factsOf(way, enough, months, age.minimum)) };
  const open = enough ? ways.find(({ reached }) => reached.reached !== 'no') : undefined;
  if (open === undefined)
    return {
      ...common,
      ...written,
      entitlements: all(notEligible),
      nextEligible: enough ? stillToOpen(ways) : [],
    };
  if (open.reached.reached === 'unknown') {
    const birth = [missingFact('person.birthDate')];
    return { ...common, ...written, entitlements: all((one) => undetermined(one, birth)), nextEligible: [] };
  }
  const entitlements = amounts(record, periods, on, ground, reasoning).map((one) =>
    one.outcome === 'eligible' ? { ...one, route: open.route } : one,
  );
  return { ...common, ...written, entitlements, nextEligible: [] };
}

function all(of: (component: ComponentCode) => Entitlement): Entitlement[] {
  return COMPONENTS.map(of);
}

/** Deemed years are contribution years for the least period. */
function qualifyingMonths({ contributed, deemed }: ContributionRecord): number {
  return fullMonths(contributed + deemed);
}

/** One way into the pension: at the statutory age, or earlier by choice. Both ask the same least period. */
interface Way {
  readonly route: 'cn.statutory' | 'cn.early';
  /** months */
  readonly age: number;
  readonly reached: AgeReached;
}

function openness({ reached }: Way, enough: boolean): RouteFacts['open'] {
  return enough ? reached.reached : 'no';
}

function factsOf(way: Way, enough: boolean, held: number, required: number): RouteFacts {
  const { on } = way.reached;
  return {
    route: way.route,
    open: openness(way, enough),
    ageMonths: way.age,
    ...(on === undefined ? {} : { ageReachedOn: formatDay(on) }),
    monthsRequired: required,
    monthsHeld: held,
  };
}

const STATE = { yes: 'holds', no: 'fails', unknown: 'unknown' } as const;

function noteWay(
  way: Way,
  enough: boolean,
  held: number,
  required: number,
  reasoning: Reasoning | undefined,
): void {
  const { on } = way.reached;
  reasoning?.note(way.route, STATE[openness(way, enough)], {
    args: {
      age: { age: way.age },
      reached: { day: on === undefined ? '' : formatDay(on) },
      required: { months: required },
      record: { months: held },
    },
  });
}

function stillToOpen(ways: readonly Way[]): NationalResult['nextEligible'] {
  return ways.flatMap(({ route, reached: { reached, on } }) =>
    reached === 'no' && on !== undefined ? [{ route, on: formatDay(on) }] : [],
  );
}

function amounts(
  record: CompiledRecord,
  periods: ContributionRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement[] {
  const account = accountPension(record, ageInMonths(record, on), on, ground, reasoning);
  const local = record.wire.circumstances?.china;
  const missing: MissingFact[] = [
    ...(local?.localWage === undefined ? [missingFact('cn.localWage')] : []),
    ...(local?.contributionIndex === undefined ? [missingFact('cn.contributionIndex')] : []),
  ];
  if (local?.localWage === undefined || local.contributionIndex === undefined) {
    for (const { why } of missing)
      reasoning?.note('cn.factMissing', 'unknown', { args: { fact: { term: why } } });
    const transitional =
      periods.deemed === 0 ? notEligible('cn.transitional') : undetermined('cn.transitional', missing);
    return [undetermined('cn.basic', missing), account, transitional];
  }
  const wage = decimal(local.localWage.amount);
  const index = decimal(local.contributionIndex);
  return [
    basicPension(wage, index, periods, on, ground, reasoning),
    account,
    transitionalPension(wage, index, periods.deemed, on, ground, reasoning),
  ];
}

/** (W + W × I) / 2 × n × 1 %. */
function basicPension(
  wage: Rational,
  index: Rational,
  { contributed, deemed }: ContributionRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const rate = ground.take(BASIC_RATE, on);
  if (rate.amount === undefined) return undetermined('cn.basic', [missingParameter(rate)]);
  const both = deemed > 0 && ground.option(DEEMED) === 'contributedAndDeemed';
  const years = ratio(fullMonths(both ? contributed + deemed : contributed), 12);
  const base = divide(add(wage, multiply(wage, index)), TWO);
  const amount = round(multiply(multiply(base, years), percent(rate.amount)), rounding(ground));
  reasoning?.note('cn.basic', 'holds', {
    args: {
      wage: cny(wage),
      index: { decimal: formatExact(index) },
      years: formatExact(years),
      rate: { percent: formatExact(rate.amount) },
      amount: cny(amount),
    },
    from: [rate],
    flags: [...(deemed > 0 ? [ground.used(DEEMED)] : []), roundingFlag(ground)],
  });
  return { component: 'cn.basic', outcome: 'eligible', amount, missing: [] };
}

/** W × I × n_d × c, for service before contributions were paid; c is provincial. */
function transitionalPension(
  wage: Rational,
  index: Rational,
  deemed: number,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  if (deemed === 0) return notEligible('cn.transitional');
  const version = ground.take(TRANSITIONAL_RATE, on);
  const rate = ground.decimalOption(TRANSITIONAL) ?? version.amount;
  if (rate === undefined) return undetermined('cn.transitional', [missingParameter(version)]);
  const years = ratio(fullMonths(deemed), 12);
  const amount = round(multiply(multiply(multiply(wage, index), years), percent(rate)), rounding(ground));
  reasoning?.note('cn.transitional', 'holds', {
    args: {
      wage: cny(wage),
      index: { decimal: formatExact(index) },
      years: formatExact(years),
      rate: { percent: formatExact(rate) },
      amount: cny(amount),
    },
    from: [version],
    flags: [ground.used(TRANSITIONAL), roundingFlag(ground)],
  });
  return { component: 'cn.transitional', outcome: 'eligible', amount, missing: [] };
}

/** Full months of life on a day, by the latest possible birth. */
function ageInMonths(record: CompiledRecord, on: Day): number {
  const from = civilDate(record.bornTo);
  const to = civilDate(on);
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}
