import type { Day } from '@urtuu/kernel';
import type { Finding, UsedFlag } from './finding/finding.ts';
import type { RouteFacts } from './route.ts';
import type { UsedParameter } from './parameters/parameter.ts';

export const LAW_CODES = ['kz', 'mn', 'cn'] as const;
export type LawCode = (typeof LAW_CODES)[number];

/** What may be asked of a law. Old age is the pension that the agreement is about. */
export const BENEFIT_CODES = [
  'oldAge',
  'notional',
  'welfare',
  'unemployment',
  'employmentInjury',
  'maternity',
  'childMoney',
  'seniorGift',
  'savings',
] as const;
export type BenefitCode = (typeof BENEFIT_CODES)[number];

export type CurrencyCode = 'KZT' | 'MNT' | 'CNY';

export type TreatyCode = 'kz-mn';
export type Outcome = 'eligible' | 'notEligible' | 'undetermined';
export type ComponentCode =
  | 'kz.base'
  | 'kz.solidarity'
  | 'kz.funded'
  | 'kz.employer'
  | 'mn.full'
  | 'mn.proportional'
  | 'mn.notional'
  | 'mn.welfare'
  | 'mn.unemployment'
  | 'mn.injury.disability'
  | 'mn.injury.incapacity'
  | 'mn.injury.survivors'
  | 'mn.injury.family'
  | 'mn.maternity'
  | 'mn.childMoney'
  | 'mn.seniorGift'
  | 'cn.basic'
  | 'cn.account'
  | 'cn.transitional';

export interface AssessOptions {
  readonly law: LawCode;
  /** what is claimed; the old-age pension if absent */
  readonly benefit?: BenefitCode;
  readonly treaty?: TreatyCode;
  /** award date: selects entitlement, formula, ceilings; the record closes on the day before */
  readonly on: Day;
  /** payment date: selects indexation, minimum pensions, the yearly base; the award date if absent */
  readonly payOn?: Day;
  /** answers to open questions of law, by flag; see `openFlags()` for the options */
  readonly assume?: Readonly<Record<string, string>>;
  /** for forecasts: where a value in force after this day is not known, that of this day goes on */
  readonly carryFrom?: Day;
  /** versions that an earlier result stood on (its `parameters`), to compute it again as it was */
  readonly stored?: readonly UsedParameter[];
  readonly explain: 'none' | 'full';
}

/** A fact without which the law gives no answer. `why` is a message key, `why.<fact>` in words by `explainMissing`. */
export interface MissingFact {
  /** the flag, parameter or member of the record that is unknown */
  readonly fact: string;
  readonly why: string;
}

/** What one amount is paid for, apart from a month. */
export type Cadence = 'day' | 'payment' | 'year' | 'once';

/** What is paid for one calendar month. */
export interface Installment {
  /** YYYY-MM */
  readonly month: string;
  /** days paid for, as the benefit counts them */
  readonly days: number;
  readonly amount: string;
}

/** An amount that is paid into another country, at the official rate of a day. */
export interface ConvertedAmount {
  readonly amount: string;
  readonly currency: CurrencyCode;
  /** units of it for one of the component's currency, decimal */
  readonly rate: string;
  /** day of the rate, ISO */
  readonly on: string;
  readonly source: string;
}

export interface Component {
  readonly component: ComponentCode;
  readonly outcome: Outcome;
  /** rounded as the component's law says, at the payment date; per month unless `per` says otherwise */
  readonly amount?: string;
  /** what the amount is for, where that is not a month */
  readonly per?: Cadence;
  readonly currency: CurrencyCode;
  /** what arrives where the amount is exported */
  readonly converted?: ConvertedAmount;
  /** first day of entitlement, ISO */
  readonly from?: string;
  /** last day of entitlement, ISO, where it ends: the person has died, or the benefit is for a time */
  readonly until?: string;
  /** payments as they fall due, where they are not alike */
  readonly installments?: readonly Installment[];
  /** the way into the pension, where the law knows several, e.g. `mn.full.request` */
  readonly route?: string;
  readonly missing?: readonly MissingFact[];
}

/** Why the agreement was or was not used. */
export type TreatyReason =
  | 'notAsked'
  | 'inForceUnknown'
  | 'notYetInForce'
  | 'notStateOfResidence'
  | 'personNotCovered'
  | 'benefitNotCovered'
  | 'inForce'
  | 'hypothetical';

export interface TreatyUse {
  readonly asked: boolean;
  readonly applied: boolean;
  readonly reason: TreatyReason;
  /** ISO day used as entry into force, assumed or real */
  readonly inForceFrom?: string;
}

/** A maximal span of days of one period that met the same fate under one rule. */
export interface TimelineRun {
  /** first day, ISO */
  readonly from: string;
  /** last day, ISO, inclusive */
  readonly to: string;
  readonly country: string;
  readonly periodId: string;
  readonly counted: boolean;
  /** id of the rule that counted or dropped these days, a message key */
  readonly rule: string;
  /** on what ground a counted run counts */
  readonly basis?: RecordBasis;
  /** the period that took these days, where they overlap */
  readonly overlapsWith?: string;
}

/** National law of the awarding state; kandas recognition (KZ Social Code Art 208); the agreement. */
export type RecordBasis = 'national' | 'kandas' | 'treaty';

/** Counted calendar days, and full months by the 30/360 count of the same days. */
export interface RecordSum {
  readonly days: number;
  readonly months: number;
}

export interface RecordTotals {
  /** every counted day once */
  readonly counted: RecordSum;
  readonly byCountry: readonly {
    readonly country: string;
    readonly beforeCut: RecordSum;
    readonly fromCut: RecordSum;
  }[];
  readonly byKind: readonly { readonly kind: string; readonly days: number; readonly months: number }[];
  readonly byBasis: readonly {
    readonly basis: RecordBasis;
    readonly days: number;
    readonly months: number;
  }[];
}

export interface Assessment {
  readonly law: LawCode;
  readonly benefit: BenefitCode;
  /** award date, ISO */
  readonly on: string;
  /** payment date, ISO */
  readonly payOn: string;
  /** undetermined as soon as one component is; the others keep their amounts */
  readonly outcome: Outcome;
  readonly missing: readonly MissingFact[];
  readonly components: readonly Component[];
  /** sum of the components, absent while one is undetermined, none is eligible, or they are not paid alike */
  readonly total?: { readonly amount: string; readonly currency: CurrencyCode; readonly per?: Cadence };
  /** last day of entitlement, ISO, where the person has died */
  readonly until?: string;
  /** true where a hypothetical date of entry into force was used, or a benefit stands on assumed values alone */
  readonly simulation: boolean;
  readonly treaty: TreatyUse;
  readonly record: {
    readonly totals: RecordTotals;
    /** day-exact trace; empty with explain 'none' */
    readonly timeline: readonly TimelineRun[];
  };
  /** on the present record, the day each route would open */
  readonly nextEligible?: readonly { readonly route: string; readonly on: string }[];
  /** with explain 'full': what each way into the benefit asks, and what the person has */
  readonly routes?: readonly RouteFacts[];
  /** present with explain 'full' */
  readonly findings?: Finding;
  /** every version read, so that an old decision can be computed again */
  readonly parameters: readonly UsedParameter[];
  readonly flags: readonly UsedFlag[];
}
