import type { Links } from './clusters.ts';
import { pairProbability, type LinkModel } from './model.ts';
import type { LinkTable } from './table.ts';

/** The person of each record, as labels tell: a number, or -1 where the labels are silent. */
export type Truth = Int32Array;

export interface Evaluation {
  /** pairs of one person that could have been found */
  readonly truePairs: number;
  readonly best: ThresholdFigures;
  readonly byThreshold: readonly ThresholdFigures[];
  /** What share of the pairs is true where the model gives this probability. */
  readonly calibration: readonly CalibrationBin[];
  readonly byGroup: readonly GroupFigures[];
}

export interface ThresholdFigures {
  readonly threshold: number;
  readonly right: number;
  readonly wrong: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** mean of the probabilities given */
  readonly given: number;
  /** share that is true */
  readonly observed: number;
}

export interface GroupFigures {
  readonly group: string;
  readonly truePairs: number;
  /** true pairs below the threshold, as a share of the group's */
  readonly missed: number;
  /** wrong pairs at or above it, as a share of the group's links */
  readonly wrong: number;
}

export const EVALUATED_THRESHOLDS = [0.01, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999] as const;

/**
 * Holds links against the truth. Pairs of records that the labels do not know stay out; pairs that were never
 * compared count as missed.
 * @param groups group of each record, such as the people a name is of, for errors side by side at `threshold`
 */
export function evaluate(
  table: LinkTable,
  links: Links,
  truth: Truth,
  model: LinkModel,
  {
    groups,
    threshold = 0.5,
  }: {
    readonly groups?: readonly string[] | undefined;
    readonly threshold?: number;
  } = {},
): Evaluation {
  const known = scored(links, truth, model);
  const truePairs = countTruePairs(table, truth, () => true);
  const byThreshold = EVALUATED_THRESHOLDS.map((each) => figuresAt(known, each, truePairs));
  return {
    truePairs,
    best: bestOf(known, truePairs),
    byThreshold,
    calibration: bins(known),
    byGroup: groups === undefined ? [] : figuresByGroup(table, known, truth, groups, threshold),
  };
}

interface KnownPair {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  readonly isTrue: boolean;
}

function scored({ a, b, score, siblingLike }: Links, truth: Truth, model: LinkModel): KnownPair[] {
  const pairs: KnownPair[] = [];
  for (let i = 0; i < score.length; i += 1) {
    const [x = 0, y = 0] = [a[i], b[i]];
    const [p = -1, q = -1] = [truth[x], truth[y]];
    if (p < 0 || q < 0) continue;
    const probability = pairProbability(model, score[i] ?? 0, siblingLike[i] === 1);
    pairs.push({ a: x, b: y, probability, isTrue: p === q });
  }
  return pairs.sort((x, y) => y.probability - x.probability);
}

function figuresAt(pairs: readonly KnownPair[], threshold: number, truePairs: number): ThresholdFigures {
  const linked = pairs.filter(({ probability }) => probability >= threshold);
  return figures(threshold, linked.filter(({ isTrue }) => isTrue).length, linked.length, truePairs);
}

function figures(threshold: number, right: number, linked: number, truePairs: number): ThresholdFigures {
  const precision = linked === 0 ? 1 : right / linked;
  const recall = truePairs === 0 ? 1 : right / truePairs;
  return {
    threshold,
    right,
    wrong: linked - right,
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function bestOf(pairs: readonly KnownPair[], truePairs: number): ThresholdFigures {
  let right = 0;
  let best = figures(1, 0, 0, truePairs);
  for (const [i, { probability, isTrue }] of pairs.entries()) {
    if (isTrue) right += 1;
    // Pairs of one probability are linked together or not at all.
    if (pairs[i + 1]?.probability === probability) continue;
    const here = figures(probability, right, i + 1, truePairs);
    if (here.f1 > best.f1) best = here;
  }
  return best;
}

const BIN_EDGES = [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 1.000001];

function bins(pairs: readonly KnownPair[]): CalibrationBin[] {
  return BIN_EDGES.slice(1).map((to, i) => {
    const from = BIN_EDGES[i] ?? 0;
    const inside = pairs.filter(({ probability }) => probability >= from && probability < to);
    const given = inside.reduce((sum, { probability }) => sum + probability, 0);
    return {
      from,
      to: Math.min(1, to),
      pairs: inside.length,
      given: inside.length === 0 ? 0 : given / inside.length,
      observed: inside.length === 0 ? 0 : inside.filter(({ isTrue }) => isTrue).length / inside.length,
    };
  });
}

function figuresByGroup(
  table: LinkTable,
  pairs: readonly KnownPair[],
  truth: Truth,
  groups: readonly string[],
  threshold: number,
): GroupFigures[] {
  const linked = pairs.filter(({ probability }) => probability >= threshold);
  return [...new Set(groups)].sort().map((group) => {
    const own = linked.filter(({ a, b }) => groups[a] === group || groups[b] === group);
    const right = own.filter(({ isTrue }) => isTrue).length;
    const truePairs = countTruePairs(table, truth, (record) => groups[record] === group);
    return {
      group,
      truePairs,
      missed: truePairs === 0 ? 0 : 1 - Math.min(right, truePairs) / truePairs,
      wrong: own.length === 0 ? 0 : (own.length - right) / own.length,
    };
  });
}

function countTruePairs(table: LinkTable, truth: Truth, isCounted: (record: number) => boolean): number {
  const counts = new Map<number, [number, number]>();
  for (const [record, person] of truth.entries()) {
    if (person < 0 || !isCounted(record)) continue;
    const count = counts.get(person) ?? [0, 0];
    count[table.source[record] === 1 ? 1 : 0] += 1;
    counts.set(person, count);
  }
  let pairs = 0;
  for (const [one, two] of counts.values()) {
    const all = one + two;
    pairs += table.sources === 2 ? one * two : (all * (all - 1)) / 2;
  }
  return pairs;
}
