import type { MissingFact } from './assessment.ts';
import type { FindingOutcome } from './finding/finding.ts';

/** One condition of a benefit: met, not met, or not known for want of facts. */
export interface Condition {
  readonly state: 'holds' | 'fails' | 'unknown';
  readonly missing: readonly MissingFact[];
}

const HOLDS: Condition = { state: 'holds', missing: [] };
const FAILS: Condition = { state: 'fails', missing: [] };

export function met(holds: boolean): Condition {
  return holds ? HOLDS : FAILS;
}

export function unknownFor(...missing: readonly MissingFact[]): Condition {
  return { state: 'unknown', missing };
}

/** Conditions that must all be met: one that is not decides, whatever else is unknown. */
export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.some(({ state }) => state === 'fails')) return FAILS;
  const missing = conditions.flatMap((condition) => condition.missing);
  return missing.length === 0 ? HOLDS : { state: 'unknown', missing };
}

/** How a finding shows it. */
export function findingOf({ state }: Condition): FindingOutcome {
  return state;
}
