/** Questions of the clerks' queue: opened once a case, with the candidates as they were seen. */
import { jsonb, sql, type Queries, type Tx } from '@urtuu/platform';
import type { ComparedPair } from '../candidates/find-candidates.ts';
import type { PersonsOffice } from '../office.ts';
import type { PersonsTables, ReviewCandidateRow, ReviewRow } from '../tables.ts';

export interface NewReview {
  readonly caseId: string;
  /** record of the person of the case */
  readonly asked: string;
  readonly candidates: readonly ComparedPair[];
}

/** Opens a review; where one of the case is open already, it gets the candidates as they are seen now. */
export async function openReview(
  { newId, clock }: PersonsOffice,
  tx: Tx,
  { caseId, asked, candidates }: NewReview,
): Promise<string> {
  const db = tx.tables<PersonsTables>();
  const best = candidates[0]?.evidence.probability ?? 0;
  const { review_id } = await db
    .insertInto('persons_review')
    .values({
      review_id: newId<'Review'>(),
      case_id: caseId,
      asked,
      state: 'open',
      best,
      opened_at: clock(),
      settled_at: null,
      outcome: null,
    })
    .onConflict((conflict) =>
      conflict.column('case_id').where('state', '=', sql.lit('open')).doUpdateSet({ best, asked }),
    )
    .returning('review_id')
    .executeTakeFirstOrThrow();
  await db.deleteFrom('persons_review_candidate').where('review_id', '=', review_id).execute();
  if (candidates.length > 0) {
    await db
      .insertInto('persons_review_candidate')
      .values(
        candidates.map(({ record, evidence, comparison }, position) => ({
          review_id,
          record_id: record.record_id,
          position,
          evidence: jsonb(evidence),
          fields: jsonb(comparison.fields),
        })),
      )
      .execute();
  }
  return review_id;
}

export async function readReview(queries: Queries, reviewId: string): Promise<ReviewRow | undefined> {
  return queries
    .tables<PersonsTables>()
    .selectFrom('persons_review')
    .selectAll()
    .where('review_id', '=', reviewId)
    .executeTakeFirst();
}

export async function openReviewOf(queries: Queries, caseId: string): Promise<ReviewRow | undefined> {
  return queries
    .tables<PersonsTables>()
    .selectFrom('persons_review')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .executeTakeFirst();
}

/** What is most likely to find its person first, then the oldest; at most 200. */
export async function listReviews(
  queries: Queries,
  wanted: {
    readonly state: ReviewRow['state'];
    readonly caseId?: string;
    /** records of the persons asked for; of everybody unless stated */
    readonly asked?: readonly string[];
  },
): Promise<ReviewRow[]> {
  let query = queries
    .tables<PersonsTables>()
    .selectFrom('persons_review')
    .selectAll()
    .where('state', '=', wanted.state)
    .limit(200);
  if (wanted.caseId !== undefined) query = query.where('case_id', '=', wanted.caseId);
  if (wanted.asked !== undefined)
    query = query.where('asked', '=', sql<string>`any(${wanted.asked}::uuid[])`);
  query =
    wanted.state === 'open'
      ? query.orderBy('best', 'desc').orderBy('opened_at').orderBy('review_id')
      : query.orderBy('settled_at', 'desc').orderBy('review_id');
  return query.execute();
}

export async function candidatesOf(queries: Queries, reviewId: string): Promise<ReviewCandidateRow[]> {
  return queries
    .tables<PersonsTables>()
    .selectFrom('persons_review_candidate')
    .selectAll()
    .where('review_id', '=', reviewId)
    .orderBy('position')
    .execute();
}

/** How many candidates each review has; a review without any is not named. */
export async function candidateCounts(
  queries: Queries,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (reviewIds.length === 0) return new Map();
  const rows = await queries
    .tables<PersonsTables>()
    .selectFrom('persons_review_candidate')
    .select(['review_id', (count) => count.fn.countAll<string>().as('candidates')])
    .where('review_id', 'in', reviewIds)
    .groupBy('review_id')
    .execute();
  return new Map(rows.map(({ review_id, candidates }) => [review_id, Number(candidates)]));
}

export async function settleReview(
  tx: Tx,
  reviewId: string,
  outcome: NonNullable<ReviewRow['outcome']>,
  now: Date,
): Promise<void> {
  await tx
    .tables<PersonsTables>()
    .updateTable('persons_review')
    .set({ state: 'settled', outcome, settled_at: now })
    .where('review_id', '=', reviewId)
    .execute();
}

/** Opens a settled review again; false where another of its case is open by now, which asks the same. */
export async function reopenReview(tx: Tx, { review_id, case_id }: ReviewRow): Promise<boolean> {
  if ((await openReviewOf(tx, case_id)) !== undefined) return false;
  await tx
    .tables<PersonsTables>()
    .updateTable('persons_review')
    .set({ state: 'open', outcome: null, settled_at: null })
    .where('review_id', '=', review_id)
    .execute();
  return true;
}
