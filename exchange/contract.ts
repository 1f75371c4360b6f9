/** Routes and shapes of the exchange: what the console and a partner node may ask. No I/O. */
import { defineContract } from '@urtuu/platform/contract';
import { z } from 'zod';
import { logContract } from './log/contract.ts';
import { witnessContract } from './witness/contract.ts';

export const CASE_STATES = [
  'draft',
  'opened',
  'awaitingCounterparty',
  'awaitingClaimant',
  'inDecision',
  'decided',
  'closedLocal',
  'closedGlobal',
  'archived',
  'suspended',
] as const;
export const caseStateSchema = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof caseStateSchema>;

/** State of an outgoing or incoming transmission, with the side states of exchange reference 5.8. */
export const TRANSMISSION_STATES = [
  'queued',
  'sending',
  'delivered',
  'accepted',
  'rejected',
  'processed',
  'quarantined',
  'missingReceipt',
] as const;
export const transmissionStateSchema = z.enum(TRANSMISSION_STATES);
export type TransmissionState = z.infer<typeof transmissionStateSchema>;

export const instantSchema = z.iso.datetime();
export const daySchema = z.iso.date();

const localizedSchema = z.object({
  en: z.string(),
  mn: z.string(),
  kk: z.string(),
  ru: z.string(),
  zh: z.string(),
});

export const receiptViewSchema = z.object({
  level: z.enum(['L1', 'L2', 'L3']),
  outcome: z.enum(['ok', 'rejected']),
  at: instantSchema,
  issuer: z.string(),
  bodyHash: z.string(),
  rules: z.array(z.object({ id: z.string(), pointer: z.string(), severity: z.enum(['error', 'warning']) })),
  usedIn: z.array(z.string()),
  log: z.object({ origin: z.string(), index: z.number().int() }),
});
export type ReceiptView = z.infer<typeof receiptViewSchema>;

export const attemptViewSchema = z.object({
  number: z.number().int(),
  at: instantSchema,
  outcome: z.enum(['delivered', 'failed']),
  /** problem code or network failure code of a failed attempt */
  problem: z.string().optional(),
  millis: z.number().int(),
});

export const transmissionViewSchema = z.object({
  transmissionId: z.string(),
  direction: z.enum(['sent', 'received']),
  state: transmissionStateSchema,
  caseId: z.string(),
  document: z.object({ documentId: z.string(), version: z.number().int(), type: z.string() }),
  from: z.string(),
  to: z.string(),
  purpose: z.object({ code: z.string(), legalBasis: z.string() }),
  createdAt: instantSchema,
  bodyHash: z.string(),
  size: z.number().int(),
  attempts: z.array(attemptViewSchema),
  nextAttemptAt: instantSchema.optional(),
  receipts: z.array(receiptViewSchema),
  log: z.object({ origin: z.string(), index: z.number().int() }).optional(),
});
export type TransmissionView = z.infer<typeof transmissionViewSchema>;

export const allowedActionSchema = z.object({
  action: z.string(),
  allowed: z.boolean(),
  /** why the action is absent: a code with a text in the module's messages */
  reason: z.string().optional(),
});
export type AllowedAction = z.infer<typeof allowedActionSchema>;

export const keyViewSchema = z.object({
  kid: z.string(),
  use: z.enum(['sign', 'encrypt', 'http', 'log', 'witness']),
  alg: z.string(),
  from: instantSchema,
  to: instantSchema.nullable(),
  thumbprint: z.string(),
});

export const institutionViewSchema = z.object({
  institutionId: z.string(),
  nodeId: z.string(),
  country: z.string(),
  name: localizedSchema,
  self: z.boolean(),
  baseUrl: z.string(),
  profiles: z.array(z.string()),
  keys: z.array(keyViewSchema),
  /** last contact as this node saw it */
  lastSuccess: instantSchema.optional(),
  lastFailure: z.object({ at: instantSchema, problem: z.string() }).optional(),
  queued: z.number().int(),
});
export type InstitutionView = z.infer<typeof institutionViewSchema>;

export const quarantineViewSchema = z.object({
  quarantineId: z.string(),
  receivedAt: instantSchema,
  transmissionId: z.string().optional(),
  from: z.string().optional(),
  cause: z.string(),
  detail: z.string(),
  inputHash: z.string(),
  attempts: z.number().int(),
  state: z.enum(['held', 'replayed', 'discarded']),
});
export type QuarantineView = z.infer<typeof quarantineViewSchema>;

export const documentTypeSchema = z.object({
  type: z.string(),
  /** the kind of matter it belongs to, such as `claim` or `period` */
  family: z.string(),
  version: z.string(),
  title: localizedSchema,
  covers: z.array(z.string()),
});
export type DocumentTypeView = z.infer<typeof documentTypeSchema>;

/** A place of an input that is not as it must be, or that somebody should look at. */
export const faultSchema = z.object({
  /** RFC 6901 */
  pointer: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  detail: z.string(),
});
export type FaultView = z.infer<typeof faultSchema>;

/** Transmissions that may come in one request. */
export const MOST_TOGETHER = 64;

export const exchangeContract = defineContract({
  listTransmissions: {
    method: 'GET',
    path: '/api/transmissions',
    summary: 'Transmissions of this node, newest first, with attempts and receipts',
    roles: ['clerk', 'supervisor', 'auditor', 'operator'],
    query: z.object({
      state: transmissionStateSchema.optional(),
      direction: z.enum(['sent', 'received']).optional(),
      caseId: z.string().optional(),
      before: z.string().optional(),
    }),
    reply: z.object({ items: z.array(transmissionViewSchema), next: z.string().optional() }),
    refusals: [],
  },
  retryTransmission: {
    method: 'POST',
    path: '/api/transmissions/:transmissionId/retry',
    summary: 'Send again now, with the same identifier and the same bytes',
    roles: ['operator'],
    params: z.object({ transmissionId: z.string() }),
    reply: transmissionViewSchema,
    refusals: ['business/not-found', 'business/action-not-allowed'],
  },
  listQuarantine: {
    method: 'GET',
    path: '/api/quarantine',
    summary: 'Messages held apart because they could not be processed',
    roles: ['operator', 'auditor'],
    query: z.object({ state: z.enum(['held', 'replayed', 'discarded']).optional() }),
    reply: z.object({ items: z.array(quarantineViewSchema) }),
    refusals: [],
  },
  replayQuarantined: {
    method: 'POST',
    path: '/api/quarantine/:quarantineId/replay',
    summary: 'Process a held message once more',
    roles: ['operator'],
    params: z.object({ quarantineId: z.string() }),
    reply: quarantineViewSchema,
    refusals: ['business/not-found', 'business/action-not-allowed'],
  },
  discardQuarantined: {
    method: 'POST',
    path: '/api/quarantine/:quarantineId/discard',
    summary: 'Give a held message up, with a reason',
    roles: ['operator'],
    params: z.object({ quarantineId: z.string() }),
    body: z.object({ reason: z.string().min(3).max(500) }),
    reply: quarantineViewSchema,
    refusals: ['business/not-found', 'business/action-not-allowed'],
  },
  directory: {
    method: 'GET',
    path: '/api/directory',
    summary: 'Institutions, their nodes and their keys',
    roles: ['clerk', 'supervisor', 'auditor', 'operator'],
    reply: z.object({ institutions: z.array(institutionViewSchema) }),
    refusals: [],
  },
  documentTypes: {
    method: 'GET',
    path: '/api/document-types',
    summary: 'The types of documents that the exchange knows, with the EESSI documents that each covers',
    roles: 'public',
    reply: z.object({ items: z.array(documentTypeSchema) }),
    refusals: [],
  },
  documentSchema: {
    method: 'GET',
    path: '/api/document-types/:type',
    summary: 'The JSON Schema of a type and the blocks that it shares with others',
    roles: 'public',
    params: z.object({ type: z.string() }),
    reply: z.object({
      schema: z.unknown().describe('JSON Schema 2020-12 of the content'),
      shared: z.unknown().describe('JSON Schema whose $defs it refers to'),
    }),
    refusals: ['business/not-found'],
  },
  checkDocument: {
    method: 'POST',
    path: '/api/document-types/:type/check',
    summary: 'Check a content against the schema and the rules of its type; nothing is kept',
    roles: ['clerk', 'supervisor'],
    params: z.object({ type: z.string() }),
    body: z.record(z.string(), z.unknown()),
    reply: z.object({
      faults: z.array(faultSchema),
    }),
    refusals: ['business/not-found'],
  },
  evidenceLog: {
    method: 'GET',
    path: '/api/evidence-log',
    summary: 'Entries of the evidence log, newest first: kind, salted hash, time; no personal data',
    roles: ['auditor', 'operator', 'supervisor'],
    query: z.object({ before: z.coerce.number().int().optional() }),
    reply: z.object({
      origin: z.string(),
      size: z.number().int(),
      root: z.string(),
      items: z.array(
        z.object({ index: z.number().int(), kind: z.string(), hash: z.string(), at: instantSchema }),
      ),
    }),
    refusals: [],
  },
  ...logContract,
  ...witnessContract,
  profile: {
    method: 'GET',
    path: '/x/v1/profile',
    summary:
      'This node as its partners see it: institution, keys with validity dates, profiles, limits; signed',
    roles: 'public',
    reply: z.object({ profile: z.string().describe('compact JWS of the partner profile') }),
    refusals: [],
  },
  receive: {
    method: 'POST',
    path: '/x/v1/transmissions',
    summary: 'Deliver a transmission; answers 200 with the L1 receipt, byte-identical for a repeat',
    roles: 'partner',
    media: 'application/jose+json',
    refusals: [
      'security/signature-invalid',
      'security/key-unknown',
      'security/stale',
      'security/recipient-wrong',
      'security/transmission-id-reused',
      'profile/version-unsupported',
      'profile/too-large',
      'profile/media-type',
      'profile/schema-invalid',
    ],
  },
  receiveMany: {
    method: 'POST',
    path: '/x/v1/transmissions/batch',
    summary: 'Deliver several transmissions under one signature; answers 200 with the L1 receipt of each',
    roles: 'partner',
    body: z.object({
      transmissions: z
        .array(z.object({ transmissionId: z.string(), body: z.string() }))
        .min(1)
        .max(MOST_TOGETHER),
    }),
    reply: z.object({
      /** L1 in the order of the transmissions; null for one that must come alone, to learn its problem */
      receipts: z.array(z.string().nullable()),
    }),
    refusals: ['security/signature-invalid', 'security/key-unknown', 'security/stale'],
  },
  receipts: {
    method: 'GET',
    path: '/x/v1/transmissions/:transmissionId/receipts',
    summary: 'All receipts of a transmission, as signed bytes',
    roles: 'partner',
    params: z.object({ transmissionId: z.string() }),
    reply: z.object({ receipts: z.array(z.string()) }),
    refusals: ['business/not-found', 'security/signature-invalid', 'security/key-unknown', 'security/stale'],
  },
  deliverReceipts: {
    method: 'POST',
    path: '/x/v1/receipts',
    summary:
      'Deliver signed L2 and L3 receipts to the sender of the transmissions; repeating it changes nothing',
    roles: 'partner',
    body: z.object({ receipts: z.array(z.string().max(1_000_000)).min(1).max(500) }),
    reply: z.object({
      /** transmissions whose receipts are kept, now or before */
      kept: z.array(z.string()),
      /** receipts that name no transmission of this node, or do not verify: index and cause */
      refused: z.array(z.object({ index: z.number().int(), cause: z.string() })),
    }),
    refusals: ['security/signature-invalid', 'security/key-unknown', 'security/stale'],
  },
  ping: {
    method: 'POST',
    path: '/x/v1/ping',
    summary: 'Test the hop: a signed echo with this node’s time',
    roles: 'partner',
    body: z.object({ echo: z.string().max(200) }),
    reply: z.object({ echo: z.string(), nodeId: z.string(), at: instantSchema }),
    refusals: ['security/signature-invalid', 'security/key-unknown', 'security/stale'],
  },
});
