/** A draft whose facts have changed is not approved: it is annulled and the work begins anew. */
import { enqueue } from '@urtuu/platform';
import type { CaseWork } from '../cases/case-work.ts';
import type { PensionsTables } from '../tables.ts';
import { DRAW_OWN_DECISION } from './own-decision-job.ts';

export async function annulDraft(work: CaseWork): Promise<void> {
  const annulled = await work.tx
    .tables<PensionsTables>()
    .updateTable('pensions_decision')
    .set({ state: 'annulled' })
    .where('case_id', '=', work.row.case_id)
    .where('state', '=', 'draft')
    .returning('decision_id')
    .executeTakeFirst();
  if (annulled === undefined) return;
  await work.settleTask('approveDecision', 'done', 'the draft was annulled, because the facts have changed');
  await work.event('draftAnnulled');
  if (work.row.role === 'owner') {
    await work.openTask({ kind: 'drawDecision', reason: { code: 'factsChanged', values: {} } });
  } else {
    await enqueue(work.tx, DRAW_OWN_DECISION, { caseId: work.row.case_id });
  }
}
