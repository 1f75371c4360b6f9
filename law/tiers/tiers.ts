import {
  add,
  compare,
  day,
  decimal,
  divide,
  formatDay,
  formatDecimal,
  multiply,
  ONE,
  ratio,
  round,
  subtractRational,
  ZERO,
  firstOfMonthIndex,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import { assess } from '../assess.ts';
import type {
  Assessment,
  AssessOptions,
  BenefitCode,
  Cadence,
  ComponentCode,
  CurrencyCode,
  LawCode,
  MissingFact,
  Outcome,
} from '../assessment.ts';
import { missingFact, missingParameter } from '../component.ts';
import { contributions } from '../contributions.ts';
import { CURRENCIES, formatAmount, HALF_UP_TO_HUNDREDTH, percent } from '../money.ts';
import { ageOn, retire } from '../outlook/retire.ts';
import { parameter } from '../parameters/register.ts';
import type { InsuranceRecord } from '../record/insurance-record.ts';
import { benefitsOf } from '../statutes.ts';
import { tierAssumptionsSchema, type TierAssumptions, type TierAssumptionsInput } from './assumptions.ts';
import { forecastRecord, incomeOf, monthBefore, monthOfWork, type Supposed } from './forecast-record.ts';
import { privatePlan, type PrivatePlan } from './private-fund.ts';

/** The tiers of a pension, from the floor up. */
export const TIERS = ['social', 'basic', 'payg', 'notional', 'funded', 'private'] as const;
export type TierName = (typeof TIERS)[number];

export interface TierOptions {
  readonly law: LawCode;
  /** first day of the forecast: what is recorded before it is known, what comes after is supposed */
  readonly from: Day;
  /** day of retirement; the first day on which an old-age pension is open unless given */
  readonly retireOn?: Day | undefined;
  readonly assume?: AssessOptions['assume'];
  readonly assumptions?: TierAssumptionsInput;
}

/** One tier at the day of retirement. */
export interface Tier {
  readonly tier: TierName;
  readonly components: readonly ComponentCode[];
  readonly outcome: Outcome;
  /** a month, before tax; absent unless eligible and paid monthly */
  readonly amount?: string;
  /** paid at once instead */
  readonly once?: string;
  /** a month, after the assumed or the legal tax */
  readonly net?: string;
  /** replacement rates in percent, one decimal: by gross income, and net by net */
  readonly grossRate?: string;
  readonly netRate?: string;
  readonly missing: readonly MissingFact[];
}

/** All tiers of one person side by side, at retirement. */
export interface TierForecast {
  readonly law: LawCode;
  readonly currency: CurrencyCode;
  /** ISO */
  readonly from: string;
  /** ISO; absent where no old-age pension opens by 75 and no day was given */
  readonly retireOn?: string;
  readonly age?: { readonly years: number; readonly months: number };
  /** of the last month before retirement, net of the own contributions that are known and the assumed tax */
  readonly income?: { readonly gross: string; readonly net: string };
  /** as they were used, defaults written out */
  readonly assumptions: TierAssumptions;
  readonly tiers: readonly Tier[];
  readonly privatePlan?: PrivatePlan;
  /** sum of the monthly tiers that are known; `complete` tells whether that is all of them */
  readonly total: { readonly amount: string; readonly net: string; readonly complete: boolean } & Rates;
  /** the assessments that the tiers of the law stand on, with their reasons */
  readonly assessments: readonly Assessment[];
}

interface Rates {
  readonly grossRate?: string;
  readonly netRate?: string;
}

/** Which tier a component of a law is. Components that are no pension for old age are not named. */
const TIER_OF: Readonly<Partial<Record<ComponentCode, TierName>>> = {
  'kz.base': 'basic',
  'kz.solidarity': 'payg',
  'kz.funded': 'funded',
  'kz.employer': 'notional',
  'mn.full': 'payg',
  'mn.proportional': 'payg',
  'mn.notional': 'notional',
  'mn.welfare': 'social',
  'cn.basic': 'payg',
  'cn.transitional': 'payg',
  'cn.account': 'funded',
};

/** Benefits of which a person's pension in old age may be made. */
const PENSIONS: readonly BenefitCode[] = ['oldAge', 'notional', 'savings', 'welfare'];

const RESIDENTS = parameter('cn.residents.basic');

/**
 * Every tier of one person's pension at retirement, by the one entitlement function on a record that is carried on to
 * that day under stated assumptions, and a private plan beside them. Replacement rates compare with the last income.
 * Throws z.ZodError on assumptions that are none, RangeError on a retirement before the forecast begins.
 */
export function tiers(record: InsuranceRecord, options: TierOptions): TierForecast {
  const { law, from, assume } = options;
  const assumptions = tierAssumptionsSchema.parse(options.assumptions ?? {});
  const answers = { carryFrom: from, ...(assume === undefined ? {} : { assume }) };
  const retireOn = options.retireOn ?? firstRetirement(record, law, from, answers);
  const start = { law, currency: CURRENCIES[law], from: formatDay(from), assumptions };
  if (retireOn === undefined)
    return { ...start, tiers: [], total: { amount: '0', net: '0', complete: false }, assessments: [] };
  if (retireOn < from)
    throw new RangeError(`retirement on ${formatDay(retireOn)} is before ${formatDay(from)}`);

  const forecast = forecastRecord(record, law, from, retireOn, { ...assumptions, ...answers });
  const assessments = PENSIONS.filter((benefit) => benefitsOf(law).includes(benefit)).map((benefit) =>
    assess(forecast, { law, benefit, on: retireOn, explain: 'full', ...answers }),
  );
  const income = lastIncome(forecast, law, retireOn, assumptions, answers);
  const found = [...tiersOfLaw(assessments, income, assumptions), ...residentsTier(law, retireOn)];
  const { privateFund } = assumptions;
  const plan = privateFund === undefined ? undefined : privatePlan(privateFund, law, from, retireOn);
  if (privateFund !== undefined) found.push(privateTier(plan, income, assumptions));
  const all = found.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
  return {
    ...start,
    retireOn: formatDay(retireOn),
    age: ageOn(record, formatDay(retireOn)),
    ...(income === undefined
      ? {}
      : { income: { gross: formatAmount(income.gross), net: formatAmount(income.net) } }),
    tiers: all,
    ...(plan === undefined ? {} : { privatePlan: plan }),
    total: totalOf(all, income),
    assessments,
  };
}

function firstRetirement(
  record: InsuranceRecord,
  law: LawCode,
  from: Day,
  answers: Supposed,
): Day | undefined {
  const [first] = retire(record, { law, from, work: 'continues', ...answers }).routes;
  return first === undefined ? undefined : day(first.on);
}

interface Income {
  readonly gross: Rational;
  readonly net: Rational;
}

function lastIncome(
  record: InsuranceRecord,
  law: LawCode,
  on: Day,
  { incomeTax }: TierAssumptions,
  answers: Supposed,
): Income | undefined {
  const month = monthBefore(on);
  const gross = incomeOf(record, law, month);
  if (gross === undefined || compare(gross, ZERO) === 0) return undefined;
  const { lines } = contributions(law, monthOfWork(record, firstOfMonthIndex(month), gross, answers));
  const owed = sumOf(lines.filter(({ payer }) => payer === 'insured'));
  return { gross, net: afterTax(subtractRational(gross, owed), incomeTax) };
}

function afterTax(amount: Rational, tax: string): Rational {
  return round(multiply(amount, subtractRational(ONE, percent(decimal(tax)))), HALF_UP_TO_HUNDREDTH);
}

function tiersOfLaw(
  assessments: readonly Assessment[],
  income: Income | undefined,
  { pensionTax }: TierAssumptions,
): Tier[] {
  const components = assessments.flatMap((one) => one.components);
  return TIERS.flatMap((tier): Tier[] => {
    const own = components.filter(({ component }) => TIER_OF[component] === tier);
    if (own.length === 0) return [];
    const owed = own.filter(({ outcome }) => outcome === 'eligible');
    const monthly = owed.filter(({ per }) => per === undefined);
    const once = owed.filter(({ per }) => per === ('once' satisfies Cadence));
    const outcome = own.some((one) => one.outcome === 'undetermined')
      ? 'undetermined'
      : owed.length > 0
        ? 'eligible'
        : 'notEligible';
    const sum = sumOf(monthly);
    const named = outcome === 'eligible' && monthly.length > 0;
    return [
      {
        tier,
        components: own.map(({ component }) => component),
        outcome,
        ...(named ? amounts(sum, afterTax(sum, pensionTax), income) : {}),
        ...(once.length > 0 ? { once: formatAmount(sumOf(once)) } : {}),
        missing: own.flatMap(({ missing = [] }) => missing),
      },
    ];
  });
}

function sumOf(components: readonly { readonly amount?: string }[]): Rational {
  return components.reduce((sum, { amount }) => add(sum, decimal(amount ?? '0')), ZERO);
}

function amounts(
  gross: Rational,
  net: Rational,
  income: Income | undefined,
): { readonly amount: string; readonly net: string } & Rates {
  return { amount: formatAmount(gross), net: formatAmount(net), ...ratesOf(gross, net, income) };
}

function ratesOf(gross: Rational, net: Rational, income: Income | undefined): Rates {
  if (income === undefined) return {};
  return { grossRate: rate(gross, income.gross), netRate: rate(net, income.net) };
}

const TENTH = { mode: 'halfUp', unit: decimal('0.1') } as const;

/** Percent with one decimal. */
function rate(part: Rational, whole: Rational): string {
  if (compare(whole, ZERO) === 0) return '0';
  return formatDecimal(round(multiply(divide(part, whole), ratio(100)), TENTH), 1);
}

/** China's scheme for residents stands beside the employees' one; its basic part is not known here. */
function residentsTier(law: LawCode, on: Day): Tier[] {
  if (law !== 'cn') return [];
  const missing = [missingParameter(RESIDENTS.at(on))];
  return [{ tier: 'social', components: [], outcome: 'undetermined', missing }];
}

function privateTier(
  plan: PrivatePlan | undefined,
  income: Income | undefined,
  { pensionTax }: TierAssumptions,
): Tier {
  if (plan === undefined)
    return {
      tier: 'private',
      components: [],
      outcome: 'undetermined',
      missing: [missingFact('tiers.unitPrice')],
    };
  const gross = decimal(plan.monthly);
  const net = afterTax(gross, plan.tax ?? pensionTax);
  return {
    tier: 'private',
    components: [],
    outcome: 'eligible',
    ...amounts(gross, net, income),
    missing: [],
  };
}

function totalOf(all: readonly Tier[], income: Income | undefined): TierForecast['total'] {
  const gross = sumOf(all);
  const net = all.reduce((sum, tier) => add(sum, decimal(tier.net ?? '0')), ZERO);
  return {
    ...amounts(gross, net, income),
    complete: all.every(({ outcome }) => outcome !== 'undetermined'),
  };
}
