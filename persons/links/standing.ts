/** What may be decided of two records, given what stands: one table for routes, reviews and automatic links alike. */
import { ok, refuse, unreachable, type Result } from '@urtuu/kernel';

export const LINK_OUTCOMES = ['same', 'notSame', 'withdrawn'] as const;
export type LinkOutcome = (typeof LINK_OUTCOMES)[number];
export type LinkBasis = 'human' | 'rule';

/** The decision that stands of a pair; none stands at first, and again after a withdrawal. */
export interface Standing {
  readonly decisionId: string;
  readonly outcome: 'same' | 'notSame';
  readonly basis: LinkBasis;
  /** subject of who decided */
  readonly decidedBy: string;
}

export interface Act {
  readonly outcome: LinkOutcome;
  readonly basis: LinkBasis;
  readonly by: string;
  readonly newEvidence: string;
}

/** Every reason for which a decision is not taken. */
export const ACT_REFUSALS = [
  /** the same stands already, or there is nothing to withdraw */
  'nothingChanges',
  /** a human has decided; no rule changes that */
  'humanDecided',
  /** a human said that they are not the same: only another person may reopen that */
  'secondPersonNeeded',
  /** and only for something that was not known then */
  'newEvidenceNeeded',
] as const;
export type ActRefusal = (typeof ACT_REFUSALS)[number];

/**
 * A human's “not the same” outranks every score and every rule. It falls only to a second person who names new evidence.
 * Everything else can be decided anew or withdrawn by whoever may decide.
 */
export function mayDecide(standing: Standing | undefined, act: Act): Result<void, ActRefusal> {
  switch (act.outcome) {
    case 'same':
    case 'notSame':
      if (act.basis === 'rule') {
        if (standing === undefined) return ok(undefined);
        return refuse(standing.basis === 'human' ? 'humanDecided' : 'nothingChanges');
      }
      if (standing?.basis === 'human' && standing.outcome === act.outcome) return refuse('nothingChanges');
      return standing?.outcome === 'notSame' && act.outcome === 'same'
        ? reopened(standing, act)
        : ok(undefined);
    case 'withdrawn':
      if (standing === undefined) return refuse('nothingChanges');
      return standing.outcome === 'notSame' ? reopened(standing, act) : ok(undefined);
    default:
      return unreachable(act.outcome);
  }
}

function reopened(standing: Standing, act: Act): Result<void, ActRefusal> {
  if (standing.basis === 'rule') return ok(undefined);
  if (act.basis === 'rule') return refuse('humanDecided');
  if (act.by === standing.decidedBy) return refuse('secondPersonNeeded');
  return act.newEvidence.trim() === '' ? refuse('newEvidenceNeeded') : ok(undefined);
}
