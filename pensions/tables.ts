import type { CaseState } from '@urtuu/exchange/contract';
import type { Assessment, InsuranceRecord, RecordPerson } from '@urtuu/law';
import type { RegisterAnswer, RegisterRows } from '@urtuu/registers';
import type { CaseRole, DecisionResult, DecisionState, TaskKind, WaitingFor } from './terms.ts';
import type { Appeal, IdentityComparison, TaskResolutionRecord } from './terms.ts';

/** The tables of this room, as `migrations/` makes them. */
export interface PensionsTables {
  pensions_person: PersonRow;
  pensions_identifier: IdentifierRow;
  pensions_case: CaseRow;
  pensions_claim: ClaimRow;
  pensions_register_answer: RegisterAnswerRow;
  pensions_document: DocumentRow;
  pensions_decision: DecisionRow;
  pensions_task: TaskRow;
  pensions_event: EventRow;
}

export interface PersonRow {
  person_key: string;
  person: RecordPerson;
  search_text: string;
  created_at: Date;
  updated_at: Date;
}

export interface IdentifierRow {
  scheme: string;
  value: string;
  person_key: string;
  country: string;
}

export interface CaseRow {
  case_id: string;
  file_number: string;
  person_key: string;
  role: CaseRole;
  agreement: string;
  partner_institution: string;
  state: CaseState;
  version: number;
  facts_version: number;
  waiting_for: WaitingFor;
  simulation: boolean;
  opened_at: Date;
  updated_at: Date;
}

export interface ClaimRow {
  claim_id: string;
  case_id: string;
  filed_on: string;
  filed_in: string;
  requested_from: string | null;
  remarks: string;
  record: InsuranceRecord;
  registered_at: Date;
  registered_by: string;
}

export interface RegisterAnswerRow {
  answer_id: string;
  case_id: string;
  register_key: string;
  rows: readonly RegisterRows[];
  folded: RegisterAnswer['folded'];
  accepted: 'all' | 'certifiedOnly' | null;
  read_at: Date;
}

export interface DocumentRow {
  document_id: string;
  case_id: string;
  version: number;
  type: string;
  direction: 'sent' | 'received' | 'own';
  transmission_id: string | null;
  in_reply_to: string | null;
  not_taken: string | null;
  content: unknown;
  at: Date;
}

export interface DecisionRow {
  decision_id: string;
  case_id: string;
  country: string;
  institution_id: string;
  state: DecisionState;
  result: DecisionResult;
  effective_from: string | null;
  decided_on: string | null;
  drafted_by: string;
  drafted_by_name: string;
  approved_by_name: string | null;
  simulation: boolean;
  assessment: Assessment;
  record: InsuranceRecord | null;
  options: DecisionOptions;
  appeal: Appeal;
  created_at: Date;
}

/** What the drafter chose, so that the assessment can be made again. */
export interface DecisionOptions {
  readonly on?: string;
  readonly assumeInForceFrom?: string;
  readonly assume?: Readonly<Record<string, string>>;
}

export interface TaskRow {
  task_id: string;
  case_id: string;
  kind: TaskKind;
  state: 'open' | 'done';
  reason_code: string;
  reason_values: Readonly<Record<string, string>>;
  candidates: readonly IdentityComparison[];
  created_at: Date;
  due_on: string | null;
  assigned_to: string | null;
  resolution: TaskResolutionRecord | null;
}

export interface EventRow {
  event_id: string;
  case_id: string;
  at: Date;
  actor: string;
  code: string;
  event_values: Readonly<Record<string, string>>;
}
