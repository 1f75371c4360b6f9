/** Writes docs/settings.md from the table of settings: `node node/configuration/generate.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { environmentName, flagName, type Setting } from './setting.ts';
import { settings } from './settings.ts';

const FILE = new URL('../../docs/settings.md', import.meta.url);

/** The page as the settings are now. */
export function settingsPage(): string {
  return `${[HEAD, ...Object.entries(groups()).map(sectionOf)].join('\n\n')}\n`;
}

/** The page as it is published. */
export function publishedSettingsPage(): string {
  return readFileSync(FILE, 'utf8');
}

const HEAD = `# Settings of a node

Made by \`node node/configuration/generate.ts\` from [node/configuration/settings.ts](../node/configuration/settings.ts); a test holds the two together. Do not edit.

A value is taken from the command line, else from the environment, else from the file given by \`--config\` (or \`URTUU_CONFIG\`), else from the default. The file is JSON with nested members, \`{"http":{"port":4200}}\`, or dotted keys, \`{"http.port":4200}\`; names of files in it are meant from where it lies. Lists are arrays in the file, and elsewhere JSON or separated by commas. A fault names the key, where the value was found and what was wanted; a key that is not a setting is a fault. Values of secret settings are not shown.`;

type Row = readonly [string, Setting];

function groups(): Record<string, readonly Row[]> {
  const rows: readonly Row[] = Object.entries<Setting>(settings);
  return Object.fromEntries(Map.groupBy(rows, ([key]) => key.split('.')[0] ?? ''));
}

function sectionOf([group, rows]: [string, readonly Row[]]): string {
  return [
    `## ${group}`,
    '',
    '| key | environment | option | default | meaning |',
    '|---|---|---|---|---|',
    ...rows.map(rowOf),
  ].join('\n');
}

function rowOf([key, { meaning, secret, alsoEnvironment, alsoFlag, ...setting }]: Row): string {
  const cells = [
    `\`${key}\``,
    named(environmentName(key), alsoEnvironment),
    named(`--${flagName(key)}`, alsoFlag === undefined ? undefined : `--${alsoFlag}`),
    defaultText(setting),
    secret === true ? `${meaning} (secret)` : meaning,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function named(own: string, also: string | undefined): string {
  const names = also === undefined || also === own ? [own] : [own, also];
  return names.map((name) => `\`${name}\``).join(', ');
}

function defaultText({ schema, default: value }: Pick<Setting, 'schema' | 'default'>): string {
  if (value !== undefined) return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
  return schema.safeParse(undefined).success ? 'none' : '**must be given**';
}

if (import.meta.main) writeFileSync(FILE, settingsPage());
