/** A draft out of a record: the assessment under this state's law, and what it means as a decision. Pure. */
import { day, ok, parseDay, refuse, type Day, type Result } from '@urtuu/kernel';
import { assess, faultsOfAssumptions, type Assessment, type InsuranceRecord, type LawCode } from '@urtuu/law';
import type { ProblemItem } from '@urtuu/platform/contract';
import type { DecisionOptions } from '../tables.ts';
import type { Appeal, Country, DecisionResult } from '../terms.ts';

export interface DraftInput {
  readonly record: InsuranceRecord;
  readonly country: Country;
  /** the day from which the claim asks, or on which it was filed */
  readonly claimedFrom: string;
  readonly options: DecisionOptions;
}

export interface Draft {
  readonly assessment: Assessment;
  readonly result: DecisionResult;
  readonly effectiveFrom: string | null;
}

/** Flag of the law room: the day on which the agreement enters into force, unknown unless assumed. */
export const IN_FORCE_FLAG = 'kzmn.inForceFrom';

/** The rules of appeal have not been read for either state: no deadline, no article, and the letter says so. */
export const UNSOURCED_APPEAL: Appeal = { deadlineDays: null, body: 'needs citation', article: null };

export function draftDecision(input: DraftInput): Result<Draft, readonly ProblemItem[]> {
  const { options } = input;
  const faults: ProblemItem[] = [];
  const on = readDay(options.on ?? input.claimedFrom, '/on', faults);
  if (options.assumeInForceFrom !== undefined)
    readDay(options.assumeInForceFrom, '/assumeInForceFrom', faults);
  const assume = assumptionsOf(options);
  faults.push(
    ...faultsOfAssumptions(assume).map(({ pointer, code, detail }) => ({
      pointer: pointer.replace(`/${IN_FORCE_FLAG}`, '') === '' ? '/assumeInForceFrom' : `/assume${pointer}`,
      code,
      detail,
    })),
  );
  if (on === undefined || faults.length > 0) return refuse(faults);
  const assessment = assess(input.record, {
    law: LAW_OF[input.country],
    treaty: 'kz-mn',
    on,
    assume,
    explain: 'full',
  });
  return ok({
    assessment,
    result: RESULTS[assessment.outcome],
    effectiveFrom: effectiveFrom(assessment),
  });
}

export const LAW_OF = { KZ: 'kz', MN: 'mn' } as const satisfies Record<Country, LawCode>;

const RESULTS = {
  eligible: 'granted',
  notEligible: 'refused',
  undetermined: 'undetermined',
} as const satisfies Record<Assessment['outcome'], DecisionResult>;

/** The answers to open questions that the drafter chose. */
export function assumptionsOf(options: DecisionOptions): Record<string, string> {
  const inForce = options.assumeInForceFrom;
  return { ...options.assume, ...(inForce === undefined ? {} : { [IN_FORCE_FLAG]: inForce }) };
}

function readDay(text: string, pointer: string, faults: ProblemItem[]): Day | undefined {
  const parsed = parseDay(text);
  if (parsed.ok) return parsed.value;
  faults.push({ pointer, code: 'impossible-date', detail: `${text} is not a day of the calendar` });
  return undefined;
}

/** The first day on which any component is due. */
function effectiveFrom(assessment: Assessment): string | null {
  const days = assessment.components.flatMap(({ from }) => (from === undefined ? [] : [day(from)]));
  const first = days.toSorted((a, b) => a - b)[0];
  const found = assessment.components.find(({ from }) => from !== undefined && day(from) === first);
  return found?.from ?? null;
}
