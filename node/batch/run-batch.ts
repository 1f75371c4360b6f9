import { rm } from 'node:fs/promises';
import type { AssessOptions } from '@urtuu/law';
import { inThreads, USUAL_THREADS } from './in-threads.ts';
import { lineSource } from './line-source.ts';
import { parquetSource } from './parquet-source.ts';
import { PartialFile } from './partial-file.ts';
import { BatchInputFault, type Source } from './rows.ts';
import { sinkOf } from './sink.ts';
import { addTally, emptyTally, type Tally } from './tally.ts';

export interface BatchOptions {
  readonly input: string;
  /** Parquet, or NDJSON where it ends in `.ndjson` or `.jsonl` */
  readonly output: string;
  readonly asked: AssessOptions;
  /** as many as cores, at most eight, unless given */
  readonly threads?: number | undefined;
  readonly stop: AbortSignal;
  /** told after each block: how much of the input has been written, of how much, and how many rows */
  readonly progress: (done: number, size: number, rows: number) => void;
}

export interface BatchReport {
  readonly tally: Tally;
  /** the file of refused rows; undefined where none was refused */
  readonly refused: string | undefined;
  readonly seconds: number;
}

/** Where the rows go that could not be assessed. */
export function refusedFile(output: string): string {
  return `${output}.failed.ndjson`;
}

/**
 * Assesses a file of records in bounded memory. The outputs appear when all is done: the earlier ones, or none, stand
 * there until then. Throws BatchInputFault on an input that cannot be read, and the reason of `stop`.
 */
export async function runBatch(options: BatchOptions): Promise<BatchReport> {
  const { input, output, asked, threads = USUAL_THREADS, stop, progress } = options;
  const began = performance.now();
  const source = await sourceOf(input);
  const sink = await sinkOf(output, asked);
  const refused = await PartialFile.open(refusedFile(output)).catch(async (error: unknown) => {
    await sink.discard();
    throw error;
  });
  const tally = emptyTally();
  try {
    for await (const result of inThreads(source.blocks, asked, threads)) {
      stop.throwIfAborted();
      await sink.write(result.assessed);
      for (const line of result.refused) await refused.write(`${line}\n`);
      addTally(tally, result.tally);
      progress(result.read, source.size, tally.assessed + tally.refused + tally.failed);
    }
    stop.throwIfAborted();
  } catch (error) {
    await Promise.all([sink.discard(), refused.discard()]);
    throw error;
  }
  const any = tally.refused + tally.failed > 0;
  // The refused first: an output without them would look complete.
  if (any) await refused.commit();
  else {
    await refused.discard();
    await rm(refusedFile(output), { force: true });
  }
  await sink.commit();
  const seconds = (performance.now() - began) / 1000;
  return { tally, refused: any ? refusedFile(output) : undefined, seconds };
}

async function sourceOf(input: string): Promise<Source> {
  try {
    return await (input.endsWith('.parquet') ? parquetSource(input) : lineSource(input));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new BatchInputFault(`${input} cannot be read (${String(error.code)})`);
  }
}
