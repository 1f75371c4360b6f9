import type { AllowedAction, CaseState } from '../contract.ts';
import { CASE_ACTIONS, NO_FACTS, stepOf, type CaseFacts, type CaseRole } from './state-table.ts';

/** Every action with whether the case allows it now and, if not, why. What a user may do is a matter of roles elsewhere. */
export function allowedActions(
  at: { readonly role: CaseRole; readonly state: CaseState },
  facts: CaseFacts = NO_FACTS,
): AllowedAction[] {
  return CASE_ACTIONS.map((action) => {
    const found = stepOf(at, action, facts);
    return 'step' in found ? { action, allowed: true } : { action, allowed: false, reason: found.absent };
  });
}
