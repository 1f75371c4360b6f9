/**
 * Business rules of documents: what a schema cannot say. Each has a stable id, a pointer and a text in five languages
 * (`rule.<id>` in the messages). An error rejects the document by an L2 receipt; a warning travels with acceptance.
 */
import { pointerTo } from '@urtuu/kernel';
import { isKnownCode } from '../documents/code-lists.ts';
import type {
  Code,
  DecisionNotice,
  DocumentContents,
  DocumentType,
  OldAgeClaim,
  PeriodCertificate,
  PeriodRequest,
  WirePeriod,
} from '../documents/types.ts';

/** Rule id → how much it weighs. */
export const RULES = {
  schema: 'error',
  'jws-invalid': 'error',
  'envelope-mismatch': 'error',
  'recipient-wrong': 'error',
  'profile-mismatch': 'error',
  'not-a-participant': 'error',
  'type-unknown': 'error',
  'document-reused': 'error',
  'role-may-not-send': 'error',
  'purpose-unknown': 'error',
  'person-beyond-purpose': 'warning',
  'code-unknown': 'warning',
  'claim-date-differs': 'error',
  'period-reversed': 'error',
  'period-twice': 'error',
  'periods-stated-wrongly': 'error',
  'no-periods-reason-missing': 'error',
  'window-reversed': 'error',
  'sum-differs': 'warning',
  'granted-without-date': 'error',
  'refused-without-reason': 'error',
  'discarded-by-operator': 'error',
} as const satisfies Record<string, 'error' | 'warning'>;
export type RuleId = keyof typeof RULES;

/** A rule that a document breaks. Handlers of other modules add ids of their own. */
export interface RuleViolation {
  readonly id: string;
  /** RFC 6901 pointer into the envelope */
  readonly pointer: string;
  readonly severity: 'error' | 'warning';
}

export function violation(id: RuleId, pointer: string): RuleViolation {
  return { id, pointer, severity: RULES[id] };
}

/** What the rules need to know of the envelope. */
export interface RuleContext {
  /** `times.claimDate` of the envelope */
  readonly claimDate?: string;
}

type Rules = {
  readonly [T in DocumentType]: (content: DocumentContents[T], context: RuleContext) => RuleViolation[];
};

const RULES_OF: Rules = {
  PeriodRequest: (content, context) => [...claimRules(content, context), ...requestRules(content)],
  PeriodCertificate: certificateRules,
  Decision: decisionRules,
  VitalEvent: () => [],
  'Claim.oldAge': (content, context) => [
    ...claimRules(content, context),
    ...periodRules(content.statement, '/content/statement'),
  ],
};

/** All rules of a type over content that its schema has passed. */
export function brokenRules<T extends DocumentType>(
  type: T,
  content: DocumentContents[T],
  context: RuleContext,
): RuleViolation[] {
  return RULES_OF[type](content, context);
}

/** The filing date is one: in the envelope, where routers protect it, and in the content, where the law reads it. */
function claimRules(content: PeriodRequest | OldAgeClaim, context: RuleContext): RuleViolation[] {
  const differs = context.claimDate !== undefined && context.claimDate !== content.claim.claimDate;
  return differs ? [violation('claim-date-differs', '/content/claim/claimDate')] : [];
}

function requestRules(content: PeriodRequest): RuleViolation[] {
  const { from, to } = content.window;
  const reversed = from !== undefined && to !== undefined && to < from;
  return [
    ...(reversed ? [violation('window-reversed', '/content/window')] : []),
    ...content.periodKinds.flatMap((code, index) =>
      codeRules(code, pointerTo('/content/periodKinds', index)),
    ),
  ];
}

function certificateRules(content: PeriodCertificate): RuleViolation[] {
  const none = content.periods.length === 0;
  return [
    ...codeRules(content.pensionKind, '/content/pensionKind'),
    ...(content.anyPeriods === none ? [violation('periods-stated-wrongly', '/content/anyPeriods')] : []),
    ...(none && content.noPeriodsReason === undefined
      ? [violation('no-periods-reason-missing', '/content/noPeriodsReason')]
      : []),
    ...periodRules(content.periods, '/content/periods'),
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

function periodRules(periods: readonly WirePeriod[], pointer: string): RuleViolation[] {
  const seen = new Set<string>();
  return periods.flatMap((period, index) => {
    const here = pointerTo(pointer, index);
    const twice = seen.has(period.periodId);
    seen.add(period.periodId);
    return [
      ...(period.to !== null && period.to < period.from ? [violation('period-reversed', `${here}/to`)] : []),
      ...(twice ? [violation('period-twice', `${here}/periodId`)] : []),
      ...(sumDiffers(period) ? [violation('sum-differs', `${here}/statedSum`)] : []),
      ...codeRules(period.type, `${here}/type`),
      ...codeRules(period.scheme, `${here}/scheme`),
    ];
  });
}

/** A stated sum in days alone is recomputed with both bounds counted; sums in months follow conventions we do not know. */
function sumDiffers(period: WirePeriod): boolean {
  const { statedSum, from, to } = period;
  if (statedSum?.days === undefined || to === null) return false;
  if (statedSum.years !== undefined || statedSum.months !== undefined || statedSum.weeks !== undefined)
    return false;
  return statedSum.days !== (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

function codeRules(code: Code, pointer: string): RuleViolation[] {
  return isKnownCode(code) ? [] : [violation('code-unknown', pointer)];
}
