/**
 * The job that draws up this state's own decision once the other state has decided. The draft is the node's; a
 * supervisor approves it like any other.
 */
import { transaction, type JobTask } from '@urtuu/platform';
import { z } from 'zod';
import { decisionsOf, lockCase, registerAnswerOf } from '../cases/case-store.ts';
import { hasDraft, workOn } from '../cases/case-work.ts';
import { NODE_ITSELF, type Office } from '../office.ts';
import type { DecisionOptions, DecisionRow } from '../tables.ts';
import { drawDecision } from './draw-decision.ts';

export const DRAW_OWN_DECISION = 'pensions.draw-own-decision';

const payloadSchema = z.object({ caseId: z.uuid() });

export function drawOwnDecision(office: Office): JobTask {
  return async (payload) => {
    const { caseId } = payloadSchema.parse(payload);
    await transaction(office.database, async (tx) => {
      const row = await lockCase(tx, caseId);
      if (row === undefined || row.role !== 'counterparty') return;
      const decisions = await decisionsOf(tx, [caseId]);
      const notice = decisions.findLast((decision) => decision.state === 'received');
      const decided = decisions.some((decision) => decision.state === 'notified');
      // While a clerk looks at identity or evidence, the settling of the task enqueues this job again.
      const answer = await registerAnswerOf(tx, caseId);
      if (notice === undefined || decided || answer === undefined || answer.accepted === null) return;
      if (await hasDraft(tx, caseId)) return;
      const work = workOn(office, tx, row, NODE_ITSELF);
      const drawn = await drawDecision(work, optionsAfter(notice));
      if (!drawn.ok) {
        office.logger.warn({ caseId, code: drawn.error.code }, 'the own decision could not be drawn up');
        await work.openTask({ kind: 'drawDecision', reason: { code: 'periodsComplete', values: {} } });
      }
      await work.settle();
    });
  };
}

/** A what-if of the other state is answered by the same what-if. */
function optionsAfter({ simulation, assessment }: DecisionRow): DecisionOptions {
  const { inForceFrom } = assessment.treaty;
  return simulation && inForceFrom !== undefined ? { assumeInForceFrom: inForceFrom } : {};
}
