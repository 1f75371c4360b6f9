import type { Day, Rational } from '@urtuu/kernel';
import type {
  Cadence,
  ComponentCode,
  ConvertedAmount,
  Installment,
  MissingFact,
  Outcome,
} from './assessment.ts';
import type { Version } from './parameters/parameter.ts';

/** What a statute says of one component, before it is written into the assessment. */
export interface Entitlement {
  readonly component: ComponentCode;
  readonly outcome: Outcome;
  /** rounded; absent unless eligible */
  readonly amount?: Rational;
  /** what the amount is for, where that is not a month */
  readonly per?: Cadence;
  readonly converted?: ConvertedAmount;
  readonly route?: string;
  /** last day, where the benefit is for a time */
  readonly until?: Day;
  readonly installments?: readonly Installment[];
  /** paid to others when the person has died, so the death does not end it */
  readonly afterDeath?: true;
  readonly missing: readonly MissingFact[];
}

export function notEligible(component: ComponentCode): Entitlement {
  return { component, outcome: 'notEligible', missing: NOTHING };
}

const NOTHING: readonly never[] = Object.freeze([]);

export function undetermined(component: ComponentCode, missing: readonly MissingFact[]): Entitlement {
  return { component, outcome: 'undetermined', missing };
}

/** A fact of the person or an answer to an open question that is not known. */
export function missingFact(fact: string): MissingFact {
  return { fact, why: `why.${fact}` };
}

/** Of some versions those whose value is not known. */
export function unknownAmong(versions: readonly Version[]): readonly Version[] {
  for (const { amount } of versions)
    if (amount === undefined) return versions.filter((version) => version.amount === undefined);
  return NOTHING;
}

/** A parameter whose value in force is not known. */
export function missingParameter(version: Version): MissingFact {
  return { fact: version.published.key, why: 'why.parameter' };
}
