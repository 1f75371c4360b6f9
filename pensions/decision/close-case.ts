/** A case ends when both states have decided and told each other. */
import { decisionsOf } from '../cases/case-store.ts';
import type { CaseWork } from '../cases/case-work.ts';

export async function closeIfBothDecided(work: CaseWork): Promise<void> {
  const decisions = await decisionsOf(work.tx, [work.row.case_id]);
  const states = decisions.map((decision) => decision.state);
  if (!states.includes('notified') || !states.includes('received')) return;
  for (const action of ['closeLocally', 'closeGlobally'] as const) {
    const stepped = await work.step(action);
    if (!stepped.ok) return;
  }
  await work.event('caseClosed');
}
