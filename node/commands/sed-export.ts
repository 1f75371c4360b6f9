/** `urtuu sed export`: one of our documents becomes a SED as JSON, with everything that does not fit named. */
import { exportSed, type ExportedSed, type SedVersion } from '@urtuu/exchange';
import { WrongUsage, type Command, type CommandInput, type OptionValues } from './command.ts';
import { WRONG_INPUT } from './read-record.ts';
import { dialectIn, lossLines, readStrictJson, SED_OPTIONS, tellRefusals, writeOut } from './sed-file.ts';

export const sedExportCommand: Command = {
  name: 'sed export',
  operands: ['<document.json | ->'],
  summary: 'Write one of our documents as an EESSI document, with a list of losses',
  options: {
    ...SED_OPTIONS,
    'sed-version': {
      type: 'string',
      value: '4.2',
      meaning: 'Version of the SED, generation and version; 4.2',
    },
    out: { type: 'string', value: 'sed.json', meaning: 'Where the SED is written' },
  },
  examples: [
    'urtuu sed export exchange/documents/examples/period-certificate.json',
    'urtuu sed export exchange/documents/examples/claim-old-age.json --dialect plain --json',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  const dialect = dialectIn(values);
  const version = versionIn(values);
  const json = await readStrictJson(operands, terminal);
  if (json === undefined) return WRONG_INPUT;
  const exported = exportSed(json, { dialect, version });
  if (!exported.ok) {
    tellRefusals(exported.error, terminal);
    return WRONG_INPUT;
  }
  await writeOut(values, exported.value.json);
  if (values.has('json')) terminal.out(JSON.stringify(exported.value, null, 2));
  else for (const line of inWords(exported.value)) terminal.out(line);
  return 0;
}

function versionIn(values: OptionValues): SedVersion | undefined {
  const asked = values.text('sed-version');
  if (asked === undefined) return undefined;
  const [, sedGVer, sedVer] = /^(\d{1,2})\.(\d{1,2})$/.exec(asked) ?? [];
  if (sedGVer === undefined || sedVer === undefined)
    throw new WrongUsage(`--sed-version: found ${asked}, wanted two numbers such as 4.2`);
  return { sedGVer, sedVer };
}

function inWords({ sed, dialect, json, losses, unknownCodes }: ExportedSed): string[] {
  return [
    `${sed} (${dialect})`,
    '',
    ...lossLines(losses),
    ...unknownCodes.map(({ pointer, system, code }) => `unknown code   ${pointer}  ${system} ${code}`),
    '',
    JSON.stringify(json, null, 2),
  ];
}
