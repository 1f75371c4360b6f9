/** What the routes of this room take and show: claims, cases, tasks, decisions, persons. No I/O. */
import {
  allowedActionSchema,
  caseStateSchema,
  daySchema,
  instantSchema,
  transmissionViewSchema,
} from '@urtuu/exchange/contract';
import { comparedFieldSchema } from '@urtuu/persons/contract';
import type { Assessment, InsuranceRecord, SmallestChange } from '@urtuu/law';
import { z } from 'zod';

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

/** A place of an input that is not as it must be. */
export { faultSchema, type FaultView } from '@urtuu/exchange/contract';

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
  fields: z.array(comparedFieldSchema),
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
