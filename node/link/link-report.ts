import type { Evaluation } from '@urtuu/identity';

/** What one run of `urtuu link` came to, as `--json` prints it. */
export interface LinkReport {
  readonly settings: string;
  readonly records: readonly number[];
  readonly fieldsWithoutColumn: readonly string[];
  /** warnings of records by code; `--warnings` writes them out */
  readonly warnings: Readonly<Record<string, number>>;
  readonly unevenRows: number;
  /** blocks too large to compare within, by rule */
  readonly cut: readonly { readonly rule: string; readonly blocks: number; readonly records: number }[];
  readonly compared: number;
  readonly lambda: number;
  readonly links: Readonly<Record<'automatic' | 'review' | 'search', number>>;
  readonly clusters: { readonly count: number; readonly largest: number; readonly chains: number };
  readonly seconds: number;
  readonly threads: number;
  /** while comparing, not while reading */
  readonly pairsPerSecondPerThread: number;
  readonly evaluation?: Evaluation;
}

/** The report for a reader. */
export function reportLines(report: LinkReport): string[] {
  const { records, links, clusters, compared, cut, warnings, evaluation } = report;
  return [
    `${records.map(grouped).join(' and ')} records by ${report.settings}, ${grouped(compared)} pairs compared in ${report.seconds.toFixed(1)} s (${grouped(report.pairsPerSecondPerThread)} a second and thread, ${report.threads} threads)`,
    `links: ${grouped(links.automatic)} without a human, ${grouped(links.review)} for review, ${grouped(links.search)} for search only`,
    `clusters: ${grouped(clusters.count)}, the largest of ${clusters.largest} records, ${grouped(clusters.chains)} held by a chain`,
    `prior: one pair in ${grouped(Math.round(1 / report.lambda))}`,
    ...(report.fieldsWithoutColumn.length === 0
      ? []
      : [`no column for: ${report.fieldsWithoutColumn.join(', ')}`]),
    ...Object.entries(warnings).map(([code, count]) => `warning ${code}: ${grouped(count)} records`),
    ...(report.unevenRows === 0
      ? []
      : [`rows of another length than the header: ${grouped(report.unevenRows)}`]),
    ...cut.map(
      ({ rule, blocks, records }) =>
        `not compared within ${grouped(blocks)} blocks of ${grouped(records)} records: ${rule}`,
    ),
    ...(evaluation === undefined ? [] : ['', ...evaluationLines(evaluation)]),
  ];
}

export function evaluationLines({
  truePairs,
  best,
  byThreshold,
  calibration,
  byGroup,
}: Evaluation): string[] {
  return [
    `against the labels: ${grouped(truePairs)} true pairs; best F1 ${four(best.f1)} at ${four(best.threshold)} (precision ${four(best.precision)}, recall ${four(best.recall)})`,
    '',
    '  at or above   precision   recall      F1        right     wrong',
    ...byThreshold.map(
      ({ threshold, precision, recall, f1, right, wrong }) =>
        `  ${String(threshold).padEnd(13)} ${four(precision).padEnd(11)} ${four(recall).padEnd(11)} ${four(f1).padEnd(9)} ${grouped(right).padStart(8)} ${grouped(wrong).padStart(9)}`,
    ),
    '',
    '  probability   pairs       given     true',
    ...calibration.map(
      ({ from, to, pairs, given, observed }) =>
        `  ${`${from}–${to}`.padEnd(13)} ${grouped(pairs).padEnd(11)} ${given.toFixed(3).padEnd(9)} ${pairs === 0 ? '–' : observed.toFixed(3)}`,
    ),
    ...(byGroup.length === 0
      ? []
      : [
          '',
          '  group           true pairs  missed    wrong',
          ...byGroup.map(
            ({ group, truePairs, missed, wrong }) =>
              `  ${(group || '(none)').padEnd(15)} ${grouped(truePairs).padEnd(11)} ${four(missed).padEnd(9)} ${four(wrong)}`,
          ),
        ]),
  ];
}

function four(share: number): string {
  return share.toFixed(4);
}

function grouped(value: number): string {
  return value.toLocaleString('en-GB');
}
