export { allowedActions } from './cases/allowed-actions.ts';
export {
  ABSENCE_REASONS,
  CASE_ACTIONS,
  CASE_ROLES,
  NO_FACTS,
  type AbsenceReason,
  type CaseAction,
  type CaseFacts,
  type CaseRole,
} from './cases/state-table.ts';
export * from './contract.ts';
export { createExchange } from './create-exchange.ts';
export { statementSigner, type StatementSigner } from './crypto/statement.ts';
export { completeKeys, generateKeys, openKeys, type KeyFile, type KeyStore } from './crypto/key-store.ts';
export { checkDocument, type CheckedDocument } from './documents/check-document.ts';
export { schemaView } from './documents/document-type-views.ts';
export { isDocumentType, DOCUMENT_TYPES, DOCUMENT_VERSIONS } from './documents/types.ts';
export type * from './documents/types.ts';
export { documentSchemas, envelopeJsonSchema, sharedJsonSchema } from './documents/schemas.ts';
export type * from './envelope.ts';
export type * from './exchange.ts';
export type { DocumentEvidence } from './log/evidence-of.ts';
export { kzMn } from './agreement/kz-mn.ts';
export { trustPartner, type TrustSource } from './directory/trust.ts';
export { readProfile, type PartnerProfile, type ReadProfile } from './directory/profile.ts';
export { exchangeMessages } from './messages/index.ts';
export { commitLogEntries } from './measure/commits-alone.ts';
export { cryptoOfOneMessage } from './measure/crypto-alone.ts';
export { exchangeMigrations } from './migrations.ts';
export { PROFILE_SCHEDULE, type RetrySchedule } from './outbox/retry-schedule.ts';
export { CannotSend } from './outbox/send.ts';
export { exchangeProblems } from './problems.ts';
export { RULES, type RuleViolation } from './rules/rules.ts';
export type { Loss } from './sed/ledger.ts';
export {
  DIALECTS,
  exportSed,
  importSed,
  type Dialect,
  type ExportedSed,
  type ImportedSed,
  type SedRefusal,
  type SedVersion,
} from './sed/sed.ts';
export { statedSums, type Recount, type SumClaim } from './sed/stated-sums.ts';
