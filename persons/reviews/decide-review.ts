/**
 * A clerk decides of a candidate of a review. “Same” settles it; “not the same” of the last candidate settles it too:
 * then nobody of the register is the person. A decision withdrawn opens the review again where it had settled it. What
 * follows in the case is the hooks' part, in the same transaction.
 */
import { ok, refuse, type Result } from '@urtuu/kernel';
import type { Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { drawForSecondLook } from '../double-review/draw.ts';
import { voidDoubleReviews } from '../double-review/look-store.ts';
import { decideLink, linkRefusal, standingOf } from '../links/decide-link.ts';
import type { PersonsOffice } from '../office.ts';
import { recordsOf } from '../records/record-store.ts';
import type { PersonsTables, ReviewCandidateRow, ReviewRow } from '../tables.ts';
import type { LinkOutcome } from '../links/standing.ts';
import { candidatesOf, reopenReview, settleReview } from './review-store.ts';

export interface ReviewAct {
  readonly reviewId: string;
  readonly recordId: string;
  readonly outcome: LinkOutcome;
  readonly by: { readonly subject: string; readonly name: string };
  readonly reason: string;
  readonly newEvidence: string;
}

/** How a review ended, for the case that asked. */
export interface ReviewEnd {
  readonly caseId: string;
  readonly outcome: 'same' | 'notSame';
  /** person of the register; absent where nobody is the person */
  readonly registerKey?: string;
  readonly by: { readonly subject: string; readonly name: string };
  readonly note: string;
}

/** What had settled a review was withdrawn: the case asks again who the person is. */
export interface ReviewReopening {
  readonly caseId: string;
  readonly by: { readonly subject: string; readonly name: string };
  readonly note: string;
}

export async function decideReview(
  office: PersonsOffice,
  tx: Tx,
  act: ReviewAct,
): Promise<Result<ReviewRow, Refusal>> {
  const review = await lockReview(tx, act.reviewId);
  if (review === undefined) return refuse({ code: 'business/not-found' });
  if (review.state !== 'open' && act.outcome !== 'withdrawn') {
    return notAllowed('the review has been settled already');
  }
  const candidates = await candidatesOf(tx, review.review_id);
  const candidate = candidates.find(({ record_id }) => record_id === act.recordId);
  if (candidate === undefined) return notAllowed('the record is not one of the candidates');
  const standing = await standingOf(tx, [review.asked, candidate.record_id]);
  const decided = await decideLink(office, tx, {
    records: [review.asked, candidate.record_id],
    outcome: act.outcome,
    basis: 'human',
    by: act.by,
    reason: act.reason,
    newEvidence: act.newEvidence,
    evidence: candidate.evidence,
  });
  if (!decided.ok) return linkRefusal(decided.error);
  const rested = review.outcome === 'notSame' || review.outcome === standing?.outcome;
  if (act.outcome === 'withdrawn' && rested) await openAgain(office, tx, review, act);
  const end = await endOf(tx, review, candidates, act, candidate);
  if (end !== undefined) {
    await settleReview(tx, review.review_id, end.outcome, office.clock());
    await drawForSecondLook(office, tx, {
      review,
      candidates,
      choice: end.outcome === 'same' ? candidate.record_id : null,
      by: act.by,
      reason: act.reason,
      decisionId: decided.value.decision_id,
    });
    await office.onReviewEnd?.(tx, end);
  }
  const settled = await lockReview(tx, act.reviewId);
  return ok(settled ?? review);
}

async function openAgain(office: PersonsOffice, tx: Tx, review: ReviewRow, act: ReviewAct): Promise<void> {
  const reopened = await reopenReview(tx, review);
  if (!reopened) return;
  await voidDoubleReviews(tx, review.review_id, office.clock());
  await office.onReviewReopened?.(tx, { caseId: review.case_id, by: act.by, note: act.reason });
}

async function endOf(
  tx: Tx,
  review: ReviewRow,
  candidates: readonly ReviewCandidateRow[],
  act: ReviewAct,
  candidate: ReviewCandidateRow,
): Promise<ReviewEnd | undefined> {
  const { by, reason: note } = act;
  if (act.outcome === 'withdrawn') return undefined;
  if (act.outcome === 'same') {
    const [record] = await recordsOf(tx, [candidate.record_id]);
    if (record === undefined) throw new Error('A candidate without a record');
    return { caseId: review.case_id, outcome: 'same', registerKey: record.source_key, by, note };
  }
  for (const { record_id } of candidates) {
    const standing = await standingOf(tx, [review.asked, record_id]);
    if (standing?.outcome !== 'notSame') return undefined;
  }
  return { caseId: review.case_id, outcome: 'notSame', by, note };
}

async function lockReview(tx: Tx, reviewId: string): Promise<ReviewRow | undefined> {
  return tx
    .tables<PersonsTables>()
    .selectFrom('persons_review')
    .selectAll()
    .where('review_id', '=', reviewId)
    .forUpdate()
    .executeTakeFirst();
}

function notAllowed(detail: string): Result<never, Refusal> {
  return refuse({ code: 'business/action-not-allowed', detail });
}
