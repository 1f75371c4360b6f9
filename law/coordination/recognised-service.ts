import type { Day } from '@urtuu/kernel';
import type { AppliedTreaty } from '../agreements/kz-mn.ts';
import type { CompiledPeriod } from '../record/compile.ts';
import type { RecordRule } from './settle.ts';

/** What the method asks of a record: the agreement as read, if it is applied, and Mongolia's dates. */
export interface RecognitionFacts {
  readonly state: string;
  readonly treaty: AppliedTreaty | undefined;
  /** first day of Mongolian social insurance; earlier work needs a document */
  readonly mnInsuranceStart: Day;
  /** earlier Mongolian work may be proved by labour book or archive certificate */
  readonly mnDocumentsProve: boolean;
}

/**
 * Method `recognised-service`: the state of residence awards alone, under its own formula, on the periods of both
 * states completed before the cut-off. No theoretical amount, no ratio. In order:
 *
 * 1. every period is split at the cut-off; foreign days from the cut-off on stay in the funded or national record;
 * 2. a military pension is no benefit of the agreement, military service and study as periods are counted;
 * 3. work in Mongolia before its social insurance counts on a labour book or an archive certificate;
 * 4. what is left is combined, each calendar day once (`settle`);
 * 5. funded periods are never combined.
 *
 * The rules stand after those of the national law and apply to foreign periods, and to Mongolia's own study and
 * military service, which only the agreement counts.
 */
export const RECOGNISED_SERVICE: readonly RecordRule<RecognitionFacts>[] = [
  {
    rule: 'kzmn.funded',
    applies: (period, _from, { treaty }) =>
      treaty !== undefined && isParty(period) && period.kind === 'funded',
  },
  {
    rule: 'kzmn.notForThisAward',
    applies: (period, _from, { treaty, state }) =>
      treaty !== undefined && isForeignParty(period, state) && !treaty.combinesForeign,
  },
  {
    rule: 'kzmn.recognisedAfterCut',
    basis: 'treaty',
    applies: (period, from, { treaty }) =>
      treaty !== undefined &&
      treaty.combinesKzAfterCut &&
      period.country === 'KZ' &&
      from >= treaty.cut &&
      isService(period),
  },
  {
    rule: 'kzmn.afterCut',
    applies: (period, from, { treaty, state }) =>
      treaty !== undefined && isForeignParty(period, state) && from >= treaty.cut,
  },
  {
    rule: 'kzmn.beforeInsuranceUnproved',
    applies: (period, from, facts) =>
      facts.treaty !== undefined && period.country === 'MN' && !provedBeforeInsurance(period, from, facts),
  },
  {
    rule: 'kzmn.recognised',
    basis: 'treaty',
    applies: (period, _from, { treaty, state }) =>
      treaty !== undefined && isForeignParty(period, state) && isService(period),
  },
  {
    rule: 'kzmn.equivalent',
    basis: 'treaty',
    applies: (period, from, { treaty, state }) =>
      treaty !== undefined &&
      state === 'MN' &&
      period.country === 'MN' &&
      from < treaty.cut &&
      (period.activity === 'military' || period.activity === 'study'),
  },
  {
    rule: 'kzmn.kindNotCovered',
    applies: (period, _from, { treaty, state }) => treaty !== undefined && isForeignParty(period, state),
  },
];

/** Mongolian days before social insurance need a document or a contribution bought back; later ones do not. */
export function provedBeforeInsurance(period: CompiledPeriod, from: Day, facts: RecognitionFacts): boolean {
  if (from >= facts.mnInsuranceStart || period.kind === 'boughtBack') return true;
  return facts.mnDocumentsProve && period.documented;
}

function isParty(period: CompiledPeriod): boolean {
  return period.country === 'KZ' || period.country === 'MN';
}

function isForeignParty(period: CompiledPeriod, state: string): boolean {
  return isParty(period) && period.country !== state;
}

/** Insured work, military service, study: what the agreement is known to combine. */
function isService(period: CompiledPeriod): boolean {
  if (period.activity === 'military' || period.activity === 'study') return true;
  return period.activity === 'work' && period.insured;
}
