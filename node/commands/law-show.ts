/** `urtuu law show`: a legal value with its history, sources and status. */
import { wording, inForce, parameterKeys, versionsOf, type ParameterVersion } from '@urtuu/law';
import type { Locale } from '@urtuu/kernel';
import { dayIn, readLocale } from './award-options.ts';
import { WrongUsage, type Command, type CommandInput } from './command.ts';

const UNKNOWN = 1;

export const lawShowCommand: Command = {
  name: 'law show',
  operands: ['[key or beginning of a key]'],
  summary: 'Show a legal value: what holds when, from which source, how well known',
  options: {
    on: { type: 'string', value: 'YYYY-MM-DD', meaning: 'Only the version in force on this day' },
    locale: { type: 'string', value: 'en|mn|kk|ru|zh', meaning: 'Language of the words; en unless given' },
    json: { type: 'boolean', meaning: 'Print the versions as JSON' },
  },
  exitCodes: { 1: 'no value of that key is known, or none was in force on that day' },
  examples: ['urtuu law show kz.subsistenceMinimum --on 2026-03-01', 'urtuu law show mn.minPension'],
  run,
};

function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const [asked = '', ...more] = operands;
  if (more.length > 0) throw new WrongUsage('Wanted: one key, or the beginning of one');
  const on = dayIn(values, 'on');
  const locale = readLocale(values);
  const all = parameterKeys();
  const keys = all.includes(asked) ? [asked] : all.filter((key) => key.startsWith(asked));
  if (keys.length === 0) {
    const near = nearest(asked, all);
    terminal.err(
      `No legal value is named "${asked}".${near.length === 0 ? '' : ` Near: ${near.join(', ')}.`}`,
    );
    return Promise.resolve(UNKNOWN);
  }
  const found = keys.map((key) => {
    const version = on === undefined ? undefined : inForce(key, on);
    return { key, versions: on === undefined ? versionsOf(key) : version === undefined ? [] : [version] };
  });
  if (values.has('json')) terminal.out(JSON.stringify(keys.length === 1 ? found[0] : found, null, 2));
  else
    for (const { key, versions } of found)
      for (const line of inWords(key, versions, locale)) terminal.out(line);
  return Promise.resolve(found.some(({ versions }) => versions.length > 0) ? 0 : UNKNOWN);
}

function inWords(key: string, versions: readonly ParameterVersion[], locale: Locale): string[] {
  return [
    `${key}  ${wording(`parameter.${key}`, {}, locale)}${versions[0] === undefined ? '' : ` [${versions[0].unit}]`}`,
    ...(versions.length === 0 ? ['  nothing known for that day'] : []),
    ...versions.map(
      ({ value, status, source, note, ...version }) =>
        `  ${startOf(version)}${version.to === null ? '' : ` to ${version.to}`}: ${value ?? 'unknown, needs citation'} (${wording(`status.${status}`, {}, locale)}: ${source})${note === undefined ? '' : `; ${note}`}`,
    ),
  ];
}

/** As exact as the source. */
function startOf({
  from,
  datePrecision,
  startStated,
  knownIn,
}: Pick<ParameterVersion, 'from' | 'datePrecision' | 'startStated' | 'knownIn'>): string {
  const stated = from.slice(0, { year: 4, month: 7, day: 10 }[datePrecision]);
  if (startStated) return `from ${stated}`;
  return `start not stated, ${knownIn === undefined ? `taken from ${stated}` : `in force in ${knownIn}`}`;
}

/** Keys that hold the words asked for, else those with the longest common beginning. */
function nearest(asked: string, keys: readonly string[]): string[] {
  const word = asked.toLowerCase().split('.').at(-1) ?? '';
  const holding = keys.filter((key) => word !== '' && key.toLowerCase().includes(word));
  if (holding.length > 0) return holding.slice(0, 5);
  const common = (key: string): number => {
    let length = 0;
    while (length < key.length && key[length] === asked[length]) length += 1;
    return length;
  };
  const most = Math.max(...keys.map(common));
  return most < 2 ? [] : keys.filter((key) => common(key) === most).slice(0, 5);
}
