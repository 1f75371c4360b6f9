/** `urtuu start`: the whole demonstration, or one node of it on a PostgreSQL of one's own. */
import { resolve } from 'node:path';
import type { Corridor, CorridorOptions, CorridorPorts } from '../corridor/start-corridor.ts';
import { isNodeId, NODE_IDS } from '../corridor/national-nodes.ts';
import {
  WrongUsage,
  type Command,
  type CommandInput,
  type CommandOption,
  type OptionValues,
  type Terminal,
} from './command.ts';
import { aborted } from './node.ts';

const PORT_OPTIONS = {
  'mn-port': ['mn', 'Port of Mongolia’s node; 4100 unless given'],
  'kz-port': ['kz', 'Port of Kazakhstan’s node; 4200 unless given'],
  'sign-in-port': ['signIn', 'Port of the development OpenID provider; 4300 unless given'],
  'mn-register-port': ['mnRegister', 'Port of Mongolia’s register simulator; 4110 unless given'],
  'kz-register-port': ['kzRegister', 'Port of Kazakhstan’s register simulator; 4210 unless given'],
} as const satisfies Record<string, readonly [keyof CorridorPorts, string]>;

const portOptions = Object.fromEntries(
  Object.entries(PORT_OPTIONS).map(([name, [, meaning]]): [string, CommandOption] => [
    name,
    { type: 'string', value: 'port', meaning },
  ]),
);

/** Beside the people of the examples, so that the registers look like registers. */
const SYNTHETIC_PERSONS = 300;

export const startCommand: Command = {
  name: 'start',
  operands: [],
  summary: 'Run the demonstration corridor: two nodes, their registers, databases and sign-in',
  options: {
    node: { type: 'string', value: NODE_IDS.join('|'), meaning: 'Run this node alone' },
    'database-url': {
      type: 'string',
      value: 'postgres://…',
      meaning:
        'PostgreSQL to use instead of the built-in one; databases urtuu_mn and urtuu_kz are made on it',
    },
    'data-dir': {
      type: 'string',
      value: 'folder',
      meaning: 'Folder of keys, logs and databases; .urtuu unless given',
    },
    synthetic: { type: 'string', value: 'n', meaning: 'Made-up persons in each register; 300 unless given' },
    ...portOptions,
  },
  examples: ['npm start', 'npm start -- --node mn --database-url postgres://urtuu@db.example:5432/urtuu'],
  run,
};

async function run({ values, terminal, operands }: CommandInput): Promise<number> {
  if (operands.length > 0) throw new WrongUsage(`start takes no operands; found ${operands.join(' ')}`);
  const options = readOptions(values, terminal.environment);
  const began = performance.now();
  const say = (line: string): void => {
    if (!terminal.stop.aborted) terminal.out(`[${seconds(began)}] ${line}`);
  };
  const lock = await import('../corridor/launcher-lock.ts');
  const release = await lock.takeLauncherLock(options.dataDir);
  try {
    const { ensureConsole } = await import('../composition/console-files.ts');
    if (!(await ensureConsole(say))) say('the console is built');
    const { startCorridor } = await import('../corridor/start-corridor.ts');
    const corridor = await startCorridor({ ...options, progress: say });
    try {
      for (const line of welcome(corridor, options.dataDir, seconds(began))) terminal.out(line);
      const stopped = await Promise.race([
        aborted(terminal.stop).then(() => undefined),
        ...Object.values(corridor.nodes).map((node) =>
          node.ended().then((how) => `${node.id} ended: ${how}`),
        ),
      ]);
      if (stopped !== undefined) throw new Error(`${stopped}; its log is in ${options.dataDir}`);
      terminal.out('\nstopping');
    } finally {
      await corridor.stop();
    }
    terminal.out('stopped');
    return 0;
  } finally {
    await release();
  }
}

function readOptions(values: OptionValues, environment: Terminal['environment']): CorridorOptions {
  const node = values.text('node');
  if (node !== undefined && !isNodeId(node)) throw new WrongUsage(`--node: found ${node}, wanted mn or kz`);
  const databaseUrl = values.text('database-url');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new WrongUsage('--database-url: wanted postgres://user:password@host:port/database');
  }
  const ports = Object.entries(PORT_OPTIONS).flatMap(([name, [key]]) => {
    const port = wholeNumber(values, name, 65_535);
    return port === undefined ? [] : [[key, port] as const];
  });
  return {
    dataDir: resolve(values.text('data-dir') ?? '.urtuu'),
    ports: Object.fromEntries(ports),
    synthetic: wholeNumber(values, 'synthetic', 100_000) ?? SYNTHETIC_PERSONS,
    ...(node === undefined ? {} : { nodes: [node], environment: settingsIn(environment, databaseUrl) }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  };
}

/** One node alone takes its settings from the environment, too; a server named by option comes first. */
function settingsIn(
  environment: Terminal['environment'],
  databaseUrl: string | undefined,
): Terminal['environment'] {
  if (databaseUrl === undefined) return environment;
  const { DATABASE_URL: _, URTUU_DATABASE_URL: __, ...others } = environment;
  return others;
}

function wholeNumber(values: OptionValues, name: string, most: number): number | undefined {
  const text = values.text(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) {
    throw new WrongUsage(`--${name}: found ${text}, wanted a whole number from 0 to ${most}`);
  }
  return number;
}

const TITLES = { mn: 'Mongolia', kz: 'Kazakhstan' } as const;

function welcome({ nodes, accounts }: Corridor, dataDir: string, time: string): string[] {
  const running = Object.values(nodes);
  const staff = accounts.filter(({ roles }) => !roles.includes('citizen')).map(({ account }) => account);
  const citizens = accounts.length - staff.length;
  return [
    '',
    `Ready in ${time}.`,
    '',
    ...running.map(({ id, url }) => `  ${TITLES[id].padEnd(12)} ${url}`),
    '',
    '  The agreement kz-mn is not in force: this is a demonstration with made-up persons.',
    '',
    `  Accounts, chosen without a password: ${staff.join(', ')}`,
    `  and ${citizens} citizens, such as ${accounts.find(({ roles }) => roles.includes('citizen'))?.account ?? 'none'}.`,
    '',
    '  Try: sign in in Kazakhstan as clerk.kz, import examples/kandas-with-treaty/claim.json as a claim,',
    '  ask Mongolia for periods, draw up the decision, approve it as supervisor.kz.',
    '  Or: npx urtuu corridor run examples/kandas-with-treaty',
    '',
    `  Files are in ${dataDir}. Ctrl-C stops.`,
  ];
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
