/** The other state's certificate arrives: its periods enter the record of the case, and the decision can be drawn up. */
import { ok, type Result } from '@urtuu/kernel';
import type { Handled, PeriodCertificate, Received, RuleViolation } from '@urtuu/exchange';
import type { CaseWork } from '../cases/case-work.ts';
import { annulDraft } from '../decision/annul-draft.ts';
import { reportDeath } from '../register/report-death.ts';

export async function receiveCertificate(
  work: CaseWork,
  received: Received<PeriodCertificate>,
): Promise<Result<Handled, readonly RuleViolation[]>> {
  const { content } = received;
  const from = work.office.self.partner.country;
  await work.keepReceived(received);
  if (content.anyPeriods) {
    await work.event('certificateReceived', { from, periods: String(content.periods.length) });
  } else {
    await work.event('certificateEmpty', { from, reason: content.noPeriodsReason?.code ?? '' });
  }
  await work.audited('certificate.received', { transmissionId: received.transmissionId });
  if (content.deathDate !== undefined) {
    await reportDeath(work, { date: content.deathDate, source: 'partner', evidence: [] });
  }
  // A decided case keeps the certificate and its state; whether to reopen it is a human's decision.
  const stepped = await work.step('receiveCertificate');
  if (stepped.ok && stepped.value.state === 'inDecision') {
    await annulDraft(work);
    await work.openTask({ kind: 'drawDecision', reason: { code: 'periodsComplete', values: {} } });
  }
  return ok({ usedIn: [work.row.case_id] });
}
