import type { Rational, Rounding } from '@urtuu/kernel';
import type { MissingFact } from '../../assessment.ts';
import type { FindingOutcome } from '../../finding/finding.ts';
import type { RecordPeriod } from '../../record/insurance-record.ts';

/** What a national law gives on some periods: an exact amount a month, nothing, or no answer yet. */
export type SchemeAward =
  | { readonly outcome: 'open'; readonly amount: Rational }
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'unknown'; readonly missing: readonly MissingFact[] };

/**
 * The pension of one state as coordination sees it: a formula of periods. The formula is a law of this library, or one
 * that the institution of another state has stated. The basis of calculation is always the state's own (883/2004
 * Art 56(1)(c)), so a scheme is asked about periods only.
 */
export interface Scheme {
  /** ISO 3166-1 alpha-2 */
  readonly state: string;
  /** ISO 4217 */
  readonly currency: string;
  /** national rounding of the amount that is paid */
  readonly rounding: Rounding;
  /** whether a benefit in proportion is compared with the own one, never higher than it, or never computed */
  readonly proRata: ProRata;
  /** longest record that lengthens the benefit, in the unit of the scheme; undefined where every period does */
  readonly full: Rational | undefined;
  /** units of one year */
  readonly year: Rational;
  /** the award of national law alone on a record of all states, with what it recognises of foreign periods by itself */
  readonly own: (periods: readonly RecordPeriod[]) => SchemeAward;
  /** length of what national law alone counts, each day once, in the unit of the scheme */
  readonly ownLength: (periods: readonly RecordPeriod[]) => Rational;
  /** the award where all these periods were completed under the law of the scheme */
  readonly award: (periods: readonly RecordPeriod[]) => SchemeAward;
  readonly length: (periods: readonly RecordPeriod[]) => Rational;
  /** the formula on what national law alone counts, where the right is open through other periods */
  readonly formula: (periods: readonly RecordPeriod[]) => SchemeAward;
}

/** `waived`: the own benefit is never lower (Art 52(4), Annex VIII part 1). `never`: periods do not matter (Art 52(5)). */
export const PRO_RATA = ['compared', 'waived', 'never'] as const;
export type ProRata = (typeof PRO_RATA)[number];

export const CLOSED: SchemeAward = { outcome: 'closed' };

/** What an award is as a step of the reasoning. */
export const FINDING = { open: 'holds', closed: 'fails', unknown: 'unknown' } as const satisfies Record<
  SchemeAward['outcome'],
  FindingOutcome
>;
