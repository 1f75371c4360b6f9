/** Which settled reviews are looked at a second time, and what the first look was. */
import { createHash } from 'node:crypto';
import { audit, type Tx } from '@urtuu/platform';
import type { PersonsOffice } from '../office.ts';
import type { PersonsTables, ReviewRow } from '../tables.ts';
import { addLook } from './look-store.ts';

/** What settled a review. */
export interface FirstLook {
  readonly review: ReviewRow;
  readonly candidates: readonly { readonly record_id: string }[];
  /** the record that is the person; null: none is */
  readonly choice: string | null;
  readonly by: { readonly subject: string; readonly name: string };
  readonly reason: string;
  /** decision by which the review was settled: what the draw rests on */
  readonly decisionId: string;
}

/**
 * Whether a decision falls into the sample. It hangs on the decision's id alone, which nobody knows before deciding and
 * everybody can check afterwards.
 * @param share of decisions, from 0 to 1
 */
export function isDrawn(decisionId: string, share: number): boolean {
  const place = createHash('sha256').update(`double review ${decisionId}`).digest().readUIntBE(0, 6);
  return place / 2 ** 48 < share;
}

/** Puts a settled review before a second officer if it is drawn. Somebody named beyond the candidates cannot be. */
export async function drawForSecondLook(office: PersonsOffice, tx: Tx, first: FirstLook): Promise<void> {
  const { review, candidates, choice, by, reason, decisionId } = first;
  const isChoosable = choice === null || candidates.some(({ record_id }) => record_id === choice);
  if (candidates.length === 0 || !isChoosable || !isDrawn(decisionId, office.doubleReviewShare)) return;
  const now = office.clock();
  const double_review_id = office.newId<'DoubleReview'>();
  await tx
    .tables<PersonsTables>()
    .insertInto('persons_double_review')
    .values({
      double_review_id,
      review_id: review.review_id,
      state: 'second',
      drawn_at: now,
      closed_at: null,
    })
    .execute();
  await addLook(tx, {
    double_review_id,
    look: 1,
    choice,
    looked_by: by.subject,
    looked_by_name: by.name,
    reason,
    looked_at: now,
  });
  await audit(tx, {
    actor: 'system:persons',
    actorName: 'Urtuu',
    action: 'doubleReview.drawn',
    subject: { kind: 'doubleReview', id: double_review_id },
    data: { reviewId: review.review_id, share: office.doubleReviewShare },
    at: now,
  });
}
