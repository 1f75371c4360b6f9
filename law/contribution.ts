import type { Day, Rational } from '@urtuu/kernel';
import type { CurrencyCode, LawCode, MissingFact } from './assessment.ts';
import type { Finding, UsedFlag } from './finding/finding.ts';
import type { RuleId } from './finding/rules.ts';
import type { UsedParameter } from './parameters/parameter.ts';

/** Who bears a contribution. */
export const PAYERS = ['employer', 'insured', 'state'] as const;
export type Payer = (typeof PAYERS)[number];

/** In what capacity a person is insured in the month. A law answers only those it insures. */
export const INSURED_AS = ['employee', 'selfEmployed', 'herder', 'carer'] as const;
export type InsuredAs = (typeof INSURED_AS)[number];

/** A branch of insurance of one law; `branch.<code>` in words. */
export type BranchCode =
  | 'cn.account'
  | 'cn.pension'
  | 'kz.opv'
  | 'kz.oppv'
  | 'kz.opvr'
  | 'mn.pension'
  | 'mn.benefits'
  | 'mn.unemployment'
  | 'mn.health'
  | 'mn.accident';

/** One month of one insured person, as far as contributions depend on it. */
export interface ContributionsInput {
  /** a day of the month that is paid for: selects rates, minimum wage, ceiling */
  readonly on: Day;
  readonly as: InsuredAs;
  /** income of the month, earned or declared, in the currency of the law: a decimal text, not negative */
  readonly income: string;
  /** where a branch concerns some cohorts only */
  readonly birthDate?: Day;
  /** Kazakhstan: the work is hazardous, so the employer pays occupational contributions */
  readonly hazardousWork?: boolean;
  /** China: average monthly wage of the place in the year before, CNY: a decimal text. It sets the ceiling */
  readonly localAverageWage?: string;
  /** Mongolia: the employer’s own rate for employment injury by its sector, percent */
  readonly accidentRate?: string;
  /** Mongolia: months for which the state has paid a part before this one */
  readonly subsidisedMonths?: number;
  /** Mongolia: day of birth of the youngest child, where the insured person is its mother */
  readonly motherOfChildBorn?: Day;
  /** Mongolia: day of birth of the child with a disability that a carer cares for */
  readonly childInCareBorn?: Day;
  /** for forecasts: where a value in force after this day is not known, that of this day goes on */
  readonly carryFrom?: Day;
  /** answers to open questions of law, by flag */
  readonly assume?: Readonly<Record<string, string>>;
  readonly explain: 'none' | 'full';
}

/** What one payer owes to one branch. */
export interface ContributionLine {
  readonly branch: BranchCode;
  readonly payer: Payer;
  /** income on which it is computed, after floor and ceiling */
  readonly base: string;
  /** percent of the base; absent where it is not known, or where the share is no plain rate */
  readonly rate?: string;
  /** absent while something is missing */
  readonly amount?: string;
  readonly missing?: readonly MissingFact[];
}

/** A part that the state pays for the insured person. */
export interface Subsidy {
  readonly branch: BranchCode;
  /** the rule that grants it, `rule.<id>` in words */
  readonly rule: RuleId;
  /** in English; `explainArticle` says it in every language */
  readonly article?: string;
  /** absent where the person is only exempt and the source names nobody who pays instead */
  readonly amount?: string;
  /** months used with this one, and left after it, where the law limits them */
  readonly monthsUsed?: number;
  readonly monthsLeft?: number;
  /** last day, ISO: of the last month if every month is paid, or of the condition */
  readonly until?: string;
}

/** Contributions of one month under one law, every share beside the others. */
export interface Contributions {
  readonly law: LawCode;
  readonly on: string;
  readonly as: InsuredAs;
  readonly currency: CurrencyCode;
  /** undetermined as soon as one line is; the others keep their amounts */
  readonly outcome: 'due' | 'notInsured' | 'undetermined';
  /** whether a floor or a ceiling changed the base of some line */
  readonly limitedBy: readonly ('ceiling' | 'floor')[];
  readonly lines: readonly ContributionLine[];
  /** sum per payer, without those who owe nothing; absent for a payer while one of its lines is undetermined */
  readonly totals: Readonly<Partial<Record<Payer, string>>>;
  readonly subsidies: readonly Subsidy[];
  readonly missing: readonly MissingFact[];
  /** present with explain 'full' */
  readonly findings?: Finding;
  readonly parameters: readonly UsedParameter[];
  readonly flags: readonly UsedFlag[];
}

/** The input of a statute: the income as an exact number. */
export interface ContributionMonth extends Omit<
  ContributionsInput,
  'income' | 'assume' | 'carryFrom' | 'explain'
> {
  readonly income: Rational;
}

/** A line before it is written: exact, rounded as the law says. */
export interface Share {
  readonly branch: BranchCode;
  readonly payer: Payer;
  readonly base: Rational;
  readonly rate: Rational | undefined;
  readonly amount: Rational | undefined;
  readonly missing: readonly MissingFact[];
}

/** What a national law says of one month. */
export interface NationalContributions {
  readonly insured: boolean;
  readonly shares: readonly Share[];
  readonly limitedBy: Contributions['limitedBy'];
  readonly subsidies: readonly Subsidy[];
}
