import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AssessOptions } from '@urtuu/law';
import type { Block, BlockResult } from './rows.ts';

/** Blocks a thread is given ahead, so that it never waits; more would only fill memory. */
const AHEAD = 2;

/** All cores, but not more than fit into a gigabyte together with what reads and writes. */
export const USUAL_THREADS = Math.min(8, availableParallelism());

/** A thread needs some 80 MB, whatever the length of the input. */
const LIMITS = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 192 };

/** Assesses blocks on several threads. Results come in the order of the blocks, whichever thread was first. */
export async function* inThreads(
  blocks: AsyncIterable<Block>,
  options: AssessOptions,
  threads: number,
): AsyncGenerator<BlockResult> {
  const pool = Array.from({ length: threads }, () => new BlockThread(options));
  try {
    const pending: Promise<BlockResult>[] = [];
    for await (const block of blocks) {
      const [idlest] = pool.toSorted((a, b) => a.waiting - b.waiting);
      if (idlest !== undefined) pending.push(idlest.assess(block));
      const next = pending.length >= threads * AHEAD ? pending.shift() : undefined;
      if (next !== undefined) yield await next;
    }
    for (const next of pending) yield await next;
  } finally {
    await Promise.all(pool.map((thread) => thread.stop()));
  }
}

/** One thread. It answers in the order in which it was asked. */
class BlockThread {
  readonly #worker: Worker;
  readonly #asked: { resolve: (result: BlockResult) => void; reject: (error: Error) => void }[] = [];
  #broken: Error | undefined;

  constructor(options: AssessOptions) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: options,
      resourceLimits: LIMITS,
    });
    this.#worker.on('message', (result: BlockResult) => this.#asked.shift()?.resolve(result));
    this.#worker.on('error', (error) =>
      this.#break(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', () => this.#break(new Error('A thread ended before its work was done')));
  }

  get waiting(): number {
    return this.#asked.length;
  }

  assess(block: Block): Promise<BlockResult> {
    const answer = new Promise<BlockResult>((resolve, reject) => {
      if (this.#broken === undefined) this.#asked.push({ resolve, reject });
      else reject(this.#broken);
    });
    // Whoever waits for it sees the failure; until then it must not end the process.
    answer.catch(() => undefined);
    const rows = block.rows instanceof Uint8Array ? [block.rows] : block.rows;
    const moved = rows.flatMap((bytes) => (bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : []));
    this.#worker.postMessage(block, moved);
    return answer;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #break(error: Error): void {
    this.#broken ??= error;
    for (const { reject } of this.#asked.splice(0)) reject(this.#broken);
  }
}
