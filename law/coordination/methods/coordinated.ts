import { formatExact, type Rational } from '@urtuu/kernel';
import type { MissingFact, Outcome } from '../../assessment.ts';
import { formatAmount } from '../../money.ts';
import type { Scheme, SchemeAward } from './scheme.ts';

/** The ways to share a pension among states. */
export const METHODS = ['recognised-service', 'eu', 'direct', 'us'] as const;
export type MethodName = (typeof METHODS)[number];

/** On what the amount of one state stands. */
export type AwardBasis = 'independent' | 'proRata' | 'theoretical' | 'ownPeriods' | 'recognised' | 'none';

/** What one state pays under a method. Amounts are monthly decimal texts. */
export interface CoordinatedState {
  /** ISO 3166-1 alpha-2 */
  readonly state: string;
  readonly currency: string;
  readonly outcome: Outcome;
  readonly basis: AwardBasis;
  /** rounded as the state rounds it; absent unless eligible */
  readonly amount?: string;
  /** on own periods alone, where there is such a right */
  readonly independent?: string;
  /** as if all periods were the state's own */
  readonly theoretical?: string;
  /** own periods by all, `num/den` or a decimal: exact */
  readonly ratio?: string;
  readonly proRata?: string;
  /** in the unit of the state: own periods, and all of them */
  readonly length?: { readonly own: string; readonly total: string };
  readonly missing: readonly MissingFact[];
}

/** A state in the making. */
export interface StateDraft {
  readonly scheme: Scheme;
  readonly basis: AwardBasis;
  readonly award: SchemeAward;
  readonly independent?: SchemeAward;
  readonly theoretical?: SchemeAward;
  readonly ratio?: Rational;
  readonly proRata?: Rational;
  readonly length?: { readonly own: Rational; readonly total: Rational };
}

const OUTCOME = { open: 'eligible', closed: 'notEligible', unknown: 'undetermined' } as const;

/** Writes a state as results carry it. */
export function writeState(draft: StateDraft): CoordinatedState {
  const { scheme, basis, award, ratio, proRata, length } = draft;
  const independent = amountOf(draft.independent);
  const theoretical = amountOf(draft.theoretical);
  return {
    state: scheme.state,
    currency: scheme.currency,
    outcome: OUTCOME[award.outcome],
    basis: award.outcome === 'open' ? basis : 'none',
    ...(award.outcome === 'open' ? { amount: formatAmount(award.amount) } : {}),
    ...(independent === undefined ? {} : { independent }),
    ...(theoretical === undefined ? {} : { theoretical }),
    ...(ratio === undefined ? {} : { ratio: formatExact(ratio) }),
    ...(proRata === undefined ? {} : { proRata: formatAmount(proRata) }),
    ...(length === undefined
      ? {}
      : { length: { own: formatExact(length.own), total: formatExact(length.total) } }),
    missing: award.outcome === 'unknown' ? award.missing : [],
  };
}

function amountOf(award: SchemeAward | undefined): string | undefined {
  return award?.outcome === 'open' ? formatAmount(award.amount) : undefined;
}
