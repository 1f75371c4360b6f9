import { keysOfRule } from './block-keys.ts';
import { pairProbability, type LinkModel } from './model.ts';
import { Scorer, type Waterfall } from './scorer.ts';
import type { LinkSettings } from './settings.ts';
import { TableBuilder, type LinkTable } from './table.ts';
import { termWeightsFrom, type TermStatistics } from './term-frequency.ts';

/**
 * Keys by which each record of a table is found again: signed 32-bit numbers, the same on every machine, to be stored
 * beside the person. A record is looked for by its own keys; who shares the most is compared first.
 */
export function searchKeys(table: LinkTable, settings: LinkSettings): number[][] {
  const rules = settings.searchKeys.map((rule) => keysOfRule(table, settings, rule));
  return Array.from({ length: table.count }, (_, record) => [
    ...new Set(rules.flatMap((slots) => slots.map((slot) => slot[record] ?? 0)).filter((key) => key !== 0)),
  ]);
}

/** A person of the store that may be the one looked for. */
export interface Candidate<Id> {
  readonly id: Id;
  readonly row: readonly string[];
}

export interface SearchHit<Id> {
  readonly id: Id;
  readonly probability: number;
  readonly evidence: Waterfall;
}

/**
 * Compares one record with the candidates that share keys with it, the likeliest first. The record is scored alone,
 * by a model and by frequencies that were learnt before.
 * @param population number of persons in the store: the prior is that one of them is meant
 */
export function rankCandidates<Id>(
  header: readonly string[],
  wanted: readonly string[],
  candidates: readonly Candidate<Id>[],
  {
    settings,
    model,
    terms,
    population,
  }: {
    readonly settings: LinkSettings;
    readonly model: LinkModel;
    readonly terms: TermStatistics;
    readonly population: number;
  },
): SearchHit<Id>[] {
  const builder = new TableBuilder(settings);
  builder.begin(header, 0);
  builder.add(wanted, 0);
  for (const { row } of candidates) builder.add(row, 0);
  const table = builder.freeze();
  const lambda = Math.min(0.5, 1 / Math.max(2, population));
  const scorer = new Scorer(table, settings, { ...model, lambda }, termWeightsFrom(terms, table, settings));
  return candidates
    .map(({ id }, i) => {
      const score = scorer.score(0, i + 1);
      return { id, at: i + 1, score, probability: pairProbability(model, score, scorer.isSiblingLike) };
    })
    .filter(({ probability }) => probability >= settings.thresholds.search)
    .sort((x, y) => y.probability - x.probability || y.score - x.score)
    .map(({ id, at, probability }) => ({ id, probability, evidence: scorer.explain(0, at) }));
}
