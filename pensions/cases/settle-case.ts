/** The end of every change of a case: for whom it waits now, and its next version. */
import type { CaseState } from '@urtuu/exchange/contract';
import type { Tx } from '@urtuu/platform';
import type { PensionsTables } from '../tables.ts';
import type { CaseRole, TaskKind, WaitingFor } from '../terms.ts';
import { touchCase, type Grows } from './case-store.ts';

export interface CaseStanding {
  readonly role: CaseRole;
  readonly state: CaseState;
  readonly openTasks: readonly TaskKind[];
  /** the other state's decision is here */
  readonly partnerDecided: boolean;
}

export function waitingFor(standing: CaseStanding): WaitingFor {
  const { role, state, openTasks, partnerDecided } = standing;
  if (openTasks.includes('approveDecision')) return 'supervisor';
  if (openTasks.length > 0) return 'clerk';
  switch (state) {
    case 'awaitingCounterparty':
      return 'partner';
    case 'awaitingClaimant':
      return 'claimant';
    case 'decided':
      return role === 'owner' && !partnerDecided ? 'partner' : 'nobody';
    case 'closedLocal':
    case 'closedGlobal':
    case 'archived':
      return 'nobody';
    case 'draft':
    case 'opened':
    case 'inDecision':
    case 'suspended':
      return role === 'owner' ? 'clerk' : 'nobody';
  }
}

export async function settleCase(tx: Tx, caseId: string, now: Date, grows: Grows): Promise<void> {
  const db = tx.tables<PensionsTables>();
  const row = await db
    .selectFrom('pensions_case')
    .select(['role', 'state'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const tasks = await db
    .selectFrom('pensions_task')
    .select('kind')
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute();
  const received = await db
    .selectFrom('pensions_decision')
    .select('decision_id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'received')
    .limit(1)
    .execute();
  const openTasks = tasks.map((task) => task.kind);
  const standing = { ...row, openTasks, partnerDecided: received.length > 0 };
  await touchCase(tx, caseId, now, { waiting_for: waitingFor(standing) }, grows);
}
