import type { Day } from '@urtuu/kernel';
import type { RecordBasis } from '../assessment.ts';
import type { RuleId } from '../finding/rules.ts';
import type { CompiledPeriod } from '../record/compile.ts';

/** Days of one period that a rule counts, before overlaps are decided. */
export interface Candidate {
  readonly period: CompiledPeriod;
  readonly from: Day;
  readonly to: Day;
  readonly rule: RuleId;
  readonly basis: RecordBasis;
}

/** A candidate with its place among others of the same calendar day: lower goes first. */
export interface Ranked extends Candidate {
  readonly rank: number;
}

/**
 * Where several periods hold the same day, the first difference decides. Each line is one decimal digit of the rank,
 * the first line the highest. Equal in all: the period that starts earlier, then the smaller id.
 */
const PRECEDENCE: readonly {
  readonly rule: RuleId;
  readonly digit: (candidate: Candidate, state: string) => number;
}[] = [
  { rule: 'overlap.ownState', digit: ({ period }, state) => (period.country === state ? 0 : 1) },
  { rule: 'overlap.basis', digit: ({ basis }) => (basis === 'national' ? 0 : basis === 'kandas' ? 1 : 2) },
  { rule: 'overlap.realOverEquivalent', digit: ({ period }) => (period.kind === 'equivalent' ? 1 : 0) },
  { rule: 'overlap.compulsoryFirst', digit: ({ period }) => (period.kind === 'compulsory' ? 0 : 1) },
  {
    rule: 'overlap.certainty',
    digit: ({ period: { certainty } }) =>
      certainty === 'certified' ? 0 : certainty === 'reconstructed' ? 1 : 2,
  },
];

/** The rank of days among others of the same calendar day. */
export function rankOf(candidate: Candidate, state: string): number {
  let rank = 0;
  for (const { digit } of PRECEDENCE) rank = rank * 10 + digit(candidate, state);
  return rank;
}

/** The precedence rule that set two candidates of one day apart. */
export function decidedBy(winner: Ranked, loser: Ranked): RuleId {
  let unit = 10 ** (PRECEDENCE.length - 1);
  for (const { rule } of PRECEDENCE) {
    if (Math.floor(winner.rank / unit) !== Math.floor(loser.rank / unit)) return rule;
    unit /= 10;
  }
  return 'overlap.earlierStart';
}
