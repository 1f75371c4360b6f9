import { formatDay } from '@urtuu/kernel';
import type { Earning, RecordPeriod } from '@urtuu/law';
import type { Doubt, FoldingStep } from '../register-port.ts';
import { firstDayOf, lastDayOf, monthIndex, type CalendarMonth } from './dates.ts';

/** One contribution row, read. Registers know months, not spells. */
export interface ContributionMonth {
  readonly at: CalendarMonth;
  /** identifies the employer within the register; empty where the row names none */
  readonly employerKey: string;
  readonly employer: string;
  readonly amount: string;
  readonly paid: boolean;
  readonly type: string;
  readonly scheme: string;
  readonly kind: RecordPeriod['kind'];
}

export interface MonthFolding {
  readonly country: 'MN' | 'KZ';
  readonly currency: 'MNT' | 'KZT';
  /** prefix of the period ids, e.g. `mn.501` */
  readonly idPrefix: string;
  readonly evidence: RecordPeriod['evidence'];
}

export interface FoldedMonths {
  readonly periods: readonly RecordPeriod[];
  readonly earnings: readonly Earning[];
  readonly doubts: readonly Doubt[];
  readonly trace: readonly FoldingStep[];
}

/**
 * Folds contribution months into periods: the unbroken runs of paid months with one employer and scheme. A missing or
 * unpaid month splits a run; an identical row counts once; two different rows of one month and employer both remain as
 * income and make a doubt. Order of the rows does not matter.
 */
export function foldContributionMonths(rows: readonly ContributionMonth[], how: MonthFolding): FoldedMonths {
  const doubts: Doubt[] = [];
  const trace: FoldingStep[] = [];
  const kept = withoutDuplicates(rows, doubts, trace);
  const ordered = [...kept].sort(byMonth);

  const runs: { readonly first: ContributionMonth; from: number; to: number }[] = [];
  const open = new Map<string, (typeof runs)[number]>();
  const unnamed: string[] = [];
  for (const row of ordered) {
    if (row.employerKey === '') unnamed.push(monthText(row.at));
    if (!row.paid) {
      trace.push({ code: 'unpaidMonth', values: { month: monthText(row.at), employer: row.employer } });
      continue;
    }
    const at = monthIndex(row.at);
    const key = `${row.employerKey}|${row.scheme}|${row.kind}|${row.type}`;
    const run = open.get(key);
    if (run !== undefined && at <= run.to + 1) {
      run.to = at;
    } else {
      const fresh = { first: row, from: at, to: at };
      open.set(key, fresh);
      runs.push(fresh);
    }
  }
  if (unnamed.length > 0) {
    doubts.push({
      code: 'contributionWithoutEmployer',
      values: { months: String(unnamed.length), first: unnamed[0] ?? '' },
    });
  }
  return {
    periods: runs.map((run, i) => ({
      id: `${how.idPrefix}.${i + 1}`,
      country: how.country,
      from: formatDay(firstDayOf(run.from)),
      to: formatDay(lastDayOf(run.to)),
      type: run.first.type,
      insured: true,
      scheme: run.first.scheme,
      ...(run.first.employer === '' ? {} : { employer: run.first.employer }),
      evidence: how.evidence,
      certainty: 'certified',
      precision: 'month',
      kind: run.first.kind,
    })),
    earnings: ordered.map((row) => ({
      country: how.country,
      year: row.at.year,
      month: row.at.month,
      amount: row.amount,
      currency: how.currency,
      ...(row.employer === '' ? {} : { employer: row.employer }),
      paid: row.paid,
    })),
    doubts,
    trace,
  };
}

function withoutDuplicates(
  rows: readonly ContributionMonth[],
  doubts: Doubt[],
  trace: FoldingStep[],
): ContributionMonth[] {
  const seen = new Map<string, ContributionMonth[]>();
  const kept: ContributionMonth[] = [];
  for (const row of rows) {
    const key = `${row.employerKey}|${row.scheme}|${monthText(row.at)}`;
    const earlier = seen.get(key) ?? [];
    const values = { month: monthText(row.at), employer: row.employer };
    if (earlier.some((other) => other.amount === row.amount && other.paid === row.paid)) {
      trace.push({ code: 'duplicateRow', values });
      continue;
    }
    if (earlier.length > 0) doubts.push({ code: 'monthReportedTwice', values });
    seen.set(key, [...earlier, row]);
    kept.push(row);
  }
  return kept;
}

function monthText(month: CalendarMonth): string {
  return `${month.year}-${String(month.month).padStart(2, '0')}`;
}

function byMonth(a: ContributionMonth, b: ContributionMonth): number {
  return (
    monthIndex(a.at) - monthIndex(b.at) ||
    compareText(a.employerKey, b.employerKey) ||
    compareText(a.scheme, b.scheme) ||
    compareText(a.amount, b.amount)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
