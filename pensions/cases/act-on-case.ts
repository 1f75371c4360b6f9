/** An action of a clerk or supervisor on one case: the version seen, the actions allowed, the work, all or nothing. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { refusable, type Principal } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { CaseView } from '../contract.ts';
import type { Office } from '../office.ts';
import { allowedActions, type CaseActionCode } from './allowed-actions.ts';
import { lockCase, staleRefusal } from './case-store.ts';
import { caseFacts, caseView } from './case-view.ts';
import { workOn, type CaseWork } from './case-work.ts';

export interface Action {
  readonly caseId: string;
  /** version the user saw */
  readonly ifMatch: string;
  readonly action: CaseActionCode;
  readonly principal: Principal;
}

/** A decision weighs all facts, so whoever draws or approves one has seen them; asking and forwarding do not. */
const RESTS_ON = {
  requestPeriods: 'work',
  forwardClaim: 'work',
  drawDecision: 'facts',
  approveDecision: 'facts',
  returnDecision: 'work',
} as const satisfies Record<CaseActionCode, 'work' | 'facts'>;

export async function actOnCase(
  office: Office,
  { caseId, ifMatch, action, principal }: Action,
  act: (work: CaseWork) => Promise<Result<unknown, Refusal>>,
): Promise<Result<CaseView, Refusal>> {
  return refusable(office, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) return refuse({ code: 'business/not-found' });
    const stale = staleRefusal(row, ifMatch, RESTS_ON[action]);
    if (stale !== undefined) return refuse(stale);
    const allowed = allowedActions(row, await caseFacts(office, tx, row), principal);
    const wanted = allowed.find((entry) => entry.action === action);
    if (wanted?.allowed !== true) {
      return refuse({
        code: 'business/action-not-allowed',
        detail: `${action} is not possible: ${wanted?.reason ?? 'unknown action'}`,
        extra: { currentState: row.state, reason: wanted?.reason ?? '', allowedActions: allowed },
      });
    }
    const work = workOn(office, tx, row, { subject: principal.subject, name: principal.name });
    const acted = await act(work);
    if (!acted.ok) return acted;
    await work.settle();
    return ok(await caseView(office, tx, caseId, principal));
  });
}
