/** Rows of this room as its routes show them. */
import { nameText } from '@urtuu/identity';
import type { Queries } from '@urtuu/platform';
import type { ComparedPair } from './candidates/find-candidates.ts';
import type {
  ComparedView,
  EvidenceView,
  LinkDecisionView,
  PersonRecordView,
  ReviewSummary,
  ReviewView,
} from './contract.ts';
import { decisionsOfPair, standingOf } from './links/decide-link.ts';
import { isSigned, type Statements } from './links/statement.ts';
import { recordsOf } from './records/record-store.ts';
import { candidatesOf } from './reviews/review-store.ts';
import type { PairEvidence } from './scoring/evidence.ts';
import type { DecisionRow, RecordRow, ReviewRow } from './tables.ts';

export function recordView(row: RecordRow): PersonRecordView {
  return {
    recordId: row.record_id,
    source: row.source,
    sourceKey: row.source_key,
    country: row.country,
    names: row.names.map((name) => ({ script: name.script, text: nameText(name) })),
    identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    birthDate: row.birth_date,
    sex: row.sex,
    alive: row.alive,
  };
}

export function comparedView({ record, evidence, comparison, standing }: ComparedPair): ComparedView {
  return {
    record: recordView(record),
    evidence: evidenceView(evidence),
    fields: comparison.fields.map((field) => ({ ...field })),
    standing: standing ?? null,
  };
}

export function decisionView(statements: Statements, row: DecisionRow): LinkDecisionView {
  return {
    decisionId: row.decision_id,
    records: [row.record_a, row.record_b],
    outcome: row.outcome,
    basis: row.basis,
    replaces: row.replaces,
    by: row.decided_by_name,
    at: row.decided_at.toISOString(),
    reason: row.reason,
    newEvidence: row.new_evidence,
    probability: row.evidence?.probability ?? null,
    statement: row.statement,
    signed: isSigned(statements, row),
  };
}

export function reviewSummary(row: ReviewRow, asked: RecordRow, candidates: number): ReviewSummary {
  return {
    reviewId: row.review_id,
    caseId: row.case_id,
    state: row.state,
    outcome: row.outcome,
    openedAt: row.opened_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    candidates,
    best: row.best,
    asked: recordView(asked),
  };
}

/** A review whole: its candidates as they were seen, and what has been decided of them since. */
export async function reviewView(
  queries: Queries,
  statements: Statements,
  review: ReviewRow,
): Promise<{ readonly view: ReviewView; readonly records: readonly RecordRow[] }> {
  const candidates = await candidatesOf(queries, review.review_id);
  const records = await recordsOf(queries, [review.asked, ...candidates.map(({ record_id }) => record_id)]);
  const recordOf = (id: string): RecordRow => {
    const found = records.find(({ record_id }) => record_id === id);
    if (found === undefined) throw new Error('A review names a record that is not there');
    return found;
  };
  const compared: ComparedView[] = [];
  const decisions: LinkDecisionView[] = [];
  for (const { record_id, evidence, fields } of candidates) {
    compared.push({
      record: recordView(recordOf(record_id)),
      evidence: evidenceView(evidence),
      fields: fields.map((field) => ({ ...field })),
      standing: (await standingOf(queries, [review.asked, record_id])) ?? null,
    });
    const of = await decisionsOfPair(queries, [review.asked, record_id]);
    decisions.push(...of.map((row) => decisionView(statements, row)));
  }
  const summary = reviewSummary(review, recordOf(review.asked), candidates.length);
  return { view: { ...summary, compared, decisions }, records };
}

function evidenceView({ bars, ...evidence }: PairEvidence): EvidenceView {
  return { ...evidence, bars: bars.map((bar) => ({ ...bar })) };
}
