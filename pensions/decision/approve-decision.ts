/** Approval makes a draft a decision; the other state's notice leaves in the same transaction or not at all. */
import { formatDay, ok, refuse, type Result } from '@urtuu/kernel';
import type { Refusal } from '@urtuu/platform/contract';
import type { CaseWork } from '../cases/case-work.ts';
import { today } from '../office.ts';
import { caseRecord } from '../record/case-record.ts';
import type { DecisionRow, PensionsTables } from '../tables.ts';
import { decisionNotice } from '../wire/decision-notice.ts';
import { closeIfBothDecided } from './close-case.ts';

export async function approveDecision(work: CaseWork): Promise<Result<void, Refusal>> {
  const { tx, office, row, actor } = work;
  const draft = await draftOf(work);
  if (draft === undefined) throw new Error(`No draft waits in ${row.case_id}`);
  const stepped = await work.step('approveDecision');
  if (!stepped.ok) return stepped;
  const decidedOn = formatDay(today(office));
  await tx
    .tables<PensionsTables>()
    .updateTable('pensions_decision')
    .set({ state: 'notified', decided_on: decidedOn, approved_by_name: actor.name })
    .where('decision_id', '=', draft.decision_id)
    .execute();
  await work.settleTask('approveDecision', 'done', 'the decision was approved');
  await work.event('decisionApproved', { result: draft.result });
  await work.audited('decision.approved', { decisionId: draft.decision_id, result: draft.result });

  const { assembly } = await caseRecord(tx, row, office.self);
  await work.send({
    document: {
      type: 'Decision',
      content: decisionNotice({
        decisionId: draft.decision_id,
        country: draft.country,
        institutionId: draft.institution_id,
        result: draft.result,
        effectiveFrom: draft.effective_from,
        decidedOn,
        assessment: draft.assessment,
        appeal: draft.appeal,
        origins: assembly.origins,
      }),
    },
    purpose: 'oldAge.decision',
  });
  await work.event('decisionNotified', { to: office.self.partner.country });
  await closeIfBothDecided(work);
  return ok(undefined);
}

export async function returnDecision(work: CaseWork, reason: string): Promise<Result<void, Refusal>> {
  const draft = await draftOf(work);
  if (draft === undefined) return refuse({ code: 'business/action-not-allowed' });
  const stepped = await work.step('returnDecision');
  if (!stepped.ok) return stepped;
  await work.tx
    .tables<PensionsTables>()
    .updateTable('pensions_decision')
    .set({ state: 'annulled' })
    .where('decision_id', '=', draft.decision_id)
    .execute();
  await work.settleTask('approveDecision', 'done', reason);
  await work.event('decisionReturned', { reason });
  await work.openTask({ kind: 'drawDecision', reason: { code: 'decisionReturned', values: { reason } } });
  await work.audited('decision.returned', { decisionId: draft.decision_id });
  return ok(undefined);
}

async function draftOf({ tx, row }: CaseWork): Promise<DecisionRow | undefined> {
  return tx
    .tables<PensionsTables>()
    .selectFrom('pensions_decision')
    .selectAll()
    .where('case_id', '=', row.case_id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
}
