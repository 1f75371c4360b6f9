/**
 * A second or third officer looks at a review of the sample. Two alike end it. Two that differ call a third, who sees
 * both and whose word stands: where it is not what the review was settled with, links and case are put right.
 */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { audit, type Queries, type Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { decideLink, linkRefusal, standingOf } from '../links/decide-link.ts';
import type { PersonsOffice } from '../office.ts';
import { recordsOf } from '../records/record-store.ts';
import { candidatesOf, readReview, settleReview } from '../reviews/review-store.ts';
import type { DoubleReviewRow, ReviewRow } from '../tables.ts';
import { addLook, hasTakenPart, lockDoubleReview, moveDoubleReview } from './look-store.ts';

export interface LookAct {
  readonly doubleReviewId: string;
  /** the candidate who is the person; null: none of them is */
  readonly choice: string | null;
  readonly by: { readonly subject: string; readonly name: string };
  readonly reason: string;
}

export interface LookTaken {
  readonly review: ReviewRow;
  readonly state: DoubleReviewRow['state'];
}

export async function giveLook(
  office: PersonsOffice,
  tx: Tx,
  act: LookAct,
): Promise<Result<LookTaken, Refusal>> {
  const found = await lockDoubleReview(tx, act.doubleReviewId);
  if (found === undefined) return refuse({ code: 'business/not-found' });
  const refusal = await whyNot(tx, found, act.by.subject);
  if (refusal !== undefined) return refuse(refusal);
  const review = await readReview(tx, found.review_id);
  if (review === undefined) throw new Error('A double review without its review');
  const candidates = await candidatesOf(tx, review.review_id);
  if (act.choice !== null && candidates.every(({ record_id }) => record_id !== act.choice)) {
    return refuse(notAllowed('the record is not one of the candidates'));
  }
  const now = office.clock();
  const look = found.looks.length + 1;
  await addLook(tx, {
    double_review_id: found.double_review_id,
    look,
    choice: act.choice,
    looked_by: act.by.subject,
    looked_by_name: act.by.name,
    reason: act.reason,
    looked_at: now,
  });
  const [first] = found.looks;
  const agrees = first?.choice === act.choice;
  const state = look === 2 ? (agrees ? 'agreed' : 'third') : 'resolved';
  await moveDoubleReview(tx, found.double_review_id, state, state === 'third' ? null : now);
  await audit(tx, {
    actor: act.by.subject,
    actorName: act.by.name,
    action: 'doubleReview.looked',
    subject: { kind: 'doubleReview', id: found.double_review_id },
    data: { look, state },
    at: now,
  });
  if (state === 'resolved' && !agrees) {
    const corrected = await putRight(office, tx, review, candidates, act);
    if (!corrected.ok) return corrected;
  }
  return ok({ review, state });
}

/** Why an officer may not look at this one now; undefined if he or she may. */
export async function whyNot(
  queries: Queries,
  { state, double_review_id }: DoubleReviewRow,
  subject: string,
): Promise<Refusal | undefined> {
  if (state !== 'second' && state !== 'third') return notAllowed('no look is asked for any more');
  const tookPart = await hasTakenPart(queries, double_review_id, subject);
  return tookPart
    ? notAllowed('who has looked at it or decided of it before does not look again')
    : undefined;
}

/** What the third officer says becomes what stands of every candidate, and the end of the review. */
async function putRight(
  office: PersonsOffice,
  tx: Tx,
  review: ReviewRow,
  candidates: readonly { readonly record_id: string; readonly evidence: LinkEvidence }[],
  { choice, by, reason }: LookAct,
): Promise<Result<void, Refusal>> {
  const outcome = choice === null ? 'notSame' : 'same';
  for (const { record_id, evidence } of candidates) {
    const records = [review.asked, record_id] as const;
    const standing = await standingOf(tx, records);
    const wanted = record_id === choice ? 'same' : 'notSame';
    // Of a candidate beside the one chosen nothing need be said, as in the first decision.
    if (wanted === 'notSame' && choice !== null && standing?.outcome !== 'same') continue;
    if (standing?.outcome === wanted) continue;
    const decided = await decideLink(office, tx, {
      records,
      outcome: wanted,
      basis: 'human',
      by,
      reason,
      newEvidence: 'double review: the second officer saw it otherwise, the third decides',
      evidence,
    });
    if (!decided.ok) return linkRefusal(decided.error);
  }
  await settleReview(tx, review.review_id, outcome, office.clock());
  const [record] = choice === null ? [] : await recordsOf(tx, [choice]);
  await office.onReviewEnd?.(tx, {
    caseId: review.case_id,
    outcome,
    ...(record === undefined ? {} : { registerKey: record.source_key }),
    by,
    note: reason,
  });
  return ok(undefined);
}

type LinkEvidence = Parameters<typeof decideLink>[2]['evidence'];

function notAllowed(detail: string): Refusal {
  return { code: 'business/action-not-allowed', detail };
}
