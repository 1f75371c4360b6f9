import type { UsedParameter } from '../parameters/parameter.ts';

/** A value inside a sentence, kept apart from it so that each language writes it its own way. */
export type Arg =
  | string
  | number
  | { readonly amount: string; readonly currency: string }
  /** a length, in full months */
  | { readonly months: number }
  /** an age, in full months */
  | { readonly age: number }
  /** a plain decimal number */
  | { readonly decimal: string }
  /** ISO day */
  | { readonly day: string }
  /** exact decimal of hundredths, e.g. '70' for 70 % */
  | { readonly percent: string }
  /** another message, e.g. the name of a route */
  | { readonly term: string };

export interface FindingInput {
  readonly name: string;
  readonly value: string;
  readonly unit?: string;
}

/** An open question of law and the answer chosen here. It always needs a citation, so it says so. */
export interface UsedFlag {
  readonly flag: string;
  /** the option taken; null where no default exists and nothing was assumed */
  readonly option: string | null;
  readonly needsCitation: true;
}

export type FindingOutcome = 'holds' | 'fails' | 'unknown' | 'info';

/** One step of the reasoning: a rule, what went in, which parameter version, which article, what came out. */
export interface Finding {
  /** stable rule id, e.g. `kz.base.rate`; also the message key */
  readonly rule: string;
  readonly text: { readonly key: string; readonly args: Readonly<Record<string, Arg>> };
  readonly outcome: FindingOutcome;
  readonly inputs: readonly FindingInput[];
  /** the versions the step stands on */
  readonly parameters: readonly UsedParameter[];
  /** the article the rule is read from, in English; `explainArticle` says it in every language */
  readonly article?: string;
  readonly flags?: readonly UsedFlag[];
  readonly children: readonly Finding[];
}
