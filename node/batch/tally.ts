import type { Assessment, InsuranceRecord, Outcome, TreatyReason } from '@urtuu/law';

/** Counts of a batch; counts of blocks add up to the counts of the whole. */
export interface Tally {
  /** rows that were assessed */
  assessed: number;
  /** rows with faults */
  refused: number;
  /** rows on which the program itself failed */
  failed: number;
  readonly outcomes: Record<Outcome, number>;
  /** of each outcome why: routes and components, missing facts, or what stands in the way */
  readonly reasons: Record<Outcome, Record<string, number>>;
  /** whether the agreement was applied and why not; empty where none was asked for */
  readonly treaty: Partial<Record<TreatyReason, number>>;
  /** faults by code, in rows */
  readonly faults: Record<string, number>;
  /** warnings by code, in rows */
  readonly warnings: Record<string, number>;
}

export function emptyTally(): Tally {
  return {
    assessed: 0,
    refused: 0,
    failed: 0,
    outcomes: { eligible: 0, notEligible: 0, undetermined: 0 },
    reasons: { eligible: {}, notEligible: {}, undetermined: {} },
    treaty: {},
    faults: {},
    warnings: {},
  };
}

export function countAssessment(tally: Tally, assessment: Assessment, record: InsuranceRecord): void {
  const { outcome, treaty } = assessment;
  tally.assessed += 1;
  tally.outcomes[outcome] += 1;
  for (const reason of new Set(reasonsOf(assessment, record))) count(tally.reasons[outcome], reason);
  if (treaty.asked) tally.treaty[treaty.reason] = (tally.treaty[treaty.reason] ?? 0) + 1;
}

/** Counts each code once for its row. */
export function countCodes(into: Record<string, number>, found: readonly { readonly code: string }[]): void {
  for (const code of new Set(found.map(({ code }) => code))) count(into, code);
}

export function addTally(sum: Tally, part: Tally): void {
  sum.assessed += part.assessed;
  sum.refused += part.refused;
  sum.failed += part.failed;
  for (const outcome of OUTCOMES) {
    sum.outcomes[outcome] += part.outcomes[outcome];
    addCounts(sum.reasons[outcome], part.reasons[outcome]);
  }
  addCounts(sum.treaty, part.treaty);
  addCounts(sum.faults, part.faults);
  addCounts(sum.warnings, part.warnings);
}

export const OUTCOMES = ['eligible', 'notEligible', 'undetermined'] as const satisfies readonly Outcome[];

function reasonsOf(assessment: Assessment, record: InsuranceRecord): string[] {
  switch (assessment.outcome) {
    case 'eligible':
      return assessment.components
        .filter(({ outcome }) => outcome === 'eligible')
        .map(({ component, route }) => route ?? component);
    case 'undetermined':
      return assessment.missing.map(({ fact }) => fact);
    case 'notEligible': {
      const { deathDate } = record.person;
      if (deathDate !== undefined && deathDate < assessment.on) return ['diedBefore'];
      return [assessment.nextEligible === undefined ? 'conditionsNotMet' : 'opensLater'];
    }
  }
}

function addCounts(sum: Record<string, number>, part: Readonly<Record<string, number>>): void {
  for (const [name, times] of Object.entries(part)) sum[name] = (sum[name] ?? 0) + times;
}

function count(into: Record<string, number>, name: string): void {
  into[name] = (into[name] ?? 0) + 1;
}
