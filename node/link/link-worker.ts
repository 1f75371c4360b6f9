/** A thread of `urtuu link`: compares the parts of the work it is handed, on columns that all threads share. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  addPatterns,
  countPatterns,
  countRandomPatterns,
  scorePartitions,
  termWeights,
  type Blocks,
  type LinkModel,
  type LinkSettings,
  type LinkTable,
  type Links,
  type Partition,
  type PatternCounts,
} from '@urtuu/identity';

export interface LinkWork {
  readonly table: LinkTable;
  readonly settings: LinkSettings;
  readonly blocks: Blocks;
}

export type LinkOrder =
  | { readonly do: 'countPatterns'; readonly partitions: readonly Partition[] }
  | { readonly do: 'countRandom'; readonly parts: readonly number[] }
  | {
      readonly do: 'score';
      readonly partitions: readonly Partition[];
      readonly model: LinkModel;
      readonly least: number;
    };

export type LinkAnswer =
  | { readonly did: 'countPatterns'; readonly patterns: PatternCounts }
  | { readonly did: 'score'; readonly links: Links; readonly compared: number };

const work: LinkWork = workerData;
const terms = termWeights(work.table, work.settings);

parentPort?.on('message', (order: LinkOrder) => parentPort?.postMessage(answer(order), []));

function answer(order: LinkOrder): LinkAnswer {
  const { table, settings, blocks } = work;
  switch (order.do) {
    case 'countPatterns':
      return {
        did: 'countPatterns',
        patterns: countPatterns(table, settings, blocks, order.partitions, terms),
      };
    case 'countRandom': {
      const patterns: PatternCounts = new Map();
      for (const part of order.parts) addPatterns(patterns, countRandomPatterns(table, settings, part));
      return { did: 'countPatterns', patterns };
    }
    case 'score': {
      const { model, partitions, least } = order;
      return { did: 'score', ...scorePartitions(table, settings, model, blocks, partitions, least, terms) };
    }
  }
}
