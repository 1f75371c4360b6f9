/** The periods of a case as the chart of both states shows them: every day of each with its fate and the rule. */
import type { RecordPeriod, TimelineRun } from '@urtuu/law';
import type { CasePeriod, PeriodSource } from '../terms.ts';
import type { Assembly, AssemblyInput } from './assemble-record.ts';

/** Rule id of days that gave way in the assembly; its text is in messages/ under `run.<id>`. */
export const YIELDED_RULE = 'certifiedBeatsClaimed';

/**
 * Each period as its source states it, with the runs of the assessment laid back onto it.
 * @param timeline day-exact trace of the assessment of `assembly.record`; empty where nothing was assessed
 */
export function casePeriods(
  input: AssemblyInput,
  assembly: Assembly,
  timeline: readonly TimelineRun[],
): CasePeriod[] {
  const runs = runsByOrigin(assembly, timeline);
  const stated = (source: PeriodSource, periods: readonly RecordPeriod[] | undefined): CasePeriod[] =>
    (periods ?? []).map((period) => ({
      periodId: period.id,
      country: period.country,
      from: period.from,
      to: period.to,
      type: period.type,
      certainty: period.certainty,
      source,
      ...(period.employer === undefined ? {} : { employer: period.employer }),
      evidence: period.evidence.map(({ kind, ref }) => (ref === undefined ? { kind } : { kind, ref })),
      runs: (runs.get(originKey(source, period.id)) ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    }));
  return [
    ...stated('ownRegister', input.own?.periods),
    ...stated('partner', input.partner?.periods),
    ...stated('claimant', input.claimed.periods),
  ];
}

type Run = CasePeriod['runs'][number];

function runsByOrigin(assembly: Assembly, timeline: readonly TimelineRun[]): Map<string, Run[]> {
  const runs = new Map<string, Run[]>();
  const add = (key: string, run: Run): void => {
    runs.set(key, [...(runs.get(key) ?? []), run]);
  };
  for (const { periodId, from, to, counted, rule } of timeline) {
    const origin = assembly.origins.get(periodId);
    if (origin !== undefined) add(originKey(origin.source, origin.periodId), { from, to, counted, rule });
  }
  for (const { periodId, from, to } of assembly.yielded) {
    add(originKey('claimant', periodId), { from, to, counted: false, rule: YIELDED_RULE });
  }
  return runs;
}

function originKey(source: PeriodSource, periodId: string): string {
  return `${source} ${periodId}`;
}
