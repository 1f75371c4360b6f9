/** What may be done in a case now, and why not what may not: the exchange's state table narrowed by our own facts. */
import { allowedActions as stepsOf, type CaseAction } from '@urtuu/exchange';
import type { AllowedAction } from '@urtuu/exchange/contract';
import type { Role } from '@urtuu/platform/contract';
import type { CaseRow } from '../tables.ts';
import type { Country } from '../terms.ts';

/** The actions of the case page, each a route of the contract. */
export const CASE_ACTIONS = [
  'requestPeriods',
  'forwardClaim',
  'drawDecision',
  'approveDecision',
  'returnDecision',
] as const satisfies readonly CaseAction[];
export type CaseActionCode = (typeof CASE_ACTIONS)[number];

/** Reasons this room adds to those of the state table; every one has a text in messages/ under `absent.<code>`. */
export type OwnAbsenceReason =
  | 'residentHere'
  | 'livesElsewhere'
  | 'registerUnread'
  | 'identityOpen'
  | 'evidenceOpen'
  | 'alreadyRequested'
  | 'role'
  | 'drafterApproves';

export interface CaseFacts {
  readonly ownCountry: Country;
  /** where the person lives, whose law awards */
  readonly residence: string;
  readonly registerRead: boolean;
  readonly identityDoubt: boolean;
  readonly evidenceDoubt: boolean;
  readonly periodsRequested: boolean;
  /** subject of whoever drew up the draft that waits, if one does */
  readonly draftedBy: string | undefined;
}

export interface Asking {
  readonly subject: string;
  readonly roles: readonly Role[];
}

export function allowedActions(
  row: Pick<CaseRow, 'role' | 'state'>,
  facts: CaseFacts,
  asking: Asking,
): AllowedAction[] {
  const steps = stepsOf(row, { decisionDrawn: facts.draftedBy !== undefined });
  return CASE_ACTIONS.map((action) => {
    const step = steps.find((entry) => entry.action === action);
    if (step === undefined) throw new Error(`The state table does not know ${action}`);
    const reason = step.allowed ? absence(action, facts, asking) : step.reason;
    return reason === undefined ? { action, allowed: true } : { action, allowed: false, reason };
  });
}

function absence(action: CaseActionCode, facts: CaseFacts, asking: Asking): OwnAbsenceReason | undefined {
  switch (action) {
    case 'requestPeriods':
      return facts.periodsRequested ? 'alreadyRequested' : undefined;
    case 'forwardClaim':
      return facts.residence === facts.ownCountry ? 'residentHere' : undefined;
    case 'drawDecision':
      if (facts.identityDoubt) return 'identityOpen';
      if (facts.evidenceDoubt) return 'evidenceOpen';
      return facts.registerRead ? undefined : 'registerUnread';
    case 'approveDecision':
      if (!asking.roles.includes('supervisor')) return 'role';
      return facts.draftedBy === asking.subject ? 'drafterApproves' : undefined;
    case 'returnDecision':
      return asking.roles.includes('supervisor') ? undefined : 'role';
  }
}
