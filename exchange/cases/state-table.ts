/**
 * The life of a case as data: role × state × action → the next state. What the table does not list is not allowed,
 * and `absenceReason` says why. Both nodes keep their own copy of a case, each under its own role.
 */
import type { CaseState } from '../contract.ts';

export const CASE_ROLES = ['owner', 'counterparty'] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

export const CASE_ACTIONS = [
  'open',
  'requestPeriods',
  'receiveCertificate',
  'sendCertificate',
  'forwardClaim',
  'askClaimant',
  'claimantAnswered',
  'drawDecision',
  'returnDecision',
  'approveDecision',
  'receiveDecision',
  'closeLocally',
  'closeGlobally',
  'archive',
  'suspend',
  'resume',
  'reopen',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** What the table needs to know beyond the state; the caller looks it up. */
export interface CaseFacts {
  /** a drawn decision waits for approval */
  readonly decisionDrawn: boolean;
}
export const NO_FACTS: CaseFacts = { decisionDrawn: false };

export type Guard = keyof CaseFacts | `not:${keyof CaseFacts}`;

export interface Step {
  /** `resumed` is the state before the suspension */
  readonly next: CaseState | 'resumed';
  /** only where a claim goes to the other state: the roles change hands */
  readonly role?: CaseRole;
  readonly guard?: Guard;
}

type Steps = Readonly<Partial<Record<CaseAction, Step>>>;
type Table = Readonly<Record<CaseRole, Readonly<Record<CaseState, Steps>>>>;

const SUSPEND = { suspend: { next: 'suspended' } } as const satisfies Steps;
const REOPEN = { reopen: { next: 'inDecision' } } as const satisfies Steps;
const DECIDE = {
  drawDecision: { next: 'inDecision', guard: 'not:decisionDrawn' },
  returnDecision: { next: 'inDecision', guard: 'decisionDrawn' },
  approveDecision: { next: 'decided', guard: 'decisionDrawn' },
} as const satisfies Steps;
const AFTER_DECISION = {
  receiveDecision: { next: 'decided' },
  closeLocally: { next: 'closedLocal' },
  ...REOPEN,
  ...SUSPEND,
} as const satisfies Steps;
const ENDS = {
  closedLocal: {
    receiveDecision: { next: 'closedLocal' },
    closeGlobally: { next: 'closedGlobal' },
    archive: { next: 'archived' },
    ...REOPEN,
  },
  closedGlobal: { archive: { next: 'archived' }, ...REOPEN },
  archived: { ...REOPEN },
  suspended: {
    receiveCertificate: { next: 'suspended' },
    receiveDecision: { next: 'suspended' },
    resume: { next: 'resumed' },
  },
} as const satisfies Partial<Record<CaseState, Steps>>;

export const CASE_TABLE: Table = {
  owner: {
    draft: { open: { next: 'opened' } },
    opened: {
      requestPeriods: { next: 'awaitingCounterparty' },
      forwardClaim: { next: 'awaitingCounterparty', role: 'counterparty' },
      askClaimant: { next: 'awaitingClaimant' },
      receiveCertificate: { next: 'inDecision' },
      receiveDecision: { next: 'opened' },
      drawDecision: DECIDE.drawDecision,
      ...SUSPEND,
    },
    awaitingCounterparty: {
      // Asked again where the other state rejected the first request.
      requestPeriods: { next: 'awaitingCounterparty' },
      receiveCertificate: { next: 'inDecision' },
      receiveDecision: { next: 'awaitingCounterparty' },
      ...SUSPEND,
    },
    awaitingClaimant: {
      claimantAnswered: { next: 'opened' },
      receiveCertificate: { next: 'awaitingClaimant' },
      receiveDecision: { next: 'awaitingClaimant' },
      ...SUSPEND,
    },
    inDecision: {
      ...DECIDE,
      requestPeriods: { next: 'awaitingCounterparty', guard: 'not:decisionDrawn' },
      receiveCertificate: { next: 'inDecision' },
      receiveDecision: { next: 'inDecision' },
      askClaimant: { next: 'awaitingClaimant', guard: 'not:decisionDrawn' },
      ...SUSPEND,
    },
    decided: { ...AFTER_DECISION, receiveCertificate: { next: 'decided' } },
    ...ENDS,
  },
  counterparty: {
    draft: { open: { next: 'opened' } },
    opened: {
      sendCertificate: { next: 'awaitingCounterparty' },
      receiveDecision: { next: 'inDecision' },
      ...SUSPEND,
    },
    awaitingCounterparty: {
      sendCertificate: { next: 'awaitingCounterparty' },
      receiveDecision: { next: 'inDecision' },
      ...SUSPEND,
    },
    awaitingClaimant: {
      claimantAnswered: { next: 'inDecision' },
      receiveDecision: { next: 'awaitingClaimant' },
      ...SUSPEND,
    },
    inDecision: {
      ...DECIDE,
      sendCertificate: { next: 'inDecision' },
      receiveDecision: { next: 'inDecision' },
      askClaimant: { next: 'awaitingClaimant', guard: 'not:decisionDrawn' },
      ...SUSPEND,
    },
    decided: { ...AFTER_DECISION, sendCertificate: { next: 'decided' } },
    ...ENDS,
  },
};

export const ABSENCE_REASONS = [
  'caseNotOpen',
  'notForThisRole',
  'awaitsPartner',
  'awaitsClaimant',
  'decisionAwaitsApproval',
  'noDecisionDrawn',
  'caseDecided',
  'caseClosed',
  'caseSuspended',
  'notAtThisPoint',
] as const;
/** Why an action is absent; the texts are in the module's messages as `reason.<code>`. */
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** The step of an action, or the reason why there is none. */
export function stepOf(
  at: { readonly role: CaseRole; readonly state: CaseState },
  action: CaseAction,
  facts: CaseFacts,
): { readonly step: Step } | { readonly absent: AbsenceReason } {
  const step = CASE_TABLE[at.role][at.state][action];
  if (step === undefined) return { absent: absenceReason(at, action) };
  if (step.guard === undefined || holds(step.guard, facts)) return { step };
  return { absent: step.guard === 'decisionDrawn' ? 'noDecisionDrawn' : 'decisionAwaitsApproval' };
}

function holds(guard: Guard, facts: CaseFacts): boolean {
  switch (guard) {
    case 'decisionDrawn':
      return facts.decisionDrawn;
    case 'not:decisionDrawn':
      return !facts.decisionDrawn;
  }
}

function absenceReason(
  at: { readonly role: CaseRole; readonly state: CaseState },
  action: CaseAction,
): AbsenceReason {
  const otherRole = at.role === 'owner' ? 'counterparty' : 'owner';
  const inAnyState = (role: CaseRole): boolean =>
    Object.values(CASE_TABLE[role]).some((steps) => steps[action] !== undefined);
  if (!inAnyState(at.role) && inAnyState(otherRole)) return 'notForThisRole';
  switch (at.state) {
    case 'draft':
      return 'caseNotOpen';
    case 'awaitingCounterparty':
      return 'awaitsPartner';
    case 'awaitingClaimant':
      return 'awaitsClaimant';
    case 'decided':
      return 'caseDecided';
    case 'closedLocal':
    case 'closedGlobal':
    case 'archived':
      return 'caseClosed';
    case 'suspended':
      return 'caseSuspended';
    case 'opened':
    case 'inDecision':
      return 'notAtThisPoint';
  }
}
