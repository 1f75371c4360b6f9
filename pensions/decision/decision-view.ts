import type { DecisionView } from '../contract.ts';
import type { DecisionRow } from '../tables.ts';
import type { Self } from '../terms.ts';

/** A decision as it is shown: its amounts, its explanation, who drew it up and who approved it. */
export function decisionView(row: DecisionRow, self: Self): DecisionView {
  return {
    decisionId: row.decision_id,
    caseId: row.case_id,
    country: row.country === self.country ? self.country : self.partner.country,
    institution: row.institution_id,
    state: row.state,
    result: row.result,
    effectiveFrom: row.effective_from,
    decidedOn: row.decided_on,
    draftedBy: row.drafted_by_name,
    approvedBy: row.approved_by_name,
    simulation: row.simulation,
    assessment: row.assessment,
    appeal: row.appeal,
  };
}
