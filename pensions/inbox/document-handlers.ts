/** What this room does with each document that comes; each runs in the exchange's inbox transaction. */
import { ok } from '@urtuu/kernel';
import { DOCUMENT_TYPES, type DocumentHandler, type DocumentHandlers } from '@urtuu/exchange';
import { receiveDecision } from '../decision/receive-decision.ts';
import type { Office } from '../office.ts';
import { receiveDocument } from '../documents/receive-document.ts';
import { isWrittenByHand } from '../documents/writable.ts';
import { reportDeath } from '../register/report-death.ts';
import { receiveAnswer, receiveQuestion } from './partner-question.ts';
import { receiveCertificate } from './receive-certificate.ts';
import { receiveClaim } from './receive-claim.ts';
import { caseOf, receiveRequest } from './receive-request.ts';

export function documentHandlers(office: Office): DocumentHandlers {
  return {
    ...writtenByHand(office),
    PeriodRequest: (tx, received) => receiveRequest(office, tx, received),
    'Claim.oldAge': (tx, received) => receiveClaim(office, tx, received),
    async PeriodCertificate(tx, received) {
      const work = await caseOf(office, tx, received.envelope);
      if (!work.ok) return work;
      const handled = await receiveCertificate(work.value, received);
      await work.value.settle();
      return handled;
    },
    async Decision(tx, received) {
      const work = await caseOf(office, tx, received.envelope);
      if (!work.ok) return work;
      const handled = await receiveDecision(work.value, received);
      await work.value.settle();
      return handled;
    },
    async clarify(tx, received) {
      const work = await caseOf(office, tx, received.envelope);
      if (!work.ok) return work;
      const handled = await receiveQuestion(work.value, received);
      await work.value.settle();
      return handled;
    },
    async 'clarify.answer'(tx, received) {
      const work = await caseOf(office, tx, received.envelope);
      if (!work.ok) return work;
      const handled = await receiveAnswer(work.value, received);
      await work.value.settle();
      return handled;
    },
    async VitalEvent(tx, received) {
      const work = await caseOf(office, tx, received.envelope);
      if (!work.ok) return work;
      await work.value.keepReceived(received);
      const { date, evidence } = received.content;
      await reportDeath(work.value, { date, source: 'partner', evidence });
      await work.value.settle();
      return ok({ usedIn: [work.value.row.case_id] });
    },
  };
}

function writtenByHand(office: Office): DocumentHandlers {
  const take: DocumentHandler = (tx, received) => receiveDocument(office, tx, received);
  return Object.fromEntries(DOCUMENT_TYPES.filter(isWrittenByHand).map((type) => [type, take]));
}
