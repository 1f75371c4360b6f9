/** The tables of this room, as the migrations make them. */
import type { EntryKind } from '@urtuu/evidence';
import type { Localized } from '@urtuu/kernel';
import type { CaseRole } from './cases/state-table.ts';
import type { CaseState } from './contract.ts';
import type { KeyAlg, KeyUse, PublicJwk } from './crypto/jwk.ts';
import type { Receipt, ReceiptCore, ReceiptLevel } from './receipts/receipt.ts';

export interface InstitutionTable {
  institution_id: string;
  node_id: string;
  country: string;
  name: Localized;
  base_url: string;
  profiles: string[];
  signed_profile: string;
  trusted_at: Date;
  last_success: Date | null;
  last_failure_at: Date | null;
  last_failure_problem: string | null;
}

export interface KeyTable {
  kid: string;
  institution_id: string;
  key_use: KeyUse;
  alg: KeyAlg;
  jwk: PublicJwk;
  thumbprint: string;
  valid_from: Date;
  valid_to: Date | null;
}

export interface FileNumber {
  readonly institutionId: string;
  readonly number: string;
}

export interface CaseTable {
  case_id: string;
  case_type: string;
  role: CaseRole;
  state: CaseState;
  resumes_to: CaseState | null;
  version: number;
  agreement: string;
  agreement_version: string;
  profile: string;
  opened_by: string;
  opened_at: Date;
  updated_at: Date;
  partner: string;
  file_numbers: FileNumber[];
}

export interface CaseStepTable {
  case_id: string;
  version: number;
  action: string;
  from_state: CaseState;
  to_state: CaseState;
  at: Date;
}

export interface DocumentTable {
  document_id: string;
  version: number;
  case_id: string;
  document_type: string;
  direction: 'sent' | 'received';
  transmission_id: string;
  jws: string;
  at: Date;
}

export type OutboxState =
  | 'queued'
  | 'sending'
  | 'delivered'
  | 'accepted'
  | 'rejected'
  | 'processed'
  | 'quarantined'
  | 'missingReceipt';

export interface OutboxTable {
  transmission_id: string;
  to_institution: string;
  case_id: string;
  document_id: string;
  document_version: number;
  document_type: string;
  purpose: string;
  legal_basis: string;
  body: string;
  body_hash: string;
  size: number;
  /** null until the log gives it its place, before the first attempt */
  log_index: number | null;
  created_at: Date;
  state: OutboxState;
  attempts: number;
  tries: number;
  next_attempt_at: Date | null;
  lease_until: Date | null;
  horizon_at: Date;
  connected: boolean;
  poll_at: Date | null;
}

export interface AttemptTable {
  transmission_id: string;
  number: number;
  at: Date;
  outcome: 'delivered' | 'failed';
  problem: string | null;
  millis: number;
}

export type InboxState = 'delivered' | 'waiting' | 'accepted' | 'rejected' | 'processed' | 'quarantined';

export interface InboxTable {
  from_institution: string;
  transmission_id: string;
  profile: string;
  body: string;
  body_hash: string;
  size: number;
  received_at: Date;
  log_index: number;
  state: InboxState;
  attempts: number;
  due_at: Date | null;
  lease_until: Date | null;
  waiting_for: string | null;
  case_id: string | null;
  document_id: string | null;
  document_version: number | null;
  document_type: string | null;
  purpose: string | null;
  legal_basis: string | null;
}

export interface ReceiptTable {
  direction: 'issued' | 'received';
  institution: string;
  transmission_id: string;
  level: ReceiptLevel;
  /** null while it is decided and not yet sealed */
  body: string | null;
  outcome: 'ok' | 'rejected';
  at: Date;
  /** without `log` while it is not sealed */
  receipt: Receipt | ReceiptCore;
  deliver_at: Date | null;
  lease_until: Date | null;
  tries: number;
}

export interface QuarantineTable {
  quarantine_id: string;
  from_institution: string;
  transmission_id: string;
  received_at: Date;
  held_at: Date;
  cause: string;
  detail: string;
  input_hash: string;
  attempts: number;
  state: 'held' | 'replayed' | 'discarded';
  reason: string | null;
}

export interface ExchangeTables {
  exchange_institution: InstitutionTable;
  exchange_key: KeyTable;
  exchange_case: CaseTable;
  exchange_case_step: CaseStepTable;
  exchange_document: DocumentTable;
  exchange_outbox: OutboxTable;
  exchange_attempt: AttemptTable;
  exchange_inbox: InboxTable;
  exchange_receipt: ReceiptTable;
  exchange_quarantine: QuarantineTable;
  exchange_nonce: { kid: string; nonce: string; expires_at: Date };
  exchange_log_entry: { index: number; kind: EntryKind; hash: string; at: Date; leaf: Buffer };
  exchange_log_salt: { index: number; salt: Buffer; content_hash: Buffer };
  exchange_log_tile_root: { level: number; index: number; hash: Buffer };
  exchange_checkpoint: { size: number; note: string; at: Date };
  exchange_witnessed: {
    origin: string;
    origin_hash: string;
    size: number;
    root: Buffer;
    note: string;
    at: Date;
  };
  exchange_witness: {
    witness: string;
    size: number;
    cosigned_at: Date | null;
    failure: string | null;
    failed_at: Date | null;
  };
  exchange_cosignature: { size: number; witness: string; line: string; at: Date };
  exchange_log_pending: {
    id: string;
    kind: EntryKind;
    content_hash: Buffer;
    salt: Buffer;
    at: Date;
    transmission_id: string | null;
  };
  exchange_log_state: { only_row: boolean; size: number; roots: Buffer };
}
