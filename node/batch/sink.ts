import type { AssessOptions } from '@urtuu/law';
import { parquetSink } from './parquet-sink.ts';
import { PartialFile } from './partial-file.ts';
import type { Assessed } from './rows.ts';

/** Where assessments go. */
export interface Sink {
  write(assessed: Assessed): Promise<void>;
  /** Puts the output under its name. */
  commit(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** NDJSON where the name ends so, else Parquet. */
export async function sinkOf(file: string, options: AssessOptions): Promise<Sink> {
  const partial = await PartialFile.open(file);
  return /\.(ndjson|jsonl)$/.test(file) ? lineSink(partial) : parquetSink(partial, options);
}

function lineSink(file: PartialFile): Sink {
  return {
    async write({ row, assessment }) {
      if (row.length === 0) return;
      const lines = row.map((number, i) => `{"row":${number},"assessment":${assessment[i]}}\n`);
      await file.write(lines.join(''));
    },
    commit: () => file.commit(),
    discard: () => file.discard(),
  };
}
