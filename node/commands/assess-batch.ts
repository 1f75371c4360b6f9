/** `urtuu assess --batch`: a whole file of insurance records, on all cores, in bounded memory. */
import { resolve } from 'node:path';
import { formatDay } from '@urtuu/kernel';
import type { AssessOptions } from '@urtuu/law';
import { BatchInputFault } from '../batch/rows.ts';
import { refusedFile, runBatch, type BatchReport } from '../batch/run-batch.ts';
import { OUTCOMES } from '../batch/tally.ts';
import { readAwardOptions } from './award-options.ts';
import { batchProgress } from './batch-progress.ts';
import { WrongUsage, type CommandOption, type OptionValues, type Terminal } from './command.ts';

export const BATCH_OPTIONS = {
  batch: {
    type: 'string',
    value: 'in.ndjson|in.parquet',
    meaning: 'Assess a whole file: one record a line, or a column `record`; needs --out',
  },
  out: {
    type: 'string',
    value: 'out.parquet|out.ndjson',
    meaning: 'Where the assessments of a batch go; rows with faults go to <out>.failed.ndjson',
  },
  threads: {
    type: 'string',
    value: 'n',
    meaning: 'Threads of a batch; as many as cores, at most 8, unless given',
  },
} as const satisfies Readonly<Record<string, CommandOption>>;

/** Ends with 0 if every row was assessed, 2 if some had faults, 1 if the program failed or was stopped. */
export async function assessBatch(values: OptionValues, terminal: Terminal): Promise<number> {
  const { input, output } = filesIn(values);
  const asked: AssessOptions = {
    ...readAwardOptions(values),
    explain: values.has('explain') ? 'full' : 'none',
  };
  const progress = batchProgress(terminal);
  try {
    const threads = threadsIn(values);
    const report = await runBatch({
      input,
      output,
      asked,
      threads,
      stop: terminal.stop,
      progress: progress.at,
    });
    progress.end();
    const json = reportJson(report, output, asked);
    for (const line of values.has('json') ? [JSON.stringify(json)] : reportLines(report, output))
      terminal.out(line);
    return report.tally.failed > 0 ? 1 : report.tally.refused > 0 ? 2 : 0;
  } catch (error) {
    progress.end();
    if (error instanceof BatchInputFault) {
      terminal.err(error.message);
      return 2;
    }
    if (!terminal.stop.aborted) throw error;
    terminal.err('Stopped; nothing was written.');
    return 1;
  }
}

function filesIn(values: OptionValues): { readonly input: string; readonly output: string } {
  const input = values.text('batch');
  const output = values.text('out');
  if (input === undefined || output === undefined)
    throw new WrongUsage('--batch: wanted also --out, a file for the assessments');
  const taken = [output, refusedFile(output)].map((file) => resolve(file));
  if (taken.includes(resolve(input))) throw new WrongUsage('--out: wanted another file than that of --batch');
  return { input, output };
}

const MOST_THREADS = 64;

function threadsIn(values: OptionValues): number | undefined {
  const text = values.text('threads');
  if (text === undefined) return undefined;
  const threads = Number(text);
  if (!/^\d+$/.test(text) || threads < 1 || threads > MOST_THREADS)
    throw new WrongUsage(`--threads: found ${text}, wanted a whole number from 1 to ${MOST_THREADS}`);
  return threads;
}

function reportJson({ tally, refused, seconds }: BatchReport, output: string, asked: AssessOptions): unknown {
  const { law, benefit = 'oldAge', on, payOn = on } = asked;
  const rows = tally.assessed + tally.refused + tally.failed;
  return {
    law,
    benefit,
    on: formatDay(on),
    payOn: formatDay(payOn),
    rows,
    ...tally,
    out: output,
    ...(refused === undefined ? {} : { failedRows: refused }),
    seconds: Number(seconds.toFixed(3)),
  };
}

function reportLines({ tally, refused, seconds }: BatchReport, output: string): string[] {
  const { assessed, outcomes, reasons, treaty, faults, warnings } = tally;
  const rows = assessed + tally.refused + tally.failed;
  const speed = `${grouped(rows)} rows in ${seconds.toFixed(1)} s, ${grouped(Math.round(rows / seconds))} a second`;
  return [
    `${output}: ${grouped(assessed)} assessments of ${speed}`,
    ...OUTCOMES.flatMap((outcome) => counted(outcome, outcomes[outcome], reasons[outcome])),
    ...(Object.keys(treaty).length === 0 ? [] : counted('treaty kz-mn', assessed, treaty)),
    ...(refused === undefined ? [] : [`${refused}: ${grouped(rows - assessed)} rows with faults`]),
    ...(refused === undefined ? [] : counted('faults', rows - assessed, faults)),
    ...(Object.keys(warnings).length === 0 ? [] : ['  warnings', ...counts(warnings)]),
  ];
}

function counted(name: string, times: number, reasons: Readonly<Record<string, number>>): string[] {
  return [`  ${name.padEnd(28)} ${grouped(times).padStart(12)}`, ...counts(reasons)];
}

function counts(reasons: Readonly<Record<string, number>>): string[] {
  return Object.entries(reasons)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([reason, times]) => `    ${reason.padEnd(26)} ${grouped(times).padStart(12)}`);
}

function grouped(value: number): string {
  return value.toLocaleString('en-GB');
}
