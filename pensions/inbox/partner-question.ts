/**
 * Questions between the states about a person whom one of them named: asked about fields of that state's own request,
 * answered in words by a clerk there. Neither document holds any other person.
 */
import { ok, refuse, type Result } from '@urtuu/kernel';
import type { DocumentContents, Handled, Received, RuleViolation } from '@urtuu/exchange';
import type { OutgoingQuestion } from '@urtuu/persons';
import type { Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { documentsOf, lockCase } from '../cases/case-store.ts';
import { workOn, type CaseWork } from '../cases/case-work.ts';
import type { Office } from '../office.ts';

const PURPOSE = 'oldAge.clarification';

/** Where in a request each field stands. */
const POINTERS = {
  name: '/content/person/names',
  birthDate: '/content/person/birthDate',
  sex: '/content/person/sex',
  identifiers: '/content/person/identifiers',
} as const satisfies Record<OutgoingQuestion['fields'][number], string>;

/** Sends the question about the newest request of the other state; without one there is nothing to ask about. */
export async function askPartner(
  office: Office,
  tx: Tx,
  { caseId, fields, question, by }: OutgoingQuestion,
): Promise<Result<{ readonly documentId: string }, Refusal>> {
  const row = await lockCase(tx, caseId);
  if (row === undefined) return refuse({ code: 'business/not-found' });
  const request = (await documentsOf(tx, caseId)).findLast(
    ({ type, direction }) => type === 'PeriodRequest' && direction === 'received',
  );
  if (request === undefined) {
    return refuse({
      code: 'business/action-not-allowed',
      detail: 'the other state has not asked about this person; there is nobody to ask',
    });
  }
  const work = workOn(office, tx, row, by);
  const documentId = await work.send({
    document: {
      type: 'clarify',
      content: {
        target: { documentId: request.document_id, version: request.version },
        pointers: fields.map((field) => POINTERS[field]),
        question,
      },
      inReplyTo: request.document_id,
    },
    purpose: PURPOSE,
  });
  await work.event('partnerAsked', { to: office.self.partner.country });
  await work.audited('partner.asked', { documentId });
  await work.settle();
  return ok({ documentId });
}

/** The other state asks: a clerk answers. */
export async function receiveQuestion(
  work: CaseWork,
  received: Received<DocumentContents['clarify']>,
): Promise<Result<Handled, readonly RuleViolation[]>> {
  const { question, pointers = [] } = received.content;
  await work.keepReceived(received);
  const fields = Object.entries(POINTERS).flatMap(([field, pointer]) =>
    pointers.includes(pointer) ? [field] : [],
  );
  await work.event('partnerAsks', { from: work.office.self.partner.country });
  await work.openTask({
    kind: 'partnerQuestion',
    reason: { code: 'partnerAsks', values: { question, fields: fields.join(',') } },
  });
  await work.audited('partnerQuestion.received', { transmissionId: received.transmissionId });
  return ok({ usedIn: [work.row.case_id] });
}

/** Sends what the clerk wrote as the answer to every question that waits for one. */
export async function answerQuestions(work: CaseWork, answer: string): Promise<void> {
  const documents = await documentsOf(work.tx, work.row.case_id);
  const answered = new Set(
    documents.flatMap(({ type, direction, in_reply_to }) =>
      type === 'clarify.answer' && direction === 'sent' ? [in_reply_to] : [],
    ),
  );
  for (const { type, direction, document_id, version } of documents) {
    if (type !== 'clarify' || direction !== 'received' || answered.has(document_id)) continue;
    const sent = await work.send({
      document: {
        type: 'clarify.answer',
        content: { target: { documentId: document_id, version }, answer },
        inReplyTo: document_id,
      },
      purpose: PURPOSE,
    });
    await work.event('partnerAnswered', { to: work.office.self.partner.country });
    await work.audited('partnerQuestion.answered', { documentId: sent });
  }
}

/** The answer goes to the review that asked. */
export async function receiveAnswer(
  work: CaseWork,
  received: Received<DocumentContents['clarify.answer']>,
): Promise<Result<Handled, readonly RuleViolation[]>> {
  const { answer, target } = received.content;
  await work.keepReceived(received);
  const documentId = received.envelope.document.inReplyTo ?? target?.documentId ?? '';
  await work.office.persons.takeAnswer(work.tx, { documentId, answer, at: received.receivedAt });
  await work.event('partnerAnswerReceived', { from: work.office.self.partner.country });
  await work.audited('partnerAnswer.received', { transmissionId: received.transmissionId });
  return ok({ usedIn: [work.row.case_id] });
}
