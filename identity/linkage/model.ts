import type { ComparisonSettings, LinkSettings } from './settings.ts';

/** What training learnt, as it is stored with a version: enough to compute every probability again. */
export interface LinkModel {
  /** name and version of the settings it fits */
  readonly settings: string;
  /** chance that two records taken at random are of one person */
  readonly lambda: number;
  readonly comparisons: readonly ComparisonModel[];
  readonly calibration?: Calibrations | undefined;
}

export interface ComparisonModel {
  readonly name: string;
  readonly levels: readonly LevelModel[];
}

export interface LevelModel {
  readonly test: string;
  /** chance of the level among pairs of one person, of those with the same pair of scripts */
  readonly m: number;
  /** the same among pairs of two persons */
  readonly u: number;
}

/**
 * Two maps, because the weights take fields for independent and brothers share most of them: one for pairs in which
 * what tells brothers and twins apart agrees, one for pairs in which it does not.
 */
export interface Calibrations {
  readonly agreed: Calibration;
  readonly siblingLike: Calibration;
}

/** Score against probability, both rising; between two points the log-odds are a straight line. */
export interface Calibration {
  readonly scores: readonly number[];
  readonly probabilities: readonly number[];
  /** labelled pairs it rests on */
  readonly pairs: number;
}

export function versionOf({ name, version }: Pick<LinkSettings, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

/** Weight of each level in bits: log2(m/u); the first is that of no evidence, 0. */
export function weightsOf({ levels }: ComparisonModel): Float64Array {
  return Float64Array.from([0, ...levels.map(({ m, u }) => Math.log2(m / u))]);
}

/** Log-odds in bits that two records taken at random are of one person. */
export function priorOf(lambda: number): number {
  return Math.log2(lambda / (1 - lambda));
}

/** Probability of a score in bits: as calibrated, or as the model has it. */
export function probabilityOf(score: number, calibration?: Calibration): number {
  return 1 / (1 + 2 ** -(calibration === undefined ? score : calibrated(score, calibration)));
}

/** Probability of a pair by a model, calibrated if the model is. */
export function pairProbability({ calibration }: LinkModel, score: number, siblingLike: boolean): number {
  return probabilityOf(score, siblingLike ? calibration?.siblingLike : calibration?.agreed);
}

/** The lowest score that any pair of at least this probability can have. */
export function lowestScore({ calibration }: LinkModel, probability: number): number {
  return Math.min(scoreAt(probability, calibration?.agreed), scoreAt(probability, calibration?.siblingLike));
}

/** The score whose probability is `probability`: what a threshold means in bits. */
export function scoreAt(probability: number, calibration?: Calibration): number {
  const bits = Math.log2(probability / (1 - probability));
  if (calibration === undefined) return bits;
  let low = -200;
  let high = 200;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (calibrated(middle, calibration) < bits) low = middle;
    else high = middle;
  }
  return high;
}

/** Groups of levels whose chances sum to one: all, or those of each pair of scripts. */
export function stratumOf(comparison: ComparisonSettings, level: number): string {
  return comparison.levels[level]?.among ?? 'all';
}

function calibrated(score: number, { scores, probabilities }: Calibration): number {
  const bits = (i: number): number => {
    const p = probabilities[i] ?? 0.5;
    return Math.log2(p / (1 - p));
  };
  const last = scores.length - 1;
  const first = scores[0] ?? 0;
  if (last < 0) return score;
  if (score <= first) return bits(0) + (score - first);
  const top = scores[last] ?? 0;
  if (score >= top) return bits(last) + (score - top);
  let at = 1;
  while ((scores[at] ?? 0) < score) at += 1;
  const from = scores[at - 1] ?? 0;
  const to = scores[at] ?? 0;
  const share = to === from ? 1 : (score - from) / (to - from);
  return bits(at - 1) + share * (bits(at) - bits(at - 1));
}
