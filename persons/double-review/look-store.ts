/** Reviews of the sample and the looks at them. */
import { sql, type Principal, type Queries, type Tx } from '@urtuu/platform';
import type { RawBuilder } from 'kysely';
import type { DoubleReviewRow, LookRow, PersonsTables } from '../tables.ts';

export interface DoubleReview extends DoubleReviewRow {
  /** in order; the first settled the review */
  readonly looks: readonly LookRow[];
}

export async function addLook(tx: Tx, look: LookRow): Promise<void> {
  await tx.tables<PersonsTables>().insertInto('persons_look').values(look).execute();
}

/**
 * What waits for a look that this officer may give: nobody looks twice at one, nor at what he or she helped to decide.
 * The oldest first, at most 200.
 */
export async function waitingFor(queries: Queries, subject: string): Promise<DoubleReviewRow[]> {
  const { rows } = await sql<DoubleReviewRow>`
    select waiting.* from persons_double_review waiting
    where waiting.state in ('second', 'third') and not (${tookPart(subject)})
    order by waiting.drawn_at, waiting.double_review_id limit 200
  `.execute(queries.tables<PersonsTables>());
  return rows;
}

/** Whether an officer has looked at it before, or decided of one of its pairs. */
export async function hasTakenPart(queries: Queries, id: string, subject: string): Promise<boolean> {
  const { rows } = await sql<{ took_part: boolean }>`
    select (${tookPart(subject)}) as took_part from persons_double_review waiting
    where waiting.double_review_id = ${id}
  `.execute(queries.tables<PersonsTables>());
  return rows[0]?.took_part ?? false;
}

function tookPart(subject: string): RawBuilder<boolean> {
  return sql<boolean>`
    exists (
      select from persons_look look
      where look.double_review_id = waiting.double_review_id and look.looked_by = ${subject}
    ) or exists (
      select from persons_review review
      join persons_review_candidate candidate on candidate.review_id = review.review_id
      join persons_decision decision
        on decision.record_a = least(review.asked, candidate.record_id)
        and decision.record_b = greatest(review.asked, candidate.record_id)
      where review.review_id = waiting.review_id and decision.decided_by = ${subject}
    )`;
}

export async function readDoubleReview(queries: Queries, id: string): Promise<DoubleReview | undefined> {
  const row = await queries
    .tables<PersonsTables>()
    .selectFrom('persons_double_review')
    .selectAll()
    .where('double_review_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, looks: await looksAt(queries, id) };
}

/** The same, and nobody else changes it before the transaction ends. */
export async function lockDoubleReview(tx: Tx, id: string): Promise<DoubleReview | undefined> {
  const row = await tx
    .tables<PersonsTables>()
    .selectFrom('persons_double_review')
    .selectAll()
    .where('double_review_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, looks: await looksAt(tx, id) };
}

async function looksAt(queries: Queries, id: string): Promise<LookRow[]> {
  return queries
    .tables<PersonsTables>()
    .selectFrom('persons_look')
    .selectAll()
    .where('double_review_id', '=', id)
    .orderBy('look')
    .execute();
}

export async function moveDoubleReview(
  tx: Tx,
  id: string,
  state: DoubleReviewRow['state'],
  closedAt: Date | null,
): Promise<void> {
  await tx
    .tables<PersonsTables>()
    .updateTable('persons_double_review')
    .set({ state, closed_at: closedAt })
    .where('double_review_id', '=', id)
    .execute();
}

/** The first decision of a review has been withdrawn: what waits for a look at it waits no more. */
export async function voidDoubleReviews(tx: Tx, reviewId: string, now: Date): Promise<void> {
  await tx
    .tables<PersonsTables>()
    .updateTable('persons_double_review')
    .set({ state: 'void', closed_at: now })
    .where('review_id', '=', reviewId)
    .where('state', 'in', ['second', 'third'])
    .execute();
}

/**
 * Reviews of which this officer is not told what was decided, since his or her look is to be blind: review to double
 * review. Who gives no looks, as an auditor, is told everything.
 */
export async function blindReviews(
  queries: Queries,
  { subject, roles }: Pick<Principal, 'subject' | 'roles'>,
): Promise<ReadonlyMap<string, string>> {
  if (!roles.includes('clerk') && !roles.includes('supervisor')) return new Map();
  const waiting = await waitingFor(queries, subject);
  return new Map(
    waiting.flatMap(({ state, review_id, double_review_id }) =>
      state === 'second' ? [[review_id, double_review_id] as const] : [],
    ),
  );
}

/** The pairs of those reviews, the lower id first, a space between. */
export async function blindPairs(
  queries: Queries,
  officer: Pick<Principal, 'subject' | 'roles'>,
): Promise<ReadonlySet<string>> {
  const blind = await blindReviews(queries, officer);
  if (blind.size === 0) return new Set();
  const { rows } = await sql<{ pair: string }>`
    select least(review.asked, candidate.record_id) || ' ' || greatest(review.asked, candidate.record_id) as pair
    from persons_review review join persons_review_candidate candidate on candidate.review_id = review.review_id
    where review.review_id = any(${[...blind.keys()]}::uuid[])
  `.execute(queries.tables<PersonsTables>());
  return new Set(rows.map(({ pair }) => pair));
}

/** Every double review drawn in a span of time, with looks and candidates. */
export async function doubleReviewsBetween(
  queries: Queries,
  from: Date,
  until: Date,
): Promise<readonly (DoubleReview & { readonly candidates: readonly string[] })[]> {
  const db = queries.tables<PersonsTables>();
  const rows = await db
    .selectFrom('persons_double_review')
    .selectAll()
    .where('drawn_at', '>=', from)
    .where('drawn_at', '<', until)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ double_review_id }) => double_review_id);
  const looks = await db
    .selectFrom('persons_look')
    .selectAll()
    .where('double_review_id', 'in', ids)
    .orderBy('look')
    .execute();
  const candidates = await db
    .selectFrom('persons_review_candidate')
    .select(['review_id', 'record_id'])
    .where(
      'review_id',
      'in',
      rows.map(({ review_id }) => review_id),
    )
    .execute();
  return rows.map((row) => ({
    ...row,
    looks: looks.filter(({ double_review_id }) => double_review_id === row.double_review_id),
    candidates: candidates.flatMap(({ review_id, record_id }) =>
      review_id === row.review_id ? [record_id] : [],
    ),
  }));
}
