import { ok, refuse, type Result } from '@urtuu/kernel';
import type { Setting } from './setting.ts';
import { environmentName, flagName } from './setting.ts';
import { settings, type NodeConfiguration, type SettingKey } from './settings.ts';

export interface ConfigurationSources {
  /** Contents of the configuration file, parsed; nested members or dotted keys. */
  readonly file?: { readonly name: string; readonly content: unknown };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Command line options by name without dashes. */
  readonly flags: Readonly<Record<string, string | undefined>>;
  /** What the caller knows, below everything else, such as the addresses the launcher chose. */
  readonly defaults?: Partial<Record<SettingKey, unknown>>;
}

/** What is wrong with one setting. `from` says where the value was found. */
export interface ConfigurationFault {
  readonly key: string;
  readonly from: string;
  readonly fault: string;
}

/**
 * A node's configuration: command line over environment over file over defaults. Every fault names the key and where
 * its value came from; values of secret settings are not shown.
 */
export function readConfiguration(
  sources: ConfigurationSources,
): Result<NodeConfiguration, readonly ConfigurationFault[]> {
  const faults: ConfigurationFault[] = [];
  const given = sources.file === undefined ? new Map<string, unknown>() : flatten(sources.file.content);
  for (const key of given.keys()) {
    if (!(key in settings)) faults.push({ key, from: sources.file?.name ?? '', fault: 'is not a setting' });
  }
  const values: [string, unknown][] = [];
  for (const [key, setting] of Object.entries<Setting>(settings)) {
    const found = find(key, setting, given, sources);
    if (found === undefined && !accepts(setting, undefined)) {
      const fault = `is missing: ${setting.meaning}`;
      faults.push({ key, from: `${environmentName(key)}, --${flagName(key)} or the file`, fault });
      continue;
    }
    const parsed = parse(setting, found?.value);
    if (parsed.ok) values.push([key, parsed.value]);
    else
      faults.push({
        key,
        from: found?.from ?? 'default',
        fault: describe(setting, found?.value, parsed.error),
      });
  }
  if (faults.length > 0) return refuse(faults);
  return ok(Object.fromEntries(values) as NodeConfiguration);
}

/** One line per fault, for the terminal. */
export function describeFaults(faults: readonly ConfigurationFault[]): string {
  return faults.map(({ key, from, fault }) => `${key}: ${fault} (${from})`).join('\n');
}

interface Found {
  readonly value: unknown;
  readonly from: string;
}

function find(
  key: string,
  setting: Setting,
  file: ReadonlyMap<string, unknown>,
  { environment, flags, defaults, file: source }: ConfigurationSources,
): Found | undefined {
  for (const flag of [flagName(key), setting.alsoFlag]) {
    if (flag !== undefined && flags[flag] !== undefined) return { value: flags[flag], from: `--${flag}` };
  }
  for (const name of [environmentName(key), setting.alsoEnvironment]) {
    const value = name === undefined ? undefined : environment[name];
    if (name !== undefined && value !== undefined && value !== '') return { value, from: name };
  }
  if (file.has(key)) return { value: file.get(key), from: source?.name ?? 'file' };
  const known: Readonly<Record<string, unknown>> = defaults ?? {};
  if (known[key] !== undefined) return { value: known[key], from: 'default' };
  return setting.default === undefined ? undefined : { value: setting.default, from: 'default' };
}

function parse(setting: Setting, value: unknown): Result<unknown, string> {
  try {
    const parsed = setting.schema.safeParse(value);
    if (parsed.success) return ok(parsed.data);
    return refuse(
      [...new Set(parsed.error.issues.map((issue) => placed(issue.path, issue.message)))].join('; '),
    );
  } catch (error) {
    // A list or object given as text that is not JSON.
    if (error instanceof SyntaxError) return refuse('is not valid JSON');
    throw error;
  }
}

function placed(path: readonly PropertyKey[], message: string): string {
  return path.length === 0 ? message : `at ${path.map(String).join('.')}: ${message}`;
}

function accepts(setting: Setting, value: unknown): boolean {
  return setting.schema.safeParse(value).success;
}

function describe(setting: Setting, value: unknown, fault: string): string {
  if (setting.secret || value === undefined) return fault;
  const shown = typeof value === 'string' ? `“${value.slice(0, 80)}”` : JSON.stringify(value)?.slice(0, 80);
  return `found ${shown}; ${fault}`;
}

/** Nested members become dotted keys, down to the keys of the table. */
function flatten(content: unknown, prefix = ''): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    if (prefix === '') flat.set('(the whole file)', content);
    return flat;
  }
  for (const [name, value] of Object.entries(content)) {
    const key = prefix === '' ? name : `${prefix}.${name}`;
    const isGroup =
      !(key in settings) && typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isGroup) flat.set(key, value);
    else for (const [inner, innerValue] of flatten(value, key)) flat.set(inner, innerValue);
  }
  return flat;
}
