/** Draws up a decision of this state for approval: assessed on the whole record of the case as it stands. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { jsonb } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { touchCase, claimOf } from '../cases/case-store.ts';
import type { CaseWork } from '../cases/case-work.ts';
import { caseRecord } from '../record/case-record.ts';
import type { DecisionOptions, PensionsTables } from '../tables.ts';
import { draftDecision, UNSOURCED_APPEAL } from './draft-decision.ts';

export async function drawDecision(
  work: CaseWork,
  options: DecisionOptions,
): Promise<Result<{ readonly decisionId: string }, Refusal>> {
  const { tx, office, row, actor, now } = work;
  const claim = await claimOf(tx, row.case_id);
  const { assembly } = await caseRecord(tx, row, office.self);
  const drafted = draftDecision({
    record: assembly.record,
    country: office.self.country,
    claimedFrom: claim.requested_from ?? claim.filed_on,
    options,
  });
  if (!drafted.ok) return refuse({ code: 'business/rule-failed', errors: drafted.error });
  const stepped = await work.step('drawDecision');
  if (!stepped.ok) return stepped;

  const { assessment, result, effectiveFrom } = drafted.value;
  const decisionId: string = office.newId<'Decision'>();
  await tx
    .tables<PensionsTables>()
    .insertInto('pensions_decision')
    .values({
      decision_id: decisionId,
      case_id: row.case_id,
      country: office.self.country,
      institution_id: office.self.institutionId,
      state: 'draft',
      result,
      effective_from: effectiveFrom,
      decided_on: null,
      drafted_by: actor.subject,
      drafted_by_name: actor.name,
      approved_by_name: null,
      simulation: assessment.simulation,
      assessment: jsonb(assessment),
      record: jsonb(assembly.record),
      options: jsonb(options),
      appeal: jsonb(UNSOURCED_APPEAL),
      created_at: now,
    })
    .execute();
  await touchCase(tx, row.case_id, now, { simulation: assessment.simulation });
  await work.settleTask('drawDecision', 'done', 'a decision was drawn up');
  await work.event('decisionDrawn', { result });
  await work.openTask({ kind: 'approveDecision', reason: { code: 'decisionDrawn', values: { result } } });
  await work.audited('decision.drawn', { decisionId, result, simulation: assessment.simulation });
  return ok({ decisionId });
}
