/** `urtuu corridor run`: one example through both nodes, by the public API, with both decisions at its end. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isLocale, LOCALES, parseDay, type Locale } from '@urtuu/kernel';
import { explain } from '@urtuu/law';
import { ProblemError } from '@urtuu/platform/contract';
import { differences, type Difference } from '../journey/expectation.ts';
import { decisionOf, travel, type JourneyEnd, type JourneyEvent } from '../journey/journey.ts';
import { openOffice, type Country } from '../journey/office.ts';
import { readExample, readPeopleFile, type Example } from '../synth/index.ts';
import { summary } from './assess.ts';
import { WrongUsage, type Command, type CommandInput, type OptionValues, type Terminal } from './command.ts';

/** Milliseconds one step may wait; the watch over deaths looks once a minute. */
const PATIENCE = 90_000;

export const corridorRunCommand: Command = {
  name: 'corridor run',
  operands: ['<examples/case>'],
  summary: 'Run one example through both nodes and check what came out',
  options: {
    json: { type: 'boolean', meaning: 'Print steps, cases and the comparison as one JSON value' },
    at: {
      type: 'string',
      value: 'mn=http://…,kz=http://…',
      meaning: 'Use running nodes instead of starting some',
    },
    'assume-in-force': {
      type: 'string',
      value: 'YYYY-MM-DD',
      meaning:
        'Hypothetical entry into force of the agreement for all decisions; what the example expects is not checked then',
    },
    'database-url': {
      type: 'string',
      value: 'postgres://…',
      meaning: 'Server to make the two databases on for the run',
    },
    locale: {
      type: 'string',
      value: LOCALES.join('|'),
      meaning: 'Language of the explanations; en unless given',
    },
  },
  exitCodes: { 1: 'the journey failed, or what came out is not what the example expects' },
  examples: [
    'urtuu corridor run examples/kandas-without-treaty',
    'urtuu corridor run examples/kandas-with-treaty --at mn=http://localhost:4100,kz=http://localhost:4200',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const [folder, ...more] = operands;
  if (folder === undefined || more.length > 0) throw new WrongUsage('Wanted: one folder of examples/');
  const options = readOptions(values);
  const directory = resolve(folder);
  const example = await readExample(directory).catch((error: unknown) => {
    throw new WrongUsage(`${folder} is not an example: ${error instanceof Error ? error.message : ''}`);
  });
  const report = reporter(terminal, options.json);
  try {
    const where = await reach(options, report.note);
    try {
      return await journey({ options, example, directory, where, report, terminal });
    } finally {
      await where.leave();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { status, code, detail, errors = [] } = error.problem;
    for (const each of errors) terminal.err(`  ${each.pointer}: ${each.code}: ${each.detail}`);
    throw new Error(`A node refused: ${status} ${code} ${detail ?? ''}`, { cause: error });
  }
}

interface Options {
  readonly json: boolean;
  readonly locale: Locale;
  readonly at: Readonly<Record<Country, string>> | undefined;
  readonly assumeInForceFrom: string | undefined;
  readonly databaseUrl: string | undefined;
}

function readOptions(values: OptionValues): Options {
  const locale = values.text('locale') ?? 'en';
  if (!isLocale(locale))
    throw new WrongUsage(`--locale: found ${locale}, wanted one of ${LOCALES.join(', ')}`);
  const inForce = values.text('assume-in-force');
  if (inForce !== undefined && !parseDay(inForce).ok) {
    throw new WrongUsage(`--assume-in-force: found ${inForce}, wanted a day as YYYY-MM-DD`);
  }
  const at = values.text('at');
  return {
    json: values.has('json'),
    locale,
    at: at === undefined ? undefined : addresses(at),
    assumeInForceFrom: inForce,
    databaseUrl: values.text('database-url'),
  };
}

function addresses(text: string): Record<Country, string> {
  const found = new Map(text.split(',').map((part) => [part.slice(0, 2), part.slice(3).replace(/\/$/, '')]));
  const [MN, KZ] = [found.get('mn'), found.get('kz')];
  if (!MN?.startsWith('http') || !KZ?.startsWith('http')) {
    throw new WrongUsage(`--at: found ${text}, wanted mn=http://…,kz=http://…`);
  }
  return { MN, KZ };
}

interface Place {
  readonly urls: Readonly<Record<Country, string>>;
  readonly changeRegister?: (country: Country, file: string) => Promise<void>;
  leave(): Promise<void>;
}

/** The running nodes that were named, or a corridor of its own that leaves nothing behind. */
async function reach({ at, databaseUrl }: Options, note: (line: string) => void): Promise<Place> {
  if (at !== undefined) return { urls: at, leave: () => Promise.resolve() };
  const { startCorridor } = await import('../corridor/start-corridor.ts');
  const corridor = await startCorridor({
    dataDir: await mkdtemp(join(tmpdir(), 'urtuu-corridor-')),
    ports: 'free',
    ephemeral: true,
    databasePrefix: `run_${process.pid}_`,
    progress: note,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  return {
    urls: { MN: corridor.mn.url, KZ: corridor.kz.url },
    async changeRegister(country, file) {
      const node = country === 'MN' ? corridor.mn : corridor.kz;
      await node.changeRegister(await readPeopleFile(file));
    },
    leave: () => corridor.stop(),
  };
}

interface Run {
  readonly options: Options;
  readonly example: Example;
  readonly directory: string;
  readonly where: Place;
  readonly report: Reporter;
  readonly terminal: Terminal;
}

async function journey({ options, example, directory, where, report, terminal }: Run): Promise<number> {
  const [MN, KZ] = await Promise.all([openOffice('MN', where.urls.MN), openOffice('KZ', where.urls.KZ)]);
  report.note('signed in as the clerks and supervisors of both states');
  const { changeRegister } = where;
  const end = await travel({
    offices: { MN, KZ },
    example,
    waiting: { patience: PATIENCE, stop: terminal.stop },
    tell: report.event,
    ...(changeRegister === undefined
      ? {}
      : { changeRegister: (country, file) => changeRegister(country, join(directory, file)) }),
    ...(options.assumeInForceFrom === undefined ? {} : { assumeInForceFrom: options.assumeInForceFrom }),
  });
  const compared = options.assumeInForceFrom === undefined;
  const wrong = compared ? differences(example.case, end) : [];
  report.end(end, { wrong, compared, locale: options.locale });
  return wrong.length === 0 ? 0 : 1;
}

interface Ending {
  readonly wrong: readonly Difference[];
  readonly compared: boolean;
  readonly locale: Locale;
}

interface Reporter {
  readonly note: (line: string) => void;
  readonly event: (event: JourneyEvent) => void;
  readonly end: (end: JourneyEnd, ending: Ending) => void;
}

function reporter({ out, err }: Terminal, json: boolean): Reporter {
  const began = performance.now();
  const steps: (JourneyEvent & { readonly millis: number })[] = [];
  const time = (): string => `[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s]`;
  return {
    note: json ? () => undefined : (line) => out(`${time()}     ${line}`),
    event(event) {
      steps.push({ ...event, millis: Math.round(performance.now() - began) });
      if (!json) out(`${time()} ${event.at}  ${event.step.padEnd(16)} ${event.detail}`);
    },
    end(end, { wrong, compared, locale }) {
      if (json) {
        const decisions = { MN: decisionOf(end.cases.MN, 'MN'), KZ: decisionOf(end.cases.KZ, 'KZ') };
        out(JSON.stringify({ caseId: end.caseId, steps, decisions, compared, differences: wrong }, null, 2));
        return;
      }
      for (const country of ['MN', 'KZ'] as const)
        for (const line of decisionLines(end, country, locale)) out(line);
      out('');
      if (!compared) out('What the example expects was not checked: another entry into force was assumed.');
      else if (wrong.length === 0) out('All is as the example expects.');
      for (const { what, wanted, found } of wrong)
        err(`not as expected: ${what}: wanted ${wanted}, found ${found}`);
    },
  };
}

function decisionLines({ cases }: JourneyEnd, country: Country, locale: Locale): string[] {
  const decision = decisionOf(cases[country], country);
  if (decision === undefined) return ['', `${country}: no decision`];
  const { assessment, simulation, institution, approvedBy } = decision;
  return [
    '',
    `Decision of ${institution}, approved by ${approvedBy ?? 'nobody'}${simulation ? ', SIMULATION' : ''}`,
    ...summary(assessment, locale),
    ...(assessment.findings === undefined ? [] : [explain(assessment.findings, locale)]),
  ];
}
