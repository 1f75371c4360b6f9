import { blocksOf, partitionsOf, visitPairs, type Blocks, type Partition } from './blocks.ts';
import type { Links } from './clusters.ts';
import { lowestScore, pairProbability, type LinkModel } from './model.ts';
import {
  addPatterns,
  countPatterns,
  countRandomPatterns,
  RANDOM_PARTS,
  type PatternCounts,
} from './patterns.ts';
import { Scorer } from './scorer.ts';
import type { LinkSettings } from './settings.ts';
import type { LinkTable } from './table.ts';
import { termWeights, type TermWeights } from './term-frequency.ts';
import { train } from './train.ts';

/** Everything a run of linking came to. */
export interface LinkRun {
  readonly model: LinkModel;
  readonly blocks: Blocks;
  readonly links: Links;
  /** candidate pairs compared */
  readonly compared: number;
}

/** Links a table in this thread: blocks, training unless a model is given, scores at or above `least` probability. */
export function link(
  table: LinkTable,
  settings: LinkSettings,
  { model, least }: { readonly model?: LinkModel; readonly least: number },
): LinkRun {
  const blocks = blocksOf(table, settings);
  const partitions = partitionsOf(blocks, PART);
  const trained = model ?? trainedOn(table, settings, blocks);
  const { links, compared } = scorePartitions(table, settings, trained, blocks, partitions, least);
  return { model: trained, blocks, links, compared };
}

function trainedOn(table: LinkTable, settings: LinkSettings, blocks: Blocks): LinkModel {
  const random: PatternCounts = new Map();
  for (let part = 0; part < RANDOM_PARTS; part += 1) {
    addPatterns(random, countRandomPatterns(table, settings, part));
  }
  return train(table, settings, countPatterns(table, settings, blocks, trainingPartitions(blocks)), random);
}

/** Pairs in one part of the work, as far as blocks allow. */
export const PART = 200_000;

/** Parts enough to train on: all of a small table, of a large one an even sample of every rule's blocks. */
export function trainingPartitions(blocks: Blocks): Partition[] {
  const pairs = blocks.rules.reduce((sum, rule) => sum + rule.pairs, 0);
  const step = Math.max(1, Math.round(pairs / TRAINING_PAIRS));
  return partitionsOf(blocks, PART / 20).filter((_, i) => i % step === 0);
}

const TRAINING_PAIRS = 4_000_000;

/** Scores some parts of the work and keeps the pairs of at least `least` probability. */
export function scorePartitions(
  table: LinkTable,
  settings: LinkSettings,
  model: LinkModel,
  blocks: Blocks,
  partitions: readonly Partition[],
  least: number,
  terms: TermWeights = termWeights(table, settings),
): { readonly links: Links; readonly compared: number } {
  const scorer = new Scorer(table, settings, model, terms);
  const bar = lowestScore(model, least);
  const found = {
    a: new Array<number>(),
    b: new Array<number>(),
    score: new Array<number>(),
    siblingLike: new Array<number>(),
  };
  let compared = 0;
  for (const partition of partitions) {
    compared += visitPairs(table, blocks, partition, (a, b) => {
      const score = scorer.score(a, b);
      if (score < bar || pairProbability(model, score, scorer.isSiblingLike) < least) return;
      found.a.push(a);
      found.b.push(b);
      found.score.push(score);
      found.siblingLike.push(scorer.isSiblingLike ? 1 : 0);
    });
  }
  const links = {
    a: Int32Array.from(found.a),
    b: Int32Array.from(found.b),
    score: Float32Array.from(found.score),
    siblingLike: Uint8Array.from(found.siblingLike),
  };
  return { links, compared };
}

export function joinLinks(parts: readonly Links[]): Links {
  const length = parts.reduce((sum, { a }) => sum + a.length, 0);
  const joined = {
    a: new Int32Array(length),
    b: new Int32Array(length),
    score: new Float32Array(length),
    siblingLike: new Uint8Array(length),
  };
  let at = 0;
  for (const { a, b, score, siblingLike } of parts) {
    joined.a.set(a, at);
    joined.b.set(b, at);
    joined.score.set(score, at);
    joined.siblingLike.set(siblingLike, at);
    at += a.length;
  }
  return joined;
}

/** What may be done with a pair. `automatic` only inside one state: across borders a person always decides. */
export type LinkUse = 'automatic' | 'review' | 'search' | 'none';

/**
 * The use of the pair that was scored last, by its probability and by what a link without a human needs: levels of
 * some comparisons, so that brothers and twins never pass, and no contradiction.
 */
export function useOf(settings: LinkSettings, model: LinkModel, score: number, scorer: Scorer): LinkUse {
  const { automatic, review, search, automaticNeeds, contradictions } = settings.thresholds;
  const probability = pairProbability(model, score, scorer.isSiblingLike);
  const testOf = (name: string): string => {
    const at = settings.comparisons.findIndex((comparison) => comparison.name === name);
    return settings.comparisons[at]?.levels[(scorer.comparer.levels[at] ?? 0) - 1]?.test ?? 'missing';
  };
  if (
    probability >= automatic &&
    Object.entries(automaticNeeds).every(([name, tests]) => tests.includes(testOf(name))) &&
    contradictions.every((name) => testOf(name) !== 'different')
  ) {
    return 'automatic';
  }
  if (probability >= review) return 'review';
  return probability >= search ? 'search' : 'none';
}
