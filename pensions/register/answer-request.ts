/** The answer to the other state's request: a certificate out of the register, sent where nothing is in doubt. */
import { documentsOf, registerAnswerOf } from '../cases/case-store.ts';
import type { CaseWork } from '../cases/case-work.ts';
import { pensionsMessages } from '../messages/index.ts';
import { registerSide } from '../record/case-record.ts';
import { periodCertificate, type NoPeriodsReason } from '../wire/period-certificate.ts';
import type { RegisterSide } from '../record/assemble-record.ts';

/** Sends the certificate if a request waits and the register's answer stands; does nothing otherwise. */
export async function answerRequest(work: CaseWork): Promise<void> {
  const answer = await registerAnswerOf(work.tx, work.row.case_id);
  if (answer === undefined || answer.accepted === null) return;
  const reason = answer.register_key === '' ? 'personNotSame' : 'nothingRecorded';
  const source = answer.rows.map(({ system, service, retrievedAt, rawDigest }) => ({
    system,
    service,
    retrievedAt,
    rawDigest,
  }));
  await sendCertificate(work, registerSide(answer, work.office.self.country), reason, source);
}

async function sendCertificate(
  work: CaseWork,
  side: RegisterSide,
  reason: NoPeriodsReason,
  source: readonly { system: string; service: string; retrievedAt: string; rawDigest: string }[],
): Promise<void> {
  const { office, row } = work;
  const request = await unansweredRequest(work);
  if (request === undefined) return;
  const text = pensionsMessages.en[`noPeriods.${reason}`] ?? reason;
  const documentId = await work.send({
    document: {
      type: 'PeriodCertificate',
      content: periodCertificate(side, { code: reason, text }),
      inReplyTo: request.documentId,
    },
    purpose: 'oldAge.periods',
    source,
  });
  const taken = { from: office.self.partner.institutionId, transmissionId: request.transmissionId };
  await office.exchange().markProcessed(work.tx, taken, [documentId]);
  await work.event('certificateSent', {
    to: office.self.partner.country,
    periods: String(side.periods.length),
  });
  await work.audited('certificate.sent', { documentId, periods: side.periods.length });
  const stepped = await work.step('sendCertificate');
  if (!stepped.ok) {
    // A case that is closed meanwhile still answers; its state is left as it is.
    office.logger.info({ caseId: row.case_id, state: row.state }, 'a certificate was sent in a closed case');
  }
}

/** The newest request of the other state that no certificate has answered. */
async function unansweredRequest({
  tx,
  row,
}: CaseWork): Promise<{ documentId: string; transmissionId: string } | undefined> {
  const documents = await documentsOf(tx, row.case_id);
  const certificates = documents.filter(
    (document) => document.type === 'PeriodCertificate' && document.direction === 'sent',
  );
  const answered = new Set(certificates.map((certificate) => certificate.in_reply_to));
  const request = documents.findLast(
    (document) => document.type === 'PeriodRequest' && document.direction === 'received',
  );
  if (request === undefined || request.transmission_id === null || answered.has(request.document_id)) {
    return undefined;
  }
  return { documentId: request.document_id, transmissionId: request.transmission_id };
}
