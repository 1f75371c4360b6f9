import type { FieldComparison, IdentifierForm, NameForm } from '@urtuu/identity';
import type { Generated } from 'kysely';
import type { AskedField } from './contract-shapes.ts';
import type { DoubleReviewState } from './double-review/double-review-contract.ts';
import type { LinkBasis, LinkOutcome } from './links/standing.ts';
import type { RecordSex, RecordSource } from './records/person-record.ts';
import type { PairEvidence } from './scoring/evidence.ts';

/** The tables of this room, as `migrations/` makes them. */
export interface PersonsTables {
  persons_record: RecordRow;
  persons_key: { key: number; record_id: string };
  persons_word: { word: string; record_id: string };
  persons_number: { value: string; scheme: string; record_id: string };
  persons_decision: DecisionRow;
  persons_link: LinkRow;
  persons_review: ReviewRow;
  persons_review_candidate: ReviewCandidateRow;
  persons_double_review: DoubleReviewRow;
  persons_look: LookRow;
  persons_question: QuestionRow;
  persons_term_statistics: {
    version: Generated<number>;
    persons: number;
    statistics: unknown;
    made_at: Date;
  };
  persons_directory: { system: string; mark: string; read_at: Date };
}

export interface RecordRow {
  record_id: string;
  source: RecordSource;
  source_key: string;
  country: string;
  names: readonly NameForm[];
  identifiers: readonly IdentifierForm[];
  birth_date: string;
  sex: RecordSex;
  alive: boolean;
  changed_at: Date;
}

export interface DecisionRow {
  decision_id: string;
  record_a: string;
  record_b: string;
  outcome: LinkOutcome;
  basis: LinkBasis;
  replaces: string | null;
  decided_by: string;
  decided_by_name: string;
  reason: string;
  new_evidence: string;
  evidence: PairEvidence | null;
  statement: string;
  decided_at: Date;
}

export interface LinkRow {
  record_a: string;
  record_b: string;
  outcome: 'same' | 'notSame';
  basis: LinkBasis;
  score: number;
  decision_id: string;
}

export interface ReviewRow {
  review_id: string;
  case_id: string;
  asked: string;
  state: 'open' | 'settled';
  best: number;
  opened_at: Date;
  settled_at: Date | null;
  outcome: 'same' | 'notSame' | 'found' | null;
}

export interface ReviewCandidateRow {
  review_id: string;
  record_id: string;
  position: number;
  evidence: PairEvidence;
  fields: readonly FieldComparison[];
}

export interface DoubleReviewRow {
  double_review_id: string;
  review_id: string;
  state: DoubleReviewState;
  drawn_at: Date;
  closed_at: Date | null;
}

export interface QuestionRow {
  question_id: string;
  review_id: string;
  fields: readonly AskedField[];
  question: string;
  asked_by: string;
  asked_by_name: string;
  asked_at: Date;
  document_id: string;
  answer: string | null;
  answered_at: Date | null;
}

export interface LookRow {
  double_review_id: string;
  look: number;
  choice: string | null;
  looked_by: string;
  looked_by_name: string;
  reason: string;
  looked_at: Date;
}
