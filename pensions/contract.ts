/** Routes and shapes of claims, cases, tasks, decisions and the citizen's view. No I/O. */
import {
  allowedActionSchema,
  caseStateSchema,
  daySchema,
  instantSchema,
  transmissionViewSchema,
} from '@urtuu/exchange/contract';
import type { Assessment, InsuranceRecord, SmallestChange } from '@urtuu/law';
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';

/** Texts of the codes that these routes answer, in every language. */
export { pensionsMessages } from './messages/index.ts';

/** Checked by the law room's own parser, which answers one fault per line; see `parseInsuranceRecord`. */
const insuranceRecordSchema = z.custom<InsuranceRecord>(
  (value) => typeof value === 'object' && value !== null,
);
const assessmentSchema = z.custom<Assessment>((value) => typeof value === 'object' && value !== null);
const smallestChangeSchema = z.custom<SmallestChange>((value) => typeof value === 'object' && value !== null);

export const countrySchema = z.enum(['MN', 'KZ']);

/** A claim for an old-age pension as a clerk registers it or a file brings it. */
export const claimInputSchema = z.object({
  kind: z.literal('oldAge'),
  /** day on which the claim was filed, in whichever state; it survives forwarding */
  filedOn: daySchema,
  /** state in which it was first filed, where that is not this one */
  filedIn: countrySchema.optional(),
  requestedFrom: daySchema.optional(),
  /** person, periods the claimant states, evidence brought */
  record: insuranceRecordSchema,
  remarks: z.string().max(2000).optional(),
});
export type ClaimInput = z.input<typeof claimInputSchema>;

export const faultSchema = z.object({
  pointer: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  detail: z.string(),
});
export type FaultView = z.infer<typeof faultSchema>;

export const personViewSchema = z.object({
  personKey: z.string(),
  names: z.array(z.object({ script: z.string(), text: z.string() })),
  birthDate: z.string(),
  sex: z.string(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string(), country: z.string() })),
  residence: z.string(),
  deathDate: z.string().optional(),
});
export type PersonView = z.infer<typeof personViewSchema>;

export const TASK_KINDS = [
  'identityDoubt',
  'evidenceDoubt',
  'approveDecision',
  'drawDecision',
  'partnerRejected',
  'deathReported',
  'partnerQuestion',
  'readDocument',
] as const;
export const TASK_RESOLUTIONS = [
  'samePerson',
  'notSamePerson',
  'acceptEvidence',
  'answerWithoutEvidence',
  'answerPartner',
  'done',
] as const;

/** One candidate of the own register, set beside what was asked, field by field. */
export const identityComparisonSchema = z.object({
  registerKey: z.string(),
  fields: z.array(
    z.object({
      field: z.string(),
      asked: z.string(),
      found: z.string(),
      agreement: z.enum(['same', 'sameAfterTransliteration', 'similar', 'different', 'missing']),
    }),
  ),
});

export const taskViewSchema = z.object({
  taskId: z.string(),
  kind: z.enum(TASK_KINDS),
  state: z.enum(['open', 'done']),
  /** reason code with a text in the module's messages, and its values */
  reason: z.object({ code: z.string(), values: z.record(z.string(), z.string()) }),
  caseId: z.string(),
  personName: z.string(),
  createdAt: instantSchema,
  dueOn: daySchema.nullable(),
  assignedTo: z.string().nullable(),
  resolutions: z.array(z.enum(TASK_RESOLUTIONS)),
  resolution: z
    .object({ outcome: z.enum(TASK_RESOLUTIONS), by: z.string(), at: instantSchema, note: z.string() })
    .optional(),
  candidates: z.array(identityComparisonSchema),
});
export type TaskView = z.infer<typeof taskViewSchema>;

export const documentViewSchema = z.object({
  documentId: z.string(),
  version: z.number().int(),
  type: z.string(),
  direction: z.enum(['sent', 'received', 'own']),
  at: instantSchema,
  transmissionId: z.string().optional(),
  content: z.unknown(),
});

export const decisionViewSchema = z.object({
  decisionId: z.string(),
  caseId: z.string(),
  /** state whose law decided and whose institution signs */
  country: countrySchema,
  institution: z.string(),
  state: z.enum(['draft', 'approved', 'notified', 'received', 'annulled']),
  result: z.enum(['granted', 'refused', 'undetermined']),
  effectiveFrom: daySchema.nullable(),
  decidedOn: daySchema.nullable(),
  draftedBy: z.string(),
  approvedBy: z.string().nullable(),
  simulation: z.boolean(),
  assessment: assessmentSchema,
  /** null: the appeal rule is not yet sourced and the letter says so */
  appeal: z.object({
    deadlineDays: z.number().int().nullable(),
    body: z.string(),
    article: z.string().nullable(),
  }),
});
export type DecisionView = z.infer<typeof decisionViewSchema>;

/** What would open a pension that is refused; each change was tried on the law itself. */
export const decisionChangesSchema = z.object({
  /** false: the decision is of the other state, whose record is not here */
  computable: z.boolean(),
  changes: z.array(smallestChangeSchema),
});
export type DecisionChanges = z.infer<typeof decisionChangesSchema>;

export const clockViewSchema = z.object({
  clock: z.enum(['sinceClaim', 'awaitingPeriods', 'inDecision']),
  startedAt: instantSchema,
  stoppedAt: instantSchema.optional(),
  /** no deadline is sourced in the agreement yet: null, and shown so */
  dueOn: daySchema.nullable(),
});

/** A period in the case, whoever brought it, for the chart of both states. */
export const casePeriodSchema = z.object({
  periodId: z.string(),
  country: z.string(),
  from: daySchema,
  to: daySchema.nullable(),
  type: z.string(),
  certainty: z.enum(['certified', 'claimed', 'reconstructed']),
  source: z.enum(['claimant', 'ownRegister', 'partner']),
  employer: z.string().optional(),
  evidence: z.array(z.object({ kind: z.string(), ref: z.string().optional() })),
  /** runs of days of this period, each with the rule that counted or left it out */
  runs: z.array(z.object({ from: daySchema, to: daySchema, counted: z.boolean(), rule: z.string() })),
});
export type CasePeriod = z.infer<typeof casePeriodSchema>;

export const caseSummarySchema = z.object({
  caseId: z.string(),
  fileNumber: z.string(),
  state: caseStateSchema,
  role: z.enum(['owner', 'counterparty']),
  agreement: z.string(),
  personName: z.string(),
  filedOn: daySchema,
  openedAt: instantSchema,
  updatedAt: instantSchema,
  waitingFor: z.enum(['nobody', 'clerk', 'supervisor', 'partner', 'claimant']),
  openTasks: z.number().int(),
  simulation: z.boolean(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export const caseViewSchema = caseSummarySchema.extend({
  /** send back as If-Match */
  version: z.string(),
  claim: z.object({
    claimId: z.string(),
    filedOn: daySchema,
    filedIn: z.string(),
    registeredAt: instantSchema,
    requestedFrom: daySchema.nullable(),
    remarks: z.string(),
  }),
  person: personViewSchema,
  participants: z.array(
    z.object({
      institutionId: z.string(),
      country: z.string(),
      role: z.string(),
      fileNumber: z.string().nullable(),
    }),
  ),
  allowedActions: z.array(allowedActionSchema),
  clocks: z.array(clockViewSchema),
  transmissions: z.array(transmissionViewSchema),
  events: z.array(
    z.object({
      at: instantSchema,
      actor: z.string(),
      /** event code with a text in the module's messages */
      code: z.string(),
      values: z.record(z.string(), z.string()),
    }),
  ),
  periods: z.array(casePeriodSchema),
  documents: z.array(documentViewSchema),
  /** types of documents that a clerk may write in the case now */
  writable: z.array(z.string()),
  decisions: z.array(decisionViewSchema),
  tasks: z.array(taskViewSchema),
});
export type CaseView = z.infer<typeof caseViewSchema>;

const caseParams = z.object({ caseId: z.string() });
const caseRefusals = [
  'business/not-found',
  'business/action-not-allowed',
  'business/stale-version',
  'business/version-required',
] as const;

export const pensionsContract = defineContract({
  checkClaim: {
    method: 'POST',
    path: '/api/claims/check',
    summary: 'Check a claim without keeping it: one fault per line with its place',
    roles: ['clerk', 'supervisor'],
    body: z.unknown(),
    reply: z.object({ faults: z.array(faultSchema) }),
    refusals: [],
  },
  registerClaim: {
    method: 'POST',
    path: '/api/claims',
    summary: 'Register a claim and open its case',
    roles: ['clerk', 'supervisor'],
    body: claimInputSchema,
    status: 201,
    reply: caseViewSchema,
    refusals: ['business/rule-failed', 'business/duplicate-claim'],
    reads: 'person',
  },
  listCases: {
    method: 'GET',
    path: '/api/cases',
    summary: 'Cases of this node; search by name, identifier or file number',
    roles: ['clerk', 'supervisor', 'auditor'],
    query: z.object({
      q: z.string().max(100).optional(),
      state: caseStateSchema.optional(),
      before: z.string().optional(),
    }),
    reply: z.object({
      items: z.array(caseSummarySchema),
      next: z.string().optional(),
      counts: z.record(z.string(), z.number().int()),
    }),
    refusals: [],
    reads: 'person',
  },
  readCase: {
    method: 'GET',
    path: '/api/cases/:caseId',
    summary:
      'One case whole: claim, person, messages, receipts, clocks, periods, documents, decisions, tasks',
    roles: ['clerk', 'supervisor', 'auditor'],
    params: caseParams,
    reply: caseViewSchema,
    refusals: ['business/not-found'],
    reads: 'person',
  },
  requestPeriods: {
    method: 'POST',
    path: '/api/cases/:caseId/request-periods',
    summary: 'Ask the other state for its certified periods',
    roles: ['clerk', 'supervisor'],
    params: caseParams,
    reply: caseViewSchema,
    refusals: [...caseRefusals],
    reads: 'person',
    ifMatch: true,
  },
  forwardClaim: {
    method: 'POST',
    path: '/api/cases/:caseId/forward-claim',
    summary: 'Send a claim filed here to the state of residence; its filing date is kept',
    roles: ['clerk', 'supervisor'],
    params: caseParams,
    reply: caseViewSchema,
    refusals: [...caseRefusals],
    reads: 'person',
    ifMatch: true,
  },
  drawDecision: {
    method: 'POST',
    path: '/api/cases/:caseId/draw-decision',
    summary: 'Assess the record under this state’s law and draw up a decision for approval',
    roles: ['clerk', 'supervisor'],
    params: caseParams,
    body: z.object({
      on: daySchema.optional(),
      /** hypothetical entry into force of the agreement; marks the result a simulation */
      assumeInForceFrom: daySchema.optional(),
      assume: z.record(z.string(), z.string()).optional(),
    }),
    reply: caseViewSchema,
    refusals: [...caseRefusals, 'business/rule-failed'],
    reads: 'person',
    ifMatch: true,
  },
  approveDecision: {
    method: 'POST',
    path: '/api/cases/:caseId/approve-decision',
    summary: 'Approve the drawn decision; the other state is notified in the same transaction',
    roles: ['supervisor'],
    params: caseParams,
    reply: caseViewSchema,
    refusals: [...caseRefusals],
    reads: 'person',
    ifMatch: true,
  },
  returnDecision: {
    method: 'POST',
    path: '/api/cases/:caseId/return-decision',
    summary: 'Return the drawn decision to the clerk with a reason',
    roles: ['supervisor'],
    params: caseParams,
    body: z.object({ reason: z.string().min(3).max(1000) }),
    reply: caseViewSchema,
    refusals: [...caseRefusals],
    reads: 'person',
    ifMatch: true,
  },
  listTasks: {
    method: 'GET',
    path: '/api/tasks',
    summary: 'Work that waits for a human, oldest due first',
    roles: ['clerk', 'supervisor'],
    query: z.object({ state: z.enum(['open', 'done']).optional(), q: z.string().max(100).optional() }),
    reply: z.object({ items: z.array(taskViewSchema) }),
    refusals: [],
    reads: 'person',
  },
  resolveTask: {
    method: 'POST',
    path: '/api/tasks/:taskId/resolve',
    summary: 'Settle a task with a decision and a note',
    roles: ['clerk', 'supervisor'],
    params: z.object({ taskId: z.string() }),
    body: z.object({
      outcome: z.enum(TASK_RESOLUTIONS),
      registerKey: z.string().optional(),
      note: z.string().min(3).max(1000),
    }),
    reply: taskViewSchema,
    refusals: ['business/not-found', 'business/action-not-allowed', 'business/link-refused'],
    reads: 'person',
  },
  readDecision: {
    method: 'GET',
    path: '/api/decisions/:decisionId',
    summary: 'A decision with its amounts and its whole explanation',
    roles: ['clerk', 'supervisor', 'auditor', 'citizen'],
    params: z.object({ decisionId: z.string() }),
    reply: decisionViewSchema,
    refusals: ['business/not-found'],
    reads: 'person',
  },
  decisionChanges: {
    method: 'GET',
    path: '/api/decisions/:decisionId/changes',
    summary: 'The smallest changes that would open what a decision refuses',
    roles: ['clerk', 'supervisor', 'auditor', 'citizen'],
    params: z.object({ decisionId: z.string() }),
    reply: decisionChangesSchema,
    refusals: ['business/not-found'],
    reads: 'person',
  },
  decisionLetter: {
    method: 'GET',
    path: '/api/decisions/:decisionId/letter.pdf',
    summary: 'The decision as a letter to print, in the language asked for',
    roles: ['clerk', 'supervisor', 'auditor', 'citizen'],
    params: z.object({ decisionId: z.string() }),
    query: z.object({ locale: z.enum(['en', 'mn', 'kk', 'ru', 'zh']) }),
    media: 'application/pdf',
    refusals: ['business/not-found'],
    reads: 'person',
  },
  signedDocument: {
    method: 'GET',
    path: '/api/documents/:documentId/:version/signed.json',
    summary: 'A document of a case as it was signed, byte by byte: what a proof is about',
    roles: ['clerk', 'supervisor', 'auditor'],
    params: z.object({ documentId: z.string(), version: z.coerce.number().int().min(1) }),
    media: 'application/jose+json',
    refusals: ['business/not-found', 'evidence/not-yet', 'evidence/erased'],
    reads: 'person',
  },
  documentProof: {
    method: 'GET',
    path: '/api/documents/:documentId/:version/evidence.tlog-proof',
    summary:
      'Proof (C2SP tlog-proof) that a document version stands in the evidence log, to be checked offline',
    roles: ['clerk', 'supervisor', 'auditor'],
    params: z.object({ documentId: z.string(), version: z.coerce.number().int().min(1) }),
    media: 'text/plain; charset=utf-8',
    refusals: ['business/not-found', 'evidence/not-yet', 'evidence/erased'],
    reads: 'person',
  },
  sendDocument: {
    method: 'POST',
    path: '/api/cases/:caseId/documents',
    summary:
      'Write a document of the agreement by hand and send it; person and institution are added where missing',
    roles: ['clerk'],
    params: caseParams,
    body: z.object({
      type: z.string().max(60),
      content: z.record(z.string(), z.unknown()),
      inReplyTo: z.uuid().optional(),
    }),
    reply: caseViewSchema,
    refusals: [...caseRefusals, 'business/rule-failed'],
    reads: 'person',
    ifMatch: true,
  },
  printDocument: {
    method: 'GET',
    path: '/api/documents/:documentId/:version/page.pdf',
    summary: 'A document of a case as a page to print, in the language asked for',
    roles: ['clerk', 'supervisor', 'auditor'],
    params: z.object({ documentId: z.string(), version: z.coerce.number().int().min(1) }),
    query: z.object({ locale: z.enum(['en', 'mn', 'kk', 'ru', 'zh']) }),
    media: 'application/pdf',
    refusals: ['business/not-found'],
    reads: 'person',
  },
  myView: {
    method: 'GET',
    path: '/api/me',
    summary: 'What the citizen sees: own cases, periods, decisions and every reading of the own data',
    roles: ['citizen'],
    reply: z.object({
      person: personViewSchema.nullable(),
      cases: z.array(
        z.object({
          caseId: z.string(),
          fileNumber: z.string(),
          state: caseStateSchema,
          filedOn: daySchema,
          waitingFor: z.enum(['nobody', 'clerk', 'supervisor', 'partner', 'claimant']),
          simulation: z.boolean(),
          periods: z.array(casePeriodSchema),
          decisions: z.array(decisionViewSchema),
          events: z.array(
            z.object({ at: instantSchema, code: z.string(), values: z.record(z.string(), z.string()) }),
          ),
        }),
      ),
      accesses: z.array(
        z.object({
          at: instantSchema,
          reader: z.string(),
          role: z.string(),
          institution: z.string(),
          purpose: z.string(),
          article: z.string().nullable(),
          what: z.string(),
        }),
      ),
    }),
    refusals: [],
    reads: 'person',
  },
  accessLog: {
    method: 'GET',
    path: '/api/access-log',
    summary: 'Who read whose data, when, why and under which article',
    roles: ['auditor'],
    query: z.object({ personKey: z.string().optional(), before: z.string().optional() }),
    reply: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          at: instantSchema,
          reader: z.string(),
          role: z.string(),
          institution: z.string(),
          personKey: z.string(),
          caseId: z.string().nullable(),
          purpose: z.string(),
          article: z.string().nullable(),
          what: z.string(),
        }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
});
