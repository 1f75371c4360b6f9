/** A decision as the other state reads it, and back. The whole assessment travels, so that it can be explained there. */
import { isJsonObject, type JsonObject } from '@urtuu/kernel';
import type { DecisionNotice } from '@urtuu/exchange';
import type { Assessment, ComponentCode, LawCode, Outcome } from '@urtuu/law';
import { failedRules } from '../decision/failed-rules.ts';
import type { PeriodOrigin } from '../record/assemble-record.ts';
import type { Appeal, DecisionResult } from '../terms.ts';

export interface NoticeInput {
  readonly decisionId: string;
  readonly country: string;
  readonly institutionId: string;
  readonly result: DecisionResult;
  readonly effectiveFrom: string | null;
  readonly decidedOn: string;
  readonly assessment: Assessment;
  readonly appeal: Appeal;
  /** ids of the assembled record → ids in the source's own document */
  readonly origins: ReadonlyMap<string, PeriodOrigin>;
}

/** Member of `ext` that carries the assessment without its findings, which are the notice's explanation. */
const ASSESSMENT_MEMBER = 'urtuu:assessment';

export function decisionNotice(input: NoticeInput): DecisionNotice {
  const { findings, ...assessment } = input.assessment;
  const counted = assessment.record.timeline.filter((run) => run.counted).map((run) => run.periodId);
  const used = new Set(counted.map((id) => input.origins.get(id)?.periodId ?? id));
  return {
    decisionId: input.decisionId,
    country: input.country,
    institutionId: input.institutionId,
    law: assessment.law,
    result: input.result,
    ...(input.effectiveFrom === null ? {} : { effectiveFrom: input.effectiveFrom }),
    decidedOn: input.decidedOn,
    simulation: assessment.simulation,
    components: assessment.components.map(({ component, outcome, amount, currency, from }) => ({
      component,
      outcome,
      currency,
      ...(amount === undefined ? {} : { amount }),
      ...(from === undefined ? {} : { from }),
    })),
    ...(assessment.total === undefined ? {} : { total: assessment.total }),
    periodsUsed: [...used],
    refusalReasons: refusalReasons(input),
    appeal: input.appeal,
    explanation: findings === undefined ? null : asJson(findings),
    flags: [...new Set(assessment.flags.map((used) => used.flag))],
    ext: { [ASSESSMENT_MEMBER]: asJson(assessment) },
  };
}

/** What is missing, or the rules that were not met. A refusal always names one. */
function refusalReasons({ result, assessment }: NoticeInput): DecisionNotice['refusalReasons'] {
  const missing = assessment.missing.map(({ fact, why }) => ({ code: fact, text: why }));
  if (result !== 'refused') return missing;
  const failed = failedRules(assessment.findings).map((rule) => ({ code: rule, text: rule }));
  return failed.length > 0 ? failed : [{ code: 'notEligible', text: 'not eligible' }];
}

/** The assessment behind a notice: whole where the sender is an Urtuu node, else what the notice itself says. */
export function assessmentOfNotice(notice: DecisionNotice): Assessment {
  const carried = notice.ext?.[ASSESSMENT_MEMBER];
  const findings = notice.explanation === null ? {} : { findings: notice.explanation };
  // Parsed boundary: both members were written by `decisionNotice` from an Assessment and passed the document's schema.
  if (isJsonObject(carried)) return { ...carried, ...findings } as unknown as Assessment;
  return { ...bareAssessment(notice), ...findings } as Assessment;
}

function bareAssessment(notice: DecisionNotice): Omit<Assessment, 'findings'> {
  const law: LawCode = notice.law === 'mn' ? 'mn' : 'kz';
  const currency = law === 'mn' ? 'MNT' : 'KZT';
  const on = notice.effectiveFrom ?? notice.decidedOn;
  return {
    law,
    benefit: 'oldAge',
    on,
    payOn: on,
    outcome: OUTCOMES[notice.result],
    missing: notice.refusalReasons.map(({ code, text }) => ({ fact: code, why: text })),
    components: notice.components.flatMap(({ component, outcome, amount, from }) => {
      const known = COMPONENTS.find((code) => code === component);
      if (known === undefined) return [];
      return [
        {
          component: known,
          outcome: ASSESSMENT_OUTCOMES.find((code) => code === outcome) ?? 'undetermined',
          currency,
          ...(amount === undefined ? {} : { amount }),
          ...(from === undefined ? {} : { from }),
        },
      ];
    }),
    ...(notice.total === undefined ? {} : { total: { amount: notice.total.amount, currency } }),
    simulation: notice.simulation,
    treaty: { asked: false, applied: false, reason: 'notAsked' },
    record: {
      totals: { counted: { days: 0, months: 0 }, byCountry: [], byKind: [], byBasis: [] },
      timeline: [],
    },
    parameters: [],
    flags: notice.flags.map((flag) => ({ flag, option: null, needsCitation: true })),
  };
}

const COMPONENTS = [
  'kz.base',
  'kz.solidarity',
  'mn.full',
  'mn.proportional',
] as const satisfies readonly ComponentCode[];
const ASSESSMENT_OUTCOMES = ['eligible', 'notEligible', 'undetermined'] as const satisfies readonly Outcome[];

const OUTCOMES = {
  granted: 'eligible',
  refused: 'notEligible',
  undetermined: 'undetermined',
} as const satisfies Record<DecisionResult, Outcome>;

/** Through JSON and back: members that are absent vanish, and nothing but JSON is left. */
function asJson(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
