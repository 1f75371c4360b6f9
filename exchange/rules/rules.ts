/**
 * Business rules of documents: what a schema cannot say. Each has a stable id, a pointer and a text in five languages
 * (`rule.<id>` in the messages). An error rejects the document by an L2 receipt; a warning travels with acceptance.
 */
import type { Json } from '@urtuu/kernel';
import type {
  DecisionNotice,
  DocumentContents,
  DocumentType,
  OldAgeClaim,
  PeriodCertificate,
  PeriodRequest,
} from '../documents/types.ts';
import { brokenAnywhere } from './everywhere.ts';
import { violation, type RuleViolation } from './rule.ts';

export { RULES, violation, type RuleId, type RuleViolation } from './rule.ts';

/** What the rules need to know of the envelope. */
export interface RuleContext {
  /** `times.claimDate` of the envelope */
  readonly claimDate?: string;
}

/** Rules of one type, beyond those that hold everywhere. */
type Rules = {
  readonly [T in DocumentType]?: (content: DocumentContents[T], context: RuleContext) => RuleViolation[];
};

const RULES_OF: Rules = {
  PeriodRequest: claimRules,
  PeriodCertificate: certificateRules,
  Decision: decisionRules,
  'Claim.oldAge': claimRules,
};

/** All rules of a type over content that its schema has passed. */
export function brokenRules<T extends DocumentType>(
  type: T,
  content: DocumentContents[T],
  context: RuleContext,
): RuleViolation[] {
  const own = RULES_OF[type]?.(content, context) ?? [];
  // Content is JSON: it came as such, and what we send is made of nothing else.
  return [...own, ...brokenAnywhere(content as unknown as Json, '/content')];
}

/** The filing date is one: in the envelope, where routers protect it, and in the content, where the law reads it. */
function claimRules(content: PeriodRequest | OldAgeClaim, context: RuleContext): RuleViolation[] {
  const differs = context.claimDate !== undefined && context.claimDate !== content.claim.claimDate;
  return differs ? [violation('claim-date-differs', '/content/claim/claimDate')] : [];
}

function certificateRules(content: PeriodCertificate): RuleViolation[] {
  const none = content.periods.length === 0;
  return [
    ...(content.anyPeriods === none ? [violation('periods-stated-wrongly', '/content/anyPeriods')] : []),
    ...(none && content.noPeriodsReason === undefined
      ? [violation('no-periods-reason-missing', '/content/noPeriodsReason')]
      : []),
  ];
}

function decisionRules(content: DecisionNotice): RuleViolation[] {
  const undated = content.result === 'granted' && content.effectiveFrom === undefined;
  const unreasoned = content.result === 'refused' && content.refusalReasons.length === 0;
  return [
    ...(undated ? [violation('granted-without-date', '/content/effectiveFrom')] : []),
    ...(unreasoned ? [violation('refused-without-reason', '/content/refusalReasons')] : []),
  ];
}
