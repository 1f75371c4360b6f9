/** Records a second through `urtuu assess --batch`, from a file to a Parquet file on all cores, and its memory. */
import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { digits, type Bench } from './figure.ts';
import { poolOf } from './law-people.ts';

const PROCESS = fileURLToPath(new URL('./law-batch-process.ts', import.meta.url));
const TURNS = 15;

export const lawBatchBench: Bench = {
  names: ['law.batch'],
  async run({ quick }) {
    const lines = poolOf('mn').map((record) => JSON.stringify(record));
    const text = `${lines.join('\n')}\n`;
    const dir = await mkdtemp(join(tmpdir(), 'urtuu-bench-'));
    try {
      const input = join(dir, 'records.ndjson');
      const file = await open(input, 'w');
      for (let turn = 0; turn < (quick ? 2 : TURNS); turn += 1) await file.appendFile(text);
      await file.close();
      const { assessed, seconds, peakMegabytes } = await batch(input, join(dir, 'awards.parquet'));
      const cores = availableParallelism();
      const most = parsing(lines) * cores;
      const rate = assessed / seconds;
      const kilobytes = Math.round(Buffer.byteLength(text) / lines.length / 1024);
      return [
        {
          bench: 'law.batch',
          value: digits(rate),
          unit: 'records/s',
          limit: digits(most),
          ratio: digits(rate / most),
          cores,
          note: `${assessed.toLocaleString('en-GB')} records of ${kilobytes} kB, threads started and Parquet written; peak memory ${peakMegabytes} MB; limit: JSON.parse alone on ${cores} cores`,
        },
      ];
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};

async function batch(
  input: string,
  output: string,
): Promise<{ assessed: number; seconds: number; peakMegabytes: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROCESS, input, output]);
  const report: unknown = JSON.parse(stdout);
  const of = (name: string): number =>
    typeof report === 'object' && report !== null ? Number(Reflect.get(report, name)) : Number.NaN;
  return { assessed: of('assessed'), seconds: of('seconds'), peakMegabytes: of('peakMegabytes') };
}

/** Records a second that one core parses, and does nothing else with. */
function parsing(lines: readonly string[]): number {
  let best = 0;
  for (let spell = 0; spell < 5; spell += 1) {
    const began = performance.now();
    for (const line of lines) JSON.parse(line);
    best = Math.max(best, lines.length / ((performance.now() - began) / 1000));
  }
  return best;
}
