import { addDays, formatDay } from '@urtuu/kernel';
import type { TimelineRun } from '../assessment.ts';
import type { SettledRecord } from '../coordination/settle.ts';
import { ONGOING } from './compile.ts';

/** The trace of days: every day of every period, as runs, with the rule that counted or dropped them. */
export function timelineOf({ counted, dropped }: SettledRecord): TimelineRun[] {
  const runs = [
    ...counted.map(({ period, from, to, rule, basis }) => ({
      start: from,
      run: { ...place(period, from, to), counted: true, rule, basis },
    })),
    // The future of a period that still lasts is not worth a line.
    ...dropped
      .filter(({ to }) => to < ONGOING)
      .map(({ period, from, to, rule, overlapsWith }) => ({
        start: from,
        run: {
          ...place(period, from, to),
          counted: false,
          rule,
          ...(overlapsWith === undefined ? {} : { overlapsWith: overlapsWith.id }),
        },
      })),
  ];
  return runs
    .sort(
      (a, b) =>
        a.start - b.start ||
        compareText(a.run.country, b.run.country) ||
        compareText(a.run.periodId, b.run.periodId),
    )
    .map(({ run }) => run);
}

type Settled = SettledRecord['counted'][number];

function place(
  period: Settled['period'],
  from: Settled['from'],
  to: Settled['to'],
): Pick<TimelineRun, 'from' | 'to' | 'country' | 'periodId'> {
  return {
    from: formatDay(from),
    to: formatDay(addDays(to, -1)),
    country: period.country,
    periodId: period.id,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
