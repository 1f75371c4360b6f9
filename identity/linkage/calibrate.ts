import type { Links } from './clusters.ts';
import type { Calibration, Calibrations } from './model.ts';

export interface LabelledScore {
  readonly score: number;
  readonly isMatch: boolean;
}

/**
 * A rising map from score to probability, from labelled pairs: isotonic regression (pool adjacent violators) over
 * groups of neighbours, joined by straight lines in log-odds. Groups are small where pairs of one person and pairs of
 * two meet, for there the probability is decided.
 */
export function calibrate(pairs: readonly LabelledScore[], groups = 40): Calibration {
  const sorted = pairs.toSorted((x, y) => x.score - y.score);
  const pools: Pool[] = [];
  for (const group of grouped(sorted, groups)) {
    pools.push(group);
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined || chance(before) < chance(last)) break;
      const together = before.pairs + last.pairs;
      pools.splice(-2, 2, {
        pairs: together,
        matches: before.matches + last.matches,
        score: (before.score * before.pairs + last.score * last.pairs) / together,
      });
    }
  }
  return {
    scores: pools.map(({ score }) => Number(score.toFixed(3))),
    probabilities: pools.map((pool) => Number(chance(pool).toPrecision(5))),
    pairs: pairs.length,
  };
}

/** Both maps of a model, from links of which `isMatch` knows the truth; undefined leaves a pair out. */
export function calibrateLinks(
  { a, b, score, siblingLike }: Links,
  isMatch: (a: number, b: number) => boolean | undefined,
): Calibrations | undefined {
  const labelled = [new Array<LabelledScore>(), new Array<LabelledScore>()] as const;
  for (const [i, bits] of score.entries()) {
    const match = isMatch(a[i] ?? 0, b[i] ?? 0);
    if (match !== undefined) labelled[siblingLike[i] === 1 ? 1 : 0].push({ score: bits, isMatch: match });
  }
  const [agreed, siblings] = labelled;
  if (agreed.length === 0) return undefined;
  return {
    agreed: calibrate(agreed),
    siblingLike: calibrate(siblings.length === 0 ? agreed : siblings),
  };
}

interface Pool {
  readonly pairs: number;
  readonly matches: number;
  /** mean score */
  readonly score: number;
}

/** Half a pair of each kind is added: no finite sample makes anything certain. */
function chance({ pairs, matches }: Pool): number {
  return (matches + 0.5) / (pairs + 1);
}

/** A group is full when it has its share of both kinds, or of one kind a large share. */
function grouped(sorted: readonly LabelledScore[], groups: number): Pool[] {
  const matches = sorted.filter(({ isMatch }) => isMatch).length;
  const rarer = Math.max(1, Math.min(matches, sorted.length - matches));
  const few = Math.max(5, rarer / (groups * 4));
  const many = Math.max(20, sorted.length / groups);
  const pools: Pool[] = [];
  let open = { pairs: 0, matches: 0, sum: 0 };
  for (const [i, { score, isMatch }] of sorted.entries()) {
    open = {
      pairs: open.pairs + 1,
      matches: open.matches + (isMatch ? 1 : 0),
      sum: open.sum + score,
    };
    const mixed = Math.min(open.matches, open.pairs - open.matches) >= few;
    if (!mixed && open.pairs < many && i < sorted.length - 1) continue;
    pools.push({ pairs: open.pairs, matches: open.matches, score: open.sum / open.pairs });
    open = { pairs: 0, matches: 0, sum: 0 };
  }
  return pools;
}
