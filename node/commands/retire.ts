/** `urtuu retire`: the earliest day and amount of each way into the old-age pension. */
import { dayOfInstant, type Locale } from '@urtuu/kernel';
import { retire, wording, type Outlook } from '@urtuu/law';
import { AWARD_OPTIONS, dayIn, readAwardOptions, readLocale } from './award-options.ts';
import { type Command, type CommandInput } from './command.ts';
import { readRecord, WRONG_INPUT } from './read-record.ts';

const NEVER = 3;

export const retireCommand: Command = {
  name: 'retire',
  operands: ['<record.json | ->'],
  summary: 'Find the earliest retirement by each route, with the amount at that day',
  options: {
    law: AWARD_OPTIONS.law,
    from: { type: 'string', value: 'YYYY-MM-DD', meaning: 'First day looked at; today (UTC) unless given' },
    continue: {
      type: 'boolean',
      meaning: 'Assume that work and the last income go on; else nothing more is paid',
    },
    carry: {
      type: 'boolean',
      meaning: 'Where the law of a later day is not known, suppose that its values of the first day go on',
    },
    treaty: AWARD_OPTIONS.treaty,
    assume: AWARD_OPTIONS.assume,
    locale: AWARD_OPTIONS.locale,
    json: { type: 'boolean', meaning: 'Print the outlook as JSON' },
  },
  exitCodes: { 3: 'no route opens by the age of 75' },
  examples: ['urtuu retire examples/kandas-without-treaty/record.json --law kz --from 2024-01-01 --continue'],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const { on: _today, payOn: _paid, benefit: _benefit, ...options } = readAwardOptions(values);
  const from = dayIn(values, 'from') ?? dayOfInstant(new Date(), 0);
  const locale = readLocale(values);
  const record = await readRecord(operands, terminal);
  if (record === undefined) return WRONG_INPUT;
  const outlook = retire(record, {
    ...options,
    ...(values.has('carry') ? { carryFrom: from } : {}),
    from,
    work: values.has('continue') ? 'continues' : 'stops',
  });
  if (values.has('json')) terminal.out(JSON.stringify(outlook, null, 2));
  else for (const line of inWords(outlook, locale)) terminal.out(line);
  return outlook.routes.length === 0 ? NEVER : 0;
}

function inWords({ law, from, work, until, routes, missing }: Outlook, locale: Locale): string[] {
  return [
    `${law}  from ${from} to ${until}  ${wording(`outlook.${work}`, {}, locale)}`,
    ...routes.map(({ route, on, age, component, outcome, amount, currency }) => {
      const months = age.years * 12 + age.months;
      const paid = amount === undefined ? wording(`outcome.${outcome}`, {}, locale) : `${amount} ${currency}`;
      return `  ${on}  ${route.padEnd(22)} ${paid.padStart(16)}  ${wording('outlook.age', { age: { age: months } }, locale)}, ${wording(`component.${component}`, {}, locale)}`;
    }),
    ...(routes.length === 0 ? [`  ${wording('outlook.never', {}, locale)}`] : []),
    ...(routes.length === 0 ? missing.map(({ fact }) => `  missing ${fact}`) : []),
  ];
}
