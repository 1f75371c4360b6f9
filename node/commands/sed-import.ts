/** `urtuu sed import`: a SED as JSON becomes a document, with everything that does not fit named. */
import { importSed, statedSums, type ImportedSed, type SumClaim } from '@urtuu/exchange';
import { convention, CONVENTIONS } from '@urtuu/law';
import type { Command, CommandInput } from './command.ts';
import { WRONG_INPUT } from './read-record.ts';
import { dialectIn, lossLines, readStrictJson, SED_OPTIONS, tellRefusals, writeOut } from './sed-file.ts';

export const sedImportCommand: Command = {
  name: 'sed import',
  operands: ['<sed.json | ->'],
  summary: 'Read an EESSI document as one of ours, with a list of losses and its sums counted again',
  options: {
    ...SED_OPTIONS,
    out: { type: 'string', value: 'document.json', meaning: 'Where the document is written' },
  },
  exitCodes: { 3: 'the document lacks members that its schema wants; they have been named' },
  examples: [
    'urtuu sed import examples/sed/p5000.json',
    'urtuu sed import examples/sed/p5000.json --out certificate.json',
  ],
  run,
};

const NOT_COMPLETE = 3;

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const dialect = dialectIn(values);
  const json = await readStrictJson(operands, terminal);
  if (json === undefined) return WRONG_INPUT;
  const imported = importSed(json, { dialect });
  if (!imported.ok) {
    tellRefusals(imported.error, terminal);
    return WRONG_INPUT;
  }
  const { document, faults } = imported.value;
  const sums = statedSums(document.content, CONVENTIONS.map(convention));
  await writeOut(values, { ...document });
  if (values.has('json')) terminal.out(JSON.stringify({ ...imported.value, sums }, null, 2));
  else for (const line of inWords(imported.value, sums)) terminal.out(line);
  return faults.length === 0 ? 0 : NOT_COMPLETE;
}

function inWords(imported: ImportedSed, sums: readonly SumClaim[]): string[] {
  const { sed, dialect, document, losses, supplied, unknownCodes, faults } = imported;
  return [
    `${sed} (${dialect})  →  ${document.type}  ${document.schema}`,
    '',
    ...lossLines(losses),
    ...listed(
      'unknown codes',
      unknownCodes.map(({ pointer, system, code }) => `${pointer}  ${system} ${code}`),
    ),
    ...listed('supplied', supplied),
    ...listed(
      'to be added',
      faults.map(({ pointer, detail }) => `${pointer === '' ? '(content)' : pointer}  ${detail}`),
    ),
    ...listed('stated sums', sums.flatMap(sumLines)),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

const PARTS = [
  ['years', 'y'],
  ['quarters', 'q'],
  ['months', 'm'],
  ['weeks', 'w'],
  ['days', 'd'],
] as const;

function sumLines({ pointer, stated, unknown, recounts, agreesWith }: SumClaim): string[] {
  const sum = PARTS.flatMap(([name, letter]) =>
    typeof stated[name] === 'number' ? [`${stated[name]} ${letter}`] : [],
  ).join(' ');
  const verdict =
    unknown === undefined
      ? agreesWith.length === 0
        ? 'agrees with no convention'
        : `agrees with ${agreesWith.join(', ')}`
      : `not counted: ${unknown}`;
  return [
    `${pointer}  ${sum}  ${verdict}`,
    ...recounts.map(
      ({ convention: name, unit, stated: units, recomputed, fraction, difference }) =>
        `  ${difference === 0 ? '✓' : ' '} ${name.padEnd(18)} ${units === null ? '–' : units} stated, ${recomputed}${
          fraction === undefined ? '' : ` + ${fraction}`
        } counted ${unit}s${difference === null || difference === 0 ? '' : `, ${difference > 0 ? '+' : ''}${difference}`}`,
    ),
  ];
}
