/** Where the bars of a waterfall stand: each begins where the one before ended, the last shows the sum. */
import type { EvidenceView } from '@urtuu/persons/contract';
import { scaleLinear } from 'd3-scale';

export type EvidenceBar = EvidenceView['bars'][number];

export interface WaterfallRow {
  /** undefined: the sum */
  readonly bar: EvidenceBar | undefined;
  readonly bits: number;
  /** left edge and width of the bar */
  readonly x: number;
  readonly width: number;
  /** where the running sum stands after it */
  readonly endX: number;
  /** top of the bar */
  readonly y: number;
  readonly labelY: number;
}

export interface WaterfallLayout {
  readonly width: number;
  readonly height: number;
  readonly barHeight: number;
  readonly rows: readonly WaterfallRow[];
  /** where no evidence for or against stands */
  readonly zeroX: number;
  /** right edge of the names, which stand before the bars; 0 where they stand above */
  readonly labelEnd: number;
}

const BAR = 16;
const GAP = 10;
const LINE = 18;
const LABELS = 190;
/** Room for the figure behind a bar. */
const FIGURE = 52;
/** Below this width a name stands above its bar. */
const NARROW = 460;

/** @param width of the drawing in pixels. What has no evidence gets no bar; the table names it. */
export function layOutWaterfall(evidence: EvidenceView, width: number): WaterfallLayout {
  const bars = evidence.bars.filter(({ level }) => level !== 'missing');
  const isNarrow = width < NARROW;
  const labelEnd = isNarrow ? 0 : LABELS;
  const sums: number[] = [0];
  for (const { bits } of bars) sums.push((sums.at(-1) ?? 0) + bits);
  const x = scaleLinear(
    [Math.min(...sums, evidence.score), Math.max(...sums, evidence.score, 1)],
    [labelEnd + FIGURE, Math.max(width - FIGURE, labelEnd + 2 * FIGURE)],
  );
  const step = BAR + GAP + (isNarrow ? LINE : 0);
  const rowOf = (bar: EvidenceBar | undefined, from: number, to: number, i: number): WaterfallRow => {
    const y = GAP / 2 + i * step + (isNarrow ? LINE : 0);
    return {
      bar,
      bits: bar === undefined ? evidence.score : bar.bits,
      x: Math.min(x(from), x(to)),
      width: Math.max(1, Math.abs(x(to) - x(from))),
      endX: x(to),
      y,
      labelY: isNarrow ? y - 5 : y + BAR - 4,
    };
  };
  const rows = bars.map((bar, i) => rowOf(bar, sums[i] ?? 0, sums[i + 1] ?? 0, i));
  rows.push(rowOf(undefined, 0, evidence.score, bars.length));
  return { width, height: rows.length * step + GAP, barHeight: BAR, rows, zeroX: x(0), labelEnd };
}
