import type { Evaluation } from './evaluate.ts';
import type { LinkModel } from './model.ts';
import type { Waterfall } from './scorer.ts';

/** Charts as SVG text, each with a title and a description that says the same in words. */

/** Precision and recall at every threshold that was evaluated. */
export function thresholdChart({ byThreshold, best }: Evaluation): string {
  const x = (i: number): number => LEFT + (i * (WIDTH - LEFT - RIGHT)) / Math.max(1, byThreshold.length - 1);
  const line = (name: 'precision' | 'recall' | 'f1', colour: string, at: number): string => {
    const points = byThreshold.map((each, i) => `${round(x(i))},${round(up(each[name]))}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>${text(WIDTH - RIGHT + 6, TOP + at * 18, name, colour)}`;
  };
  return svg(
    'Precision, recall and F1 by threshold',
    `Best F1 ${best.f1.toFixed(4)} at probability ${best.threshold.toFixed(4)}. ${byThreshold
      .map(
        ({ threshold, precision, recall }) =>
          `At ${threshold}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}.`,
      )
      .join(' ')}`,
    [
      ...gridLines(),
      ...byThreshold.map(({ threshold }, i) =>
        text(x(i), HEIGHT - BOTTOM + 18, String(threshold), INK, 'middle'),
      ),
      line('precision', '#1f5fbf', 1),
      line('recall', '#b3541e', 2),
      line('f1', '#3f7d20', 3),
    ],
  );
}

/** Probability given against share observed: on the diagonal the model means what it says. */
export function calibrationChart({ calibration }: Evaluation): string {
  const filled = calibration.filter(({ pairs }) => pairs > 0);
  return svg(
    'Probability given and share of pairs that is true',
    filled
      .map(
        ({ from, to, pairs, observed }) =>
          `Given ${from} to ${to}: ${pairs} pairs, ${(observed * 100).toFixed(1)} % true.`,
      )
      .join(' '),
    [
      ...gridLines(),
      `<line x1="${across(0)}" y1="${up(0)}" x2="${across(1)}" y2="${up(1)}" stroke="${FAINT}" stroke-dasharray="4 4"/>`,
      ...filled.map(
        ({ given, observed, pairs }) =>
          `<circle cx="${round(across(given))}" cy="${round(up(observed))}" r="${round(3 + Math.log10(pairs + 1) * 2)}" fill="#1f5fbf" fill-opacity="0.75"/>`,
      ),
      ...[0, 0.25, 0.5, 0.75, 1].map((share) =>
        text(across(share), HEIGHT - BOTTOM + 18, String(share), INK, 'middle'),
      ),
    ],
  );
}

/** Weight of every level: bits for one person to the right, against to the left. */
export function weightChart({ comparisons }: LinkModel): string {
  const rows = comparisons.flatMap(({ name, levels }) =>
    levels.map(({ test, m, u }) => ({ label: `${name}: ${test}`, bits: Math.log2(m / u) })),
  );
  return barChart('Weights of the comparison levels, in bits', rows);
}

/** Why a pair has its probability, bar by bar. */
export function waterfallChart({ bars, score, probability }: Waterfall): string {
  const rows = bars.map(({ name, kind, level, bits }) => ({
    label: kind === 'termFrequency' ? `${name}: frequency` : level === undefined ? name : `${name}: ${level}`,
    bits,
  }));
  return barChart(
    `Evidence of a pair: ${score.toFixed(1)} bits, probability ${probability.toFixed(4)}`,
    rows,
    'running',
  );
}

interface BarRow {
  readonly label: string;
  readonly bits: number;
}

function barChart(title: string, rows: readonly BarRow[], from: 'zero' | 'running' = 'zero'): string {
  let sum = 0;
  const spans = rows.map(({ bits }) => {
    const start = from === 'running' ? sum : 0;
    sum += bits;
    return { start, end: start + bits };
  });
  const low = Math.min(0, ...spans.map(({ start, end }) => Math.min(start, end)));
  const high = Math.max(1, ...spans.map(({ start, end }) => Math.max(start, end)));
  const labelWidth = 210;
  const x = (bits: number): number =>
    labelWidth + ((bits - low) / (high - low)) * (WIDTH - labelWidth - RIGHT);
  const height = TOP + rows.length * ROW + 20;
  return svg(
    title,
    rows.map(({ label, bits }) => `${label} ${bits.toFixed(2)} bits.`).join(' '),
    [
      `<line x1="${round(x(0))}" y1="${TOP - 6}" x2="${round(x(0))}" y2="${height - 14}" stroke="${FAINT}"/>`,
      ...rows.flatMap(({ label, bits }, i) => {
        const { start = 0, end = 0 } = spans[i] ?? {};
        const y = TOP + i * ROW;
        const left = Math.min(x(start), x(end));
        const colour = bits < 0 ? '#b3541e' : '#1f5fbf';
        return [
          text(labelWidth - 8, y + 11, label, INK, 'end'),
          `<rect x="${round(left)}" y="${y}" width="${round(Math.max(1, Math.abs(x(end) - x(start))))}" height="${ROW - 4}" fill="${colour}"/>`,
          text(Math.max(x(start), x(end)) + 4, y + 11, bits.toFixed(1), INK),
        ];
      }),
    ],
    height,
  );
}

const WIDTH = 720;
const HEIGHT = 360;
const LEFT = 48;
const RIGHT = 84;
const TOP = 44;
const BOTTOM = 40;
const ROW = 18;
const INK = '#222222';
const FAINT = '#c8c8c8';

/** Place of a share from 0 to 1 along the chart, and up it. */
function across(share: number): number {
  return LEFT + share * (WIDTH - LEFT - RIGHT);
}
function up(share: number): number {
  return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
}

function gridLines(): string[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<line x1="${LEFT}" y1="${round(up(share))}" x2="${WIDTH - RIGHT}" y2="${round(up(share))}" stroke="${FAINT}"/>`,
    text(LEFT - 6, up(share) + 4, String(share), INK, 'end'),
  ]);
}

function svg(title: string, description: string, parts: readonly string[], height = HEIGHT): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description" font-family="Noto Sans, Arial, sans-serif" font-size="12">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="22" fill="${INK}" font-size="14" font-weight="bold">${escaped(title)}</text>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function text(x: number, y: number, words: string, fill: string, anchor = 'start'): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
