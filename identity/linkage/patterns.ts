import { SeededRandom } from '@urtuu/kernel';
import { visitPairs, type Blocks, type Partition } from './blocks.ts';
import { Comparer } from './comparer.ts';
import type { ComparisonSettings, LinkSettings } from './settings.ts';
import type { LinkTable } from './table.ts';
import { termWeight, termWeights, type TermWeights } from './term-frequency.ts';

/**
 * How often each combination of levels occurs: all that training needs to know of the pairs. With the levels goes what
 * the frequency of the agreed values adds, in whole bits; without it, training takes namesakes for one person.
 */
export type PatternCounts = Map<number, number>;

/** Combinations among the candidate pairs of some parts of the work. */
export function countPatterns(
  table: LinkTable,
  settings: LinkSettings,
  blocks: Blocks,
  partitions: readonly Partition[],
  terms: TermWeights = termWeights(table, settings),
): PatternCounts {
  const comparer = new Comparer(table, settings);
  const bases = basesOf(settings.comparisons);
  const counts: PatternCounts = new Map();
  for (const partition of partitions) {
    visitPairs(table, blocks, partition, (a, b) => {
      comparer.compare(a, b);
      count(counts, patternOf(comparer.levels, bases, termBits(comparer, terms)));
    });
  }
  return counts;
}

/** Random pairs are taken in this many parts, so that threads can share them and come to the same. */
export const RANDOM_PARTS = 8;

/** Combinations among pairs taken at random, which are as good as all of two persons; one part of them. */
export function countRandomPatterns(table: LinkTable, settings: LinkSettings, part: number): PatternCounts {
  const { randomPairs, seed } = settings.training;
  const wanted = Math.ceil(randomPairs / RANDOM_PARTS);
  const comparer = new Comparer(table, settings);
  const bases = basesOf(settings.comparisons);
  const counts: PatternCounts = new Map();
  const random = new SeededRandom(seed, part);
  if (pairsInAll(table) === 0) return counts;
  for (let taken = 0, tries = 0; taken < wanted && tries < wanted * 4; tries += 1) {
    const a = random.between(0, table.count - 1);
    const b = random.between(0, table.count - 1);
    if (a === b || (table.sources === 2 && table.source[a] === table.source[b])) continue;
    comparer.compare(Math.min(a, b), Math.max(a, b));
    count(counts, patternOf(comparer.levels, bases, 0));
    taken += 1;
  }
  return counts;
}

/** Pairs that could be of one person: across the sources, or within the one. */
export function pairsInAll({ count, source, sources }: LinkTable): number {
  if (sources === 1) return (count * (count - 1)) / 2;
  let second = 0;
  for (const each of source) second += each;
  return second * (count - second);
}

export function addPatterns(into: PatternCounts, more: PatternCounts): void {
  for (const [pattern, times] of more) into.set(pattern, (into.get(pattern) ?? 0) + times);
}

export interface Pattern {
  /** level of each comparison, 0 is no evidence */
  readonly levels: readonly number[];
  /** bits that term frequencies add, rounded */
  readonly termBits: number;
}

export function readPattern(pattern: number, comparisons: readonly ComparisonSettings[]): Pattern {
  let rest = pattern;
  const levels = comparisons.map(({ levels }) => {
    const base = levels.length + 1;
    const level = rest % base;
    rest = Math.floor(rest / base);
    return level;
  });
  return { levels, termBits: rest - MOST_BITS };
}

function basesOf(comparisons: readonly ComparisonSettings[]): number[] {
  return comparisons.map(({ levels }) => levels.length + 1);
}

function patternOf(levels: Uint8Array, bases: readonly number[], termBits: number): number {
  let pattern = Math.max(-MOST_BITS, Math.min(MOST_BITS, Math.round(termBits))) + MOST_BITS;
  for (let c = levels.length - 1; c >= 0; c -= 1) pattern = pattern * (bases[c] ?? 1) + (levels[c] ?? 0);
  return pattern;
}

function termBits(comparer: Comparer, terms: TermWeights): number {
  let bits = 0;
  for (let c = 0; c < comparer.levels.length; c += 1) {
    bits += termWeight(terms, comparer, c, comparer.levels[c] ?? 0);
  }
  return bits;
}

/** Term frequencies beyond this many bits, up or down, decide nothing more. */
const MOST_BITS = 15;

function count(counts: PatternCounts, pattern: number): void {
  counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
}
