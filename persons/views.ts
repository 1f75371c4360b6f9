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
import { asFirstSeen } from './double-review/as-first-seen.ts';
import { decisionsOfPair, standingOf } from './links/decide-link.ts';
import { isSigned, type Statements } from './links/statement.ts';
import { recordsOf } from './records/record-store.ts';
import { questionsOf, questionView } from './reviews/ask-partner.ts';
import { candidatesOf } from './reviews/review-store.ts';
import type { PairEvidence } from './scoring/evidence.ts';
import type { DecisionRow, RecordRow, ReviewCandidateRow, ReviewRow } from './tables.ts';

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

/** @param blind double review for which the reader is to look blindly; how the review ended is then left out */
export function reviewSummary(
  row: ReviewRow,
  asked: RecordRow,
  { candidates, blind }: { readonly candidates: number; readonly blind: string | undefined },
): ReviewSummary {
  const isBlind = blind !== undefined;
  return {
    reviewId: row.review_id,
    caseId: row.case_id,
    state: row.state,
    outcome: isBlind ? null : row.outcome,
    openedAt: row.opened_at.toISOString(),
    settledAt: isBlind ? null : (row.settled_at?.toISOString() ?? null),
    blind: blind ?? null,
    candidates,
    best: row.best,
    asked: recordView(asked),
  };
}

/** Candidates as they were seen, without what has been decided of them. */
export async function comparedWithout(
  queries: Queries,
  candidates: readonly ReviewCandidateRow[],
): Promise<{
  readonly compared: Omit<ComparedView, 'standing'>[];
  readonly records: readonly RecordRow[];
}> {
  const records = await recordsOf(
    queries,
    candidates.map(({ record_id }) => record_id),
  );
  const compared = candidates.map(({ record_id, evidence, fields }) => {
    const record = records.find((each) => each.record_id === record_id);
    if (record === undefined) throw new Error('A review names a record that is not there');
    return {
      record: recordView(record),
      evidence: evidenceView(evidence),
      fields: fields.map((field) => ({ ...field })),
    };
  });
  return { compared, records };
}

/** A review whole: its candidates as they were seen, and what has been decided of them since, unless one is blind. */
export async function reviewView(
  queries: Queries,
  statements: Statements,
  review: ReviewRow,
  blind: string | undefined,
): Promise<{ readonly view: ReviewView; readonly records: readonly RecordRow[] }> {
  const candidates = await candidatesOf(queries, review.review_id);
  const [asked] = await recordsOf(queries, [review.asked]);
  if (asked === undefined) throw new Error('A review names a record that is not there');
  const { compared, records } = await comparedWithout(queries, candidates);
  const shownAsked = blind === undefined ? asked : asFirstSeen(asked, candidates);
  const summary = reviewSummary(review, shownAsked, { candidates: candidates.length, blind });
  const shown: ComparedView[] = [];
  const decisions: LinkDecisionView[] = [];
  for (const each of compared) {
    const pair = [review.asked, each.record.recordId] as const;
    const standing = blind === undefined ? ((await standingOf(queries, pair)) ?? null) : null;
    shown.push({ ...each, standing });
    const of = blind === undefined ? await decisionsOfPair(queries, pair) : [];
    decisions.push(...of.map((row) => decisionView(statements, row)));
  }
  const questions = (await questionsOf(queries, review.review_id)).map(questionView);
  return { view: { ...summary, compared: shown, decisions, questions }, records: [asked, ...records] };
}

function evidenceView({ bars, ...evidence }: PairEvidence): EvidenceView {
  return { ...evidence, bars: bars.map((bar) => ({ ...bar })) };
}
