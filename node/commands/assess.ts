/** `urtuu assess`: the pension of one insurance record under one law. */
import { identifierWarnings } from '@urtuu/identity';
import type { Locale } from '@urtuu/kernel';
import {
  assess,
  explain,
  explainChange,
  explainMissing,
  warningsOf,
  whyNot,
  wording,
  type Assessment,
  type Component,
  type Fault,
  type InsuranceRecord,
  type LawCode,
  type SmallestChange,
} from '@urtuu/law';
import { assessBatch, BATCH_OPTIONS } from './assess-batch.ts';
import { AWARD_OPTIONS, readAwardOptions, readLocale, type AwardOptions } from './award-options.ts';
import { WrongUsage, type Command, type CommandInput, type OptionValues } from './command.ts';
import { faultLine, readRecord, WRONG_INPUT } from './read-record.ts';

const EXIT = { eligible: 0, notEligible: 3, undetermined: 4 } as const;

export const assessCommand: Command = {
  name: 'assess',
  operands: ['<record.json | ->'],
  summary: 'Assess insurance records: outcome, amounts per component, explanation; one, or a file of them',
  options: {
    ...AWARD_OPTIONS,
    json: { type: 'boolean', meaning: 'Print the whole assessment as JSON' },
    explain: { type: 'boolean', meaning: 'Print every rule with its inputs, parameters and articles' },
    'why-not': {
      type: 'boolean',
      meaning: 'Explain a refused old-age pension by the smallest changes that would open it',
    },
    ...BATCH_OPTIONS,
  },
  exitCodes: { 0: 'eligible', 3: 'not eligible', 4: 'undetermined: a fact is missing' },
  examples: [
    'urtuu assess examples/kandas-without-treaty/record.json --law kz --explain',
    'urtuu assess record.json --law kz --treaty kz-mn --assume kzmn.inForceFrom=2026-07-01 --json',
    'urtuu assess record.json --law mn --why-not',
    'urtuu assess --batch records.ndjson --out awards.parquet --law mn --on 2026-06-01',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  if (values.text('batch') !== undefined) {
    if (operands.length > 0) throw new WrongUsage('--batch names the file; wanted no other');
    return assessBatch(values, terminal);
  }
  const options = readAwardOptions(values);
  const locale = readLocale(values);
  const record = await readRecord(operands, terminal);
  return record === undefined ? WRONG_INPUT : conclude(record, options, locale, values, terminal);
}

function conclude(
  record: InsuranceRecord,
  options: AwardOptions,
  locale: Locale,
  values: OptionValues,
  { out, err }: CommandInput['terminal'],
): number {
  const full = values.has('explain') || values.has('json');
  const assessment = assess(record, { ...options, explain: full ? 'full' : 'none' });
  for (const warning of [...warningsOf(record), ...identifierNotes(record)])
    err(`warning: ${faultLine(warning)}`);
  const refusal = values.has('why-not') ? refusalOf(record, options) : undefined;
  if (values.has('json'))
    out(JSON.stringify(refusal === undefined ? assessment : { ...assessment, changes: refusal }, null, 2));
  else for (const line of summary(assessment, locale)) out(line);
  if (values.has('explain') && !values.has('json') && assessment.findings !== undefined) {
    out('');
    out(explain(assessment.findings, locale));
  }
  if (refusal !== undefined && !values.has('json'))
    for (const line of changesInWords(refusal, options.law, locale)) out(line);
  return EXIT[assessment.outcome];
}

/** The changes that would open what is refused. Throws WrongUsage for a benefit that has no such search. */
function refusalOf(
  record: InsuranceRecord,
  { benefit, ...options }: AwardOptions,
): readonly SmallestChange[] {
  if (benefit !== undefined && benefit !== 'oldAge')
    throw new WrongUsage('--why-not: wanted the old-age pension');
  return whyNot(record, options).changes;
}

function changesInWords(changes: readonly SmallestChange[], law: LawCode, locale: Locale): string[] {
  if (changes.length === 0) return ['', `  ${wording('change.none', {}, locale)}`];
  return ['', ...changes.map((change) => `  → ${explainChange(change, law, locale)}`)];
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
  const width = Math.max(16, ...components.map(({ component }) => component.length));
  return [
    `${assessment.law}  ${assessment.on}  ${assessment.outcome} (${wording(`outcome.${assessment.outcome}`, {}, locale)})`,
    ...components.flatMap((one) => componentLines(one, width, locale)),
    ...(total === undefined
      ? []
      : [
          `  ${'total'.padEnd(width)} ${`${total.amount} ${total.currency}`.padStart(18)}${cadence(total.per, locale)}`,
        ]),
    ...missing.map((fact) => `  missing ${fact.fact}: ${explainMissing(fact, locale)}`),
    ...nextEligible.map(({ route, on }) => `  next ${route}: ${on}`),
    ...(treaty.asked
      ? [
          `  treaty kz-mn: ${treaty.applied ? 'applied' : 'not applied'} (${treaty.reason})${assessment.simulation ? ', simulation' : ''}`,
        ]
      : assessment.simulation
        ? ['  simulation']
        : []),
  ];
}

/** A component with what its amount is for, and its payments month by month where they are not alike. */
function componentLines(
  { component, outcome, amount, currency, per, until, installments = [] }: Component,
  width: number,
  locale: Locale,
): string[] {
  const result = amount === undefined ? outcome : `${amount} ${currency}`;
  const words = `${wording(`component.${component}`, {}, locale)}${cadence(per, locale)}`;
  const last = until === undefined ? '' : `  until ${until}`;
  return [
    `  ${component.padEnd(width)} ${result.padStart(18)}  ${words}${last}`,
    ...installments.map(
      (one) => `    ${one.month}  ${String(one.days).padStart(3)}  ${one.amount} ${currency}`,
    ),
  ];
}

function cadence(per: Component['per'], locale: Locale): string {
  return per === undefined ? '' : `, ${wording(`per.${per}`, {}, locale)}`;
}
