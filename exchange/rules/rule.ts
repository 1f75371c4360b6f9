/** The rules by name, and what one that is broken says. Its text in five languages is `rule.<id>` in the messages. */

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
  'case-type-unknown': 'error',
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
