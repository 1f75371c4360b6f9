/** `urtuu law diff`: which legal values changed between two days. */
import { addDays, day, type Day, type Locale } from '@urtuu/kernel';
import { changesBetween, inForce, wording, type ParameterVersion } from '@urtuu/law';
import { dayIn, readLocale } from './award-options.ts';
import { WrongUsage, type Command, type CommandInput, type OptionValues } from './command.ts';

export const lawDiffCommand: Command = {
  name: 'law diff',
  operands: [],
  summary: 'Show which legal values changed between two days, old and new',
  options: {
    from: { type: 'string', value: 'YYYY-MM-DD', meaning: 'Earlier day (needed)' },
    to: { type: 'string', value: 'YYYY-MM-DD', meaning: 'Later day (needed)' },
    pack: { type: 'string', value: 'mn|kz|kzmn|…', meaning: 'Only keys of this pack' },
    locale: { type: 'string', value: 'en|mn|kk|ru|zh', meaning: 'Language of the words; en unless given' },
    json: { type: 'boolean', meaning: 'Print the changes as JSON' },
  },
  examples: ['urtuu law diff --from 2025-12-31 --to 2026-01-01 --pack kz'],
  run,
};

/** One value that came into force, with what it replaced. */
interface Change {
  readonly key: string;
  readonly on: string;
  /** null: unknown, or no version known before */
  readonly before: string | null;
  readonly after: string | null;
  readonly unit: string;
  readonly status: string;
  readonly source: string;
}

function run({ operands, values, terminal }: CommandInput): Promise<number> {
  if (operands.length > 0) throw new WrongUsage('Wanted: no file, only --from and --to');
  const from = neededDay(values, 'from');
  const to = neededDay(values, 'to');
  if (to < from) throw new WrongUsage('--to: wanted a day not before --from');
  const locale = readLocale(values);
  const pack = values.text('pack');
  const changes = changesBetween(from, to)
    .filter(({ key }) => pack === undefined || key.startsWith(`${pack}.`))
    .map(changeOf);
  if (values.has('json')) terminal.out(JSON.stringify(changes, null, 2));
  else if (changes.length === 0) terminal.out('nothing changed');
  else for (const change of changes) terminal.out(inWords(change, locale));
  return Promise.resolve(0);
}

function neededDay(values: OptionValues, name: string): Day {
  const day = dayIn(values, name);
  if (day === undefined) throw new WrongUsage(`--${name}: wanted a day as YYYY-MM-DD`);
  return day;
}

function changeOf({ key, from, value, unit, status, source }: ParameterVersion): Change {
  const before = inForce(key, addDays(day(from), -1))?.value ?? null;
  return { key, on: from, before, after: value, unit, status, source };
}

function inWords({ key, on, before, after, unit, status, source }: Change, locale: Locale): string {
  const name = wording(`parameter.${key}`, {}, locale);
  return `${on}  ${key}  ${before ?? '–'} → ${after ?? 'unknown'} ${unit}  ${name} (${wording(`status.${status}`, {}, locale)}: ${source})`;
}
