import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  addPatterns,
  blocksOf,
  joinLinks,
  link,
  PART,
  partitionsOf,
  RANDOM_PARTS,
  train,
  trainingPartitions,
  type Blocks,
  type LinkModel,
  type LinkRun,
  type LinkSettings,
  type LinkTable,
  type Links,
  type PatternCounts,
} from '@urtuu/identity';
import type { LinkAnswer, LinkOrder, LinkWork } from './link-worker.ts';

/** Fewer records than this are linked sooner than threads start. */
const FEW_RECORDS = 5000;

/** Links a table on several cores: as `link` of identity, the result is the same whatever the number of threads. */
export async function linkInThreads(
  table: LinkTable,
  settings: LinkSettings,
  {
    model,
    least,
    threads = availableParallelism(),
  }: { readonly model?: LinkModel | undefined; readonly least: number; readonly threads?: number },
): Promise<LinkRun> {
  if (threads === 1 || table.count < FEW_RECORDS) {
    return link(table, settings, { least, ...(model === undefined ? {} : { model }) });
  }
  const blocks = blocksOf(table, settings);
  const partitions = partitionsOf(blocks, PART);
  const pool = new LinkThreads({ table, settings, blocks }, threads);
  try {
    const trained = model ?? (await trainInThreads(pool, table, settings, blocks));
    const found: { readonly at: number; readonly links: Links }[] = [];
    let compared = 0;
    await pool.each(
      partitions,
      (portion) => ({ do: 'score', partitions: portion, model: trained, least }),
      (answer, at) => {
        if (answer.did !== 'score') return;
        found.push({ at, links: answer.links });
        compared += answer.compared;
      },
    );
    const links = joinLinks(found.sort((x, y) => x.at - y.at).map(({ links }) => links));
    return { model: trained, blocks, links, compared };
  } finally {
    await pool.stop();
  }
}

async function trainInThreads(
  pool: LinkThreads,
  table: LinkTable,
  settings: LinkSettings,
  blocks: Blocks,
): Promise<LinkModel> {
  const random: PatternCounts = new Map();
  const parts = Array.from({ length: RANDOM_PARTS }, (_, part) => part);
  await pool.each(parts, (portion) => ({ do: 'countRandom', parts: portion }), collectedIn(random));
  const patterns: PatternCounts = new Map();
  await pool.each(
    trainingPartitions(blocks),
    (portion) => ({ do: 'countPatterns', partitions: portion }),
    collectedIn(patterns),
  );
  return train(table, settings, patterns, random);
}

function collectedIn(patterns: PatternCounts): (answer: LinkAnswer) => void {
  return (answer) => {
    if (answer.did === 'countPatterns') addPatterns(patterns, answer.patterns);
  };
}

class LinkThreads {
  readonly #workers: readonly Worker[];

  constructor(work: LinkWork, threads: number) {
    this.#workers = Array.from(
      { length: threads },
      () => new Worker(new URL('./link-worker.ts', import.meta.url), { workerData: work }),
    );
  }

  /** Hands out the parts, a few at a time to whichever thread is free; `take` gets the answers with their place. */
  async each<Part>(
    parts: readonly Part[],
    order: (portion: readonly Part[]) => LinkOrder,
    take: (answer: LinkAnswer, at: number) => void,
  ): Promise<void> {
    const size = Math.max(1, Math.ceil(parts.length / (this.#workers.length * 16)));
    let next = 0;
    await Promise.all(
      this.#workers.map(async (worker) => {
        while (next < parts.length) {
          const at = next;
          next += size;
          take(await ask(worker, order(parts.slice(at, at + size))), at);
        }
      }),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, order: LinkOrder): Promise<LinkAnswer> {
  return new Promise((resolve, reject) => {
    const ended = (error: unknown): void => {
      worker.off('message', answered);
      reject(error instanceof Error ? error : new Error('A thread ended before its work was done'));
    };
    const answered = (answer: LinkAnswer): void => {
      worker.off('error', ended);
      worker.off('exit', ended);
      resolve(answer);
    };
    worker.once('message', answered);
    worker.once('error', ended);
    worker.once('exit', ended);
    worker.postMessage(order, []);
  });
}
