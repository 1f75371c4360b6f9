import { blocksOf, partitionsOf, visitPairs } from './blocks.ts';
import { priorOf, stratumOf, versionOf, weightsOf, type ComparisonModel, type LinkModel } from './model.ts';
import { pairsInAll, readPattern, type PatternCounts } from './patterns.ts';
import type { ComparisonSettings, LinkSettings } from './settings.ts';
import type { LinkTable } from './table.ts';

/**
 * Learns a model without labels. u is the share of each level among random pairs. λ is anchored: pairs found by the
 * deterministic rules, divided by the share of true pairs they are assumed to find. m comes from expectation and
 * maximisation over the candidate pairs with u and λ held, since free on blocked pairs λ runs away (Splink, fastLink
 * and our own trials: precision 0.1 at p ≥ 0.99).
 */
export function train(
  table: LinkTable,
  settings: LinkSettings,
  candidates: PatternCounts,
  random: PatternCounts,
): LinkModel {
  const lambda = anchoredLambda(table, settings);
  const start = startingModel(table, settings, random);
  return {
    settings: versionOf(settings),
    lambda,
    comparisons: maximised(settings.comparisons, start, candidates, lambda),
  };
}

/** Chance that two records are of one person, from the pairs that the deterministic rules find. */
export function anchoredLambda(table: LinkTable, settings: LinkSettings): number {
  const { deterministic, assumedRecall } = settings.training;
  const blocks = blocksOf(table, settings, deterministic);
  let found = 0;
  for (const partition of partitionsOf(blocks, Number.POSITIVE_INFINITY)) {
    found += visitPairs(table, blocks, partition, () => undefined);
  }
  const all = pairsInAll(table);
  return Math.min(0.5, Math.max(found, 1) / assumedRecall / Math.max(all, 2));
}

function startingModel(table: LinkTable, settings: LinkSettings, random: PatternCounts): ComparisonModel[] {
  const shares = sharesOf(settings.comparisons, timesOf(random, settings.comparisons));
  return settings.comparisons.map((comparison, c) => {
    const exact = comparison.kind === 'word' ? undefined : chanceOfEqual(table, comparison.fields[0] ?? '');
    return {
      name: comparison.name,
      levels: comparison.levels.map(({ test, m }, i) => {
        const { times, among } = shares[c]?.[i] ?? { times: 0, among: 0 };
        // Where no pair has both values, as with an empty column, difference is the rule.
        const guess = test === 'different' ? 0.95 : 0.05 / comparison.levels.length;
        const counted = (times + guess) / (among + 1);
        // Equal codes and dates are too rare among random pairs to be counted; their frequencies tell exactly.
        const u = test === 'equal' && exact !== undefined ? exact : counted;
        return { test, m, u: Math.max(u, LEAST) };
      }),
    };
  });
}

function maximised(
  comparisons: readonly ComparisonSettings[],
  start: readonly ComparisonModel[],
  candidates: PatternCounts,
  lambda: number,
): ComparisonModel[] {
  const patterns = flat(candidates, comparisons);
  let model = [...start];
  for (let round = 0; round < ROUNDS; round += 1) {
    const shares = sharesOf(comparisons, expectedTimes(patterns, model, lambda));
    let moved = 0;
    model = model.map((comparison, c) => ({
      name: comparison.name,
      levels: comparison.levels.map((level, i) => {
        const { times, among } = shares[c]?.[i] ?? { times: 0, among: 0 };
        const begun = comparisons[c]?.levels[i]?.m ?? 0.1;
        const m = Math.max((times + STEADINESS * begun) / (among + STEADINESS), LEAST);
        moved = Math.max(moved, Math.abs(m - level.m));
        return { ...level, m };
      }),
    }));
    if (moved < 1e-5) break;
  }
  return model;
}

/** Patterns in one run of numbers: there are hundreds of thousands, and every round goes through all of them. */
interface FlatPatterns {
  readonly count: number;
  readonly width: number;
  /** `width` levels of each pattern */
  readonly levels: Uint8Array;
  readonly termBits: Int8Array;
  readonly times: Float64Array;
}

function flat(counts: PatternCounts, comparisons: readonly ComparisonSettings[]): FlatPatterns {
  const width = comparisons.length;
  const levels = new Uint8Array(counts.size * width);
  const termBits = new Int8Array(counts.size);
  // In the order of the patterns, so that sums do not depend on which thread came first.
  const sorted = [...counts].sort(([x], [y]) => x - y);
  const times = Float64Array.from(sorted, ([, each]) => each);
  let at = 0;
  for (const [code] of sorted) {
    const pattern = readPattern(code, comparisons);
    levels.set(pattern.levels, at * width);
    termBits[at] = pattern.termBits;
    at += 1;
  }
  return { count: counts.size, width, levels, termBits, times };
}

/** How often each level is expected among pairs of one person; row by comparison, the first place is no evidence. */
function expectedTimes(
  { count, width, levels, termBits, times }: FlatPatterns,
  model: readonly ComparisonModel[],
  lambda: number,
): Float64Array[] {
  const weights = model.map((comparison) => weightsOf(comparison));
  const expected = weights.map(({ length }) => new Float64Array(length));
  const prior = priorOf(lambda);
  for (let i = 0; i < count; i += 1) {
    let bits = prior + (termBits[i] ?? 0);
    for (let c = 0; c < width; c += 1) bits += weights[c]?.[levels[i * width + c] ?? 0] ?? 0;
    const share = (times[i] ?? 0) / (1 + 2 ** -bits);
    for (let c = 0; c < width; c += 1) {
      const row = expected[c];
      const level = levels[i * width + c] ?? 0;
      if (row !== undefined) row[level] = (row[level] ?? 0) + share;
    }
  }
  return expected;
}

interface Share {
  readonly times: number;
  /** how often any level of the same group occurred */
  readonly among: number;
}

/** Each level's share of its group, from the rows that `expectedTimes` gives. */
function sharesOf(comparisons: readonly ComparisonSettings[], rows: readonly Float64Array[]): Share[][] {
  return comparisons.map((comparison, c) => {
    const times = rows[c]?.subarray(1) ?? new Float64Array();
    const all = times.reduce((sum, each) => sum + each, 0);
    const groups = new Map<string, number>();
    for (const [i, each] of times.entries()) {
      const group = stratumOf(comparison, i);
      groups.set(group, (groups.get(group) ?? 0) + each);
    }
    return comparison.levels.map(({ among }, i) => ({
      times: times[i] ?? 0,
      // A level for all pairs of scripts, as of exchanged roles, is a share of all.
      among: among === undefined ? all : (groups.get(stratumOf(comparison, i)) ?? 0),
    }));
  });
}

/** How often each level occurs among the patterns of random pairs. */
function timesOf(counts: PatternCounts, comparisons: readonly ComparisonSettings[]): Float64Array[] {
  const rows = comparisons.map(({ levels }) => new Float64Array(levels.length + 1));
  for (const [code, times] of counts) {
    for (const [c, level] of readPattern(code, comparisons).levels.entries()) {
      const row = rows[c];
      if (row !== undefined) row[level] = (row[level] ?? 0) + times;
    }
  }
  return rows;
}

/** Chance that two records taken at random have one value: the sum of squared frequencies, without a pair of itself. */
function chanceOfEqual(table: LinkTable, field: string): number {
  const counts = new Map<number, number>();
  let total = 0;
  for (const value of table.values[field] ?? new Int32Array()) {
    if (value === 0) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    total += 1;
  }
  if (total < 2) return LEAST;
  let same = 0;
  for (const count of counts.values()) same += count * (count - 1);
  // At least as if one pair in all agreed, so that a sample's silence is no certainty.
  return Math.max(same, 1) / (total * (total - 1));
}

const ROUNDS = 40;
const LEAST = 1e-9;
/** How many pairs the settings' own m count for: where data are few they rule. */
const STEADINESS = 4;
