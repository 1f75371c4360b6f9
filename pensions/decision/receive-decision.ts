/** The other state's decision arrives: kept with its explanation, and this state's own work goes on. */
import { ok, type Result } from '@urtuu/kernel';
import type { DecisionNotice, Handled, Received, RuleViolation } from '@urtuu/exchange';
import { enqueue, jsonb } from '@urtuu/platform';
import { decisionsOf } from '../cases/case-store.ts';
import type { CaseWork } from '../cases/case-work.ts';
import type { PensionsTables } from '../tables.ts';
import { assessmentOfNotice } from '../wire/decision-notice.ts';
import { closeIfBothDecided } from './close-case.ts';
import { DRAW_OWN_DECISION } from './own-decision-job.ts';

export async function receiveDecision(
  work: CaseWork,
  received: Received<DecisionNotice>,
): Promise<Result<Handled, readonly RuleViolation[]>> {
  const { tx, row, now } = work;
  const notice = received.content;
  const known = (await decisionsOf(tx, [row.case_id])).some((decision) => decision.state === 'notified');
  await work.keepReceived(received);
  const decisionId: string = work.office.newId<'Decision'>();
  await tx
    .tables<PensionsTables>()
    .insertInto('pensions_decision')
    .values({
      decision_id: decisionId,
      case_id: row.case_id,
      country: notice.country,
      institution_id: notice.institutionId,
      state: 'received',
      result: notice.result,
      effective_from: notice.effectiveFrom ?? null,
      decided_on: notice.decidedOn,
      drafted_by: '',
      drafted_by_name: '',
      approved_by_name: null,
      simulation: notice.simulation,
      assessment: jsonb(assessmentOfNotice(notice)),
      record: null,
      options: jsonb({}),
      appeal: jsonb(notice.appeal),
      created_at: now,
    })
    .execute();
  await work.event('decisionReceived', { from: work.office.self.partner.country, result: notice.result });
  await work.audited('decision.received', { decisionId, result: notice.result });
  await work.step('receiveDecision');
  if (known) await closeIfBothDecided(work);
  else if (row.role === 'counterparty') {
    await enqueue(tx, DRAW_OWN_DECISION, { caseId: row.case_id });
  }
  return ok({ usedIn: [decisionId] });
}
