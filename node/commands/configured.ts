/** The options and the reading of a node's configuration, for all commands that work on one node. */
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { describeFaults, readConfiguration } from '../configuration/read-configuration.ts';
import { flagName, type Setting } from '../configuration/setting.ts';
import { settings, type NodeConfiguration } from '../configuration/settings.ts';
import { WrongUsage, type CommandInput, type CommandOption, type OptionValues } from './command.ts';

/** One option per setting, and `--config`. */
export const configurationOptions: Readonly<Record<string, CommandOption>> = {
  config: { type: 'string', short: 'c', value: 'file.json', meaning: 'Configuration file' },
  ...Object.fromEntries(
    Object.entries<Setting>(settings).flatMap(([key, { meaning, alsoFlag }]) => {
      const option = { type: 'string', value: 'value', meaning: `${meaning} (${key})` } as const;
      const names = alsoFlag === undefined ? [flagName(key)] : [...new Set([flagName(key), alsoFlag])];
      return names.map((name) => [name, option] as const);
    }),
  ),
};

/** Reads file, environment and options. Throws WrongUsage with one line per fault. */
export async function configurationOf({ values, terminal }: CommandInput): Promise<NodeConfiguration> {
  const name = values.text('config') ?? terminal.environment.URTUU_CONFIG;
  const file = name === undefined ? undefined : { name, content: await readFileOf(name) };
  const read = readConfiguration({
    ...(file === undefined ? {} : { file }),
    environment: terminal.environment,
    flags: flagsOf(values),
  });
  if (!read.ok) throw new WrongUsage(`The configuration is not usable:\n${describeFaults(read.error)}`);
  return file === undefined ? read.value : relativeTo(dirname(file.name), read.value);
}

async function readFileOf(name: string): Promise<unknown> {
  const text = await readFile(name, 'utf8').catch((error: unknown) => {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new WrongUsage(`--config: ${name} cannot be read (${why})`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongUsage(`--config: ${name} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function flagsOf(values: OptionValues): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(configurationOptions).map((name) => [name, values.text(name)]));
}

/** Names of files in a configuration file are meant from where it lies. */
function relativeTo(folder: string, config: NodeConfiguration): NodeConfiguration {
  const place = (file: string): string => (isAbsolute(file) ? file : join(folder, file));
  const keyFile = config['register.signingKeyFile'];
  return {
    ...config,
    'node.dataDir': place(config['node.dataDir']),
    'exchange.partners': config['exchange.partners'].map(place),
    ...(keyFile === undefined ? {} : { 'register.signingKeyFile': place(keyFile) }),
  };
}
