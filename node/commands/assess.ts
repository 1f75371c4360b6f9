/** `urtuu assess`: the pension of one insurance record under one law. */
import { readFile } from 'node:fs/promises';
import { identifierFaults, identifierWarnings } from '@urtuu/identity';
import { dayOfInstant, isLocale, LOCALES, parseDay, type Day, type Locale } from '@urtuu/kernel';
import {
  assess,
  explain,
  explainMissing,
  faultsOfAssumptions,
  parseInsuranceRecord,
  warningsOf,
  wording,
  type Assessment,
  type Fault,
  type InsuranceRecord,
  type LawCode,
} from '@urtuu/law';
import { nationalNodes } from '../corridor/national-nodes.ts';
import { WrongUsage, type Command, type CommandInput, type OptionValues } from './command.ts';

const EXIT = { eligible: 0, notEligible: 3, undetermined: 4, wrongInput: 2 } as const;

export const assessCommand: Command = {
  name: 'assess',
  operands: ['<record.json | ->'],
  summary: 'Assess one insurance record: outcome, amounts per component, explanation',
  options: {
    law: { type: 'string', value: 'mn|kz', meaning: 'Law of the awarding state (needed)' },
    treaty: { type: 'string', value: 'kz-mn', meaning: 'Agreement to apply, if it is in force' },
    on: {
      type: 'string',
      value: 'YYYY-MM-DD',
      meaning: 'Award date; today in the awarding state unless given',
    },
    'pay-on': { type: 'string', value: 'YYYY-MM-DD', meaning: 'Payment date; the award date unless given' },
    assume: {
      type: 'string',
      value: 'key=value',
      multiple: true,
      meaning: 'Answer to an open question of law, such as kzmn.inForceFrom=2026-07-01; may be repeated',
    },
    json: { type: 'boolean', meaning: 'Print the whole assessment as JSON' },
    explain: { type: 'boolean', meaning: 'Print every rule with its inputs, parameters and articles' },
    locale: { type: 'string', value: LOCALES.join('|'), meaning: 'Language of the words; en unless given' },
  },
  exitCodes: { 0: 'eligible', 3: 'not eligible', 4: 'undetermined: a fact is missing' },
  examples: [
    'urtuu assess examples/kandas-without-treaty/record.json --law kz --explain',
    'urtuu assess record.json --law kz --treaty kz-mn --assume kzmn.inForceFrom=2026-07-01 --json',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0)
    throw new WrongUsage('Wanted: one file with an insurance record, or -');
  const options = readOptions(values);
  const text = file === '-' ? await terminal.stdin() : await readFile(file, 'utf8').catch(unreadable(file));
  const read = readRecord(text);
  if (!Array.isArray(read)) return conclude(read, options, values, terminal);
  for (const line of read) terminal.err(line);
  return EXIT.wrongInput;
}

interface Options {
  readonly law: LawCode;
  readonly on: Day;
  readonly payOn: Day | undefined;
  readonly treaty: boolean;
  readonly assume: Readonly<Record<string, string>>;
  readonly locale: Locale;
}

function readOptions(values: OptionValues): Options {
  const law = values.text('law');
  if (law !== 'mn' && law !== 'kz') throw new WrongUsage('--law: wanted mn or kz');
  const treaty = values.text('treaty');
  if (treaty !== undefined && treaty !== 'kz-mn')
    throw new WrongUsage(`--treaty: found ${treaty}, wanted kz-mn`);
  const locale = values.text('locale') ?? 'en';
  if (!isLocale(locale))
    throw new WrongUsage(`--locale: found ${locale}, wanted one of ${LOCALES.join(', ')}`);
  const on = dayIn(values, 'on') ?? dayOfInstant(new Date(), nationalNodes[law].utcOffsetMinutes);
  const payOn = dayIn(values, 'pay-on');
  if (payOn !== undefined && payOn < on) throw new WrongUsage('--pay-on: wanted a day not before --on');
  return { law, on, payOn, treaty: treaty !== undefined, assume: assumptions(values), locale };
}

function dayIn(values: OptionValues, name: string): Day | undefined {
  const text = values.text(name);
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (!day.ok) throw new WrongUsage(`--${name}: found ${text}, wanted a day of the calendar as YYYY-MM-DD`);
  return day.value;
}

function assumptions(values: OptionValues): Record<string, string> {
  const pairs = values.texts('assume').map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new WrongUsage(`--assume: found ${text}, wanted key=value`);
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  const assume = Object.fromEntries(pairs);
  const [fault] = faultsOfAssumptions(assume);
  if (fault !== undefined) throw new WrongUsage(`--assume ${fault.pointer.slice(1)}: ${fault.detail}`);
  return assume;
}

/** The record, or one line per fault with its JSON pointer. */
function readRecord(text: string): InsuranceRecord | string[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [`(whole file): not JSON: ${error instanceof Error ? error.message : ''}`];
  }
  const parsed = parseInsuranceRecord(json, identifierFaults);
  return parsed.ok ? parsed.value : parsed.error.map(faultLine);
}

/** One line: a pointer, the stable code, what was found and wanted. */
function faultLine({ pointer, code, detail }: Fault): string {
  return `${pointer === '' ? '(whole record)' : pointer}: ${code}: ${detail.replaceAll(/\s+/g, ' ')}`;
}

function conclude(
  record: InsuranceRecord,
  { law, on, payOn, treaty, assume, locale }: Options,
  values: OptionValues,
  { out, err }: CommandInput['terminal'],
): number {
  const full = values.has('explain') || values.has('json');
  const assessment = assess(record, {
    law,
    on,
    assume,
    explain: full ? 'full' : 'none',
    ...(payOn === undefined ? {} : { payOn }),
    ...(treaty ? { treaty: 'kz-mn' } : {}),
  });
  for (const warning of [...warningsOf(record), ...identifierNotes(record)])
    err(`warning: ${faultLine(warning)}`);
  if (values.has('json')) out(JSON.stringify(assessment, null, 2));
  else for (const line of summary(assessment, locale)) out(line);
  if (values.has('explain') && !values.has('json') && assessment.findings !== undefined) {
    out('');
    out(explain(assessment.findings, locale));
  }
  return EXIT[assessment.outcome];
}

/** Rules of identifiers that are not confirmed warn and never refuse. */
function identifierNotes({ person }: InsuranceRecord): Fault[] {
  return person.identifiers.flatMap((identifier, i) =>
    identifierWarnings(identifier, person).map((found) => ({
      ...found,
      pointer: `/person/identifiers/${i}${found.pointer}`,
    })),
  );
}

/** The result for a reader: codes stand as they are, words come in the language asked for. */
export function summary(assessment: Assessment, locale: Locale): string[] {
  const { components, total, treaty, missing, nextEligible = [] } = assessment;
  return [
    `${assessment.law}  ${assessment.on}  ${assessment.outcome} (${wording(`outcome.${assessment.outcome}`, {}, locale)})`,
    ...components.map(({ component, outcome, amount, currency }) => {
      const result = amount === undefined ? outcome : `${amount} ${currency}`;
      return `  ${component.padEnd(16)} ${result.padStart(18)}  ${wording(`component.${component}`, {}, locale)}`;
    }),
    ...(total === undefined
      ? []
      : [`  ${'total'.padEnd(16)} ${`${total.amount} ${total.currency}`.padStart(18)}`]),
    ...missing.map((fact) => `  missing ${fact.fact}: ${explainMissing(fact, locale)}`),
    ...nextEligible.map(({ route, on }) => `  next ${route}: ${on}`),
    ...(treaty.asked
      ? [
          `  treaty kz-mn: ${treaty.applied ? 'applied' : 'not applied'} (${treaty.reason})${assessment.simulation ? ', simulation' : ''}`,
        ]
      : []),
  ];
}

function unreadable(file: string): (error: unknown) => never {
  return (error) => {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new WrongUsage(`${file} cannot be read (${why})`);
  };
}
