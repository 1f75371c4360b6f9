/**
 * A clerk asks the other state, which named the person, what it knows of fields in doubt. The question names fields of
 * that state's own request and holds nothing of the own register; the answer comes back to the review.
 */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { normaliseIdentifier } from '@urtuu/identity';
import { audit, type Queries, type Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { AskedField, PartnerQuestionView } from '../contract.ts';
import type { PersonsOffice } from '../office.ts';
import { recordsOf } from '../records/record-store.ts';
import type { PersonsTables, QuestionRow, RecordRow, ReviewRow } from '../tables.ts';
import { candidatesOf, readReview } from './review-store.ts';

export interface PartnerQuestion {
  readonly reviewId: string;
  readonly fields: readonly AskedField[];
  readonly question: string;
  readonly by: { readonly subject: string; readonly name: string };
}

/** What the case is to send; answers under which document it went. */
export interface OutgoingQuestion extends Omit<PartnerQuestion, 'reviewId'> {
  readonly caseId: string;
}

export interface PartnerAnswer {
  /** the document in which the question went */
  readonly documentId: string;
  readonly answer: string;
  readonly at: Date;
}

export async function askPartner(
  office: PersonsOffice,
  tx: Tx,
  { reviewId, fields, question, by }: PartnerQuestion,
): Promise<Result<ReviewRow, Refusal>> {
  const review = await readReview(tx, reviewId);
  if (review === undefined) return refuse({ code: 'business/not-found' });
  if (review.state !== 'open') return notAllowed('the review has been settled already');
  const waiting = (await questionsOf(tx, reviewId)).some(({ answer }) => answer === null);
  if (waiting) return notAllowed('a question waits for its answer');
  const leak = await ownNumberIn(tx, review, question);
  if (leak !== undefined) return notAllowed(`the question holds a number of the own register (${leak})`);
  if (office.onAskPartner === undefined) return notAllowed('this node asks no other state');
  const sent = await office.onAskPartner(tx, { caseId: review.case_id, fields, question, by });
  if (!sent.ok) return sent;
  const now = office.clock();
  const question_id = office.newId<'PartnerQuestion'>();
  await tx
    .tables<PersonsTables>()
    .insertInto('persons_question')
    .values({
      question_id,
      review_id: reviewId,
      fields,
      question,
      asked_by: by.subject,
      asked_by_name: by.name,
      asked_at: now,
      document_id: sent.value.documentId,
      answer: null,
      answered_at: null,
    })
    .execute();
  await audit(tx, {
    actor: by.subject,
    actorName: by.name,
    action: 'review.partnerAsked',
    subject: { kind: 'review', id: reviewId },
    caseId: review.case_id,
    data: { questionId: question_id, documentId: sent.value.documentId, fields: [...fields] },
    at: now,
  });
  return ok(review);
}

/** Keeps the other state's answer; false where nobody here asked by that document or it is answered already. */
export async function takeAnswer(tx: Tx, { documentId, answer, at }: PartnerAnswer): Promise<boolean> {
  const kept = await tx
    .tables<PersonsTables>()
    .updateTable('persons_question')
    .set({ answer, answered_at: at })
    .where('document_id', '=', documentId)
    .where('answer', 'is', null)
    .returning('question_id')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Oldest first. */
export async function questionsOf(queries: Queries, reviewId: string): Promise<QuestionRow[]> {
  return queries
    .tables<PersonsTables>()
    .selectFrom('persons_question')
    .selectAll()
    .where('review_id', '=', reviewId)
    .orderBy('asked_at')
    .execute();
}

export function questionView(row: QuestionRow): PartnerQuestionView {
  return {
    questionId: row.question_id,
    fields: [...row.fields],
    question: row.question,
    by: row.asked_by_name,
    at: row.asked_at.toISOString(),
    answer: row.answer,
    answeredAt: row.answered_at?.toISOString() ?? null,
  };
}

/** The scheme of a candidate's number that the question holds and the other state did not state itself. */
async function ownNumberIn(
  queries: Queries,
  review: ReviewRow,
  question: string,
): Promise<string | undefined> {
  const candidates = await candidatesOf(queries, review.review_id);
  const [asked] = await recordsOf(queries, [review.asked]);
  const records = await recordsOf(
    queries,
    candidates.map(({ record_id }) => record_id),
  );
  const stated = new Set((asked === undefined ? [] : numbersOf(asked)).map(({ value }) => value));
  const own = records.flatMap(numbersOf).filter(({ value }) => !stated.has(value));
  return own.find(({ scheme, value }) => normaliseIdentifier(scheme, question).includes(value))?.scheme;
}

function numbersOf({ identifiers }: RecordRow): { readonly scheme: string; readonly value: string }[] {
  return identifiers.map(({ scheme, value }) => ({ scheme, value: normaliseIdentifier(scheme, value) }));
}

function notAllowed(detail: string): Result<never, Refusal> {
  return refuse({ code: 'business/action-not-allowed', detail });
}
