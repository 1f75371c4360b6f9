/** `urtuu periods total`: how long the periods of a record are under a counting convention. */
import { dayOfInstant, type Locale } from '@urtuu/kernel';
import {
  CONVENTIONS,
  explainRule,
  totalPeriods,
  type ConventionName,
  type PeriodLength,
  type PeriodTotals,
} from '@urtuu/law';
import { dayIn, readLocale } from './award-options.ts';
import { WrongUsage, type Command, type CommandInput, type OptionValues } from './command.ts';
import { readRecord, WRONG_INPUT } from './read-record.ts';

export const periodsTotalCommand: Command = {
  name: 'periods total',
  operands: ['<record.json | ->'],
  summary: 'Count the periods of an insurance record under a named convention, each day once',
  options: {
    convention: { type: 'string', value: CONVENTIONS.join('|'), meaning: 'How lengths are counted (needed)' },
    on: {
      type: 'string',
      value: 'YYYY-MM-DD',
      meaning: 'Day on which the record closes; it is no longer counted; today (UTC) unless given',
    },
    locale: { type: 'string', value: 'en|mn|kk|ru|zh', meaning: 'Language of the words; en unless given' },
    json: { type: 'boolean', meaning: 'Print totals and the trace of days as JSON' },
  },
  examples: [
    'urtuu periods total examples/kandas-without-treaty/record.json --convention 30-360 --on 2026-11-02',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const convention = conventionIn(values);
  const on = dayIn(values, 'on') ?? dayOfInstant(new Date(), 0);
  const locale = readLocale(values);
  const record = await readRecord(operands, terminal);
  if (record === undefined) return WRONG_INPUT;
  const totals = totalPeriods(record, { convention, on });
  if (values.has('json')) terminal.out(JSON.stringify(totals, null, 2));
  else for (const line of inWords(totals, locale)) terminal.out(line);
  return 0;
}

function conventionIn(values: OptionValues): ConventionName {
  const asked = values.text('convention');
  const found = CONVENTIONS.find((name) => name === asked);
  if (found !== undefined) return found;
  throw new WrongUsage(
    `--convention: ${asked === undefined ? '' : `found ${asked}, `}wanted one of ${CONVENTIONS.join(', ')}`,
  );
}

function inWords(totals: PeriodTotals, locale: Locale): string[] {
  const { convention, unit, on, total, byCountry, byKind, timeline, flags } = totals;
  const line = (name: string, length: PeriodLength): string =>
    `  ${name.padEnd(14)} ${String(length.units).padStart(7)} ${unit}s${written(length)}`;
  return [
    `${convention}  until ${on} (exclusive)`,
    line('total', total),
    ...byCountry.map(({ country, ...length }) => line(country, length)),
    ...byKind.map(({ kind, ...length }) => line(kind, length)),
    '',
    ...timeline.map(
      ({ from, to, country, periodId, counted, rule, overlapsWith }) =>
        `  ${counted ? '✓' : '✗'} ${from}–${to}  ${country}  ${periodId}  ${explainRule(rule, locale)}${overlapsWith === undefined ? '' : ` (${overlapsWith})`}`,
    ),
    ...flags.map(({ flag, option }) => `  open question ${flag}: ${option ?? 'no answer'}, needs citation`),
  ];
}

function written({ exact, duration }: PeriodLength): string {
  const parts =
    duration === undefined ? '' : `  = ${duration.years} y ${duration.months} m ${duration.days} d`;
  return `${exact === undefined ? '' : `  (exactly ${exact})`}${parts}`;
}
