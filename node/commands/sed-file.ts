/** What the two SED commands share: strict reading of a file, the dialect, losses in words. */
import { writeFile } from 'node:fs/promises';
import { DIALECTS, type Dialect, type Loss, type SedRefusal } from '@urtuu/exchange';
import { EXCHANGE_JSON_LIMITS, parseStrictJson, type Json } from '@urtuu/kernel';
import { WrongUsage, type CommandOption, type OptionValues, type Terminal } from './command.ts';
import { readText } from './read-record.ts';

export const SED_OPTIONS = {
  dialect: {
    type: 'string',
    value: DIALECTS.join('|'),
    meaning: "Names of the SED's members: of Norway's pension agency, or plain English ones",
  },
  json: { type: 'boolean', meaning: 'Print everything as JSON' },
} as const satisfies Readonly<Record<string, CommandOption>>;

export function dialectIn(values: OptionValues): Dialect | undefined {
  const asked = values.text('dialect');
  const found = DIALECTS.find((name) => name === asked);
  if (asked === undefined || found !== undefined) return found;
  throw new WrongUsage(`--dialect: found ${asked}, wanted ${DIALECTS.join(' or ')}`);
}

/** The JSON of the only operand; undefined where it is none, which has been told. Duplicate members are refused. */
export async function readStrictJson(
  operands: readonly string[],
  terminal: Terminal,
): Promise<Json | undefined> {
  const parsed = parseStrictJson(await readText(operands, terminal), EXCHANGE_JSON_LIMITS);
  if (parsed.ok) return parsed.value;
  const { pointer, code, offset } = parsed.error;
  terminal.err(`${pointer === '' ? '(whole file)' : pointer}: ${code}: at character ${offset + 1}`);
  return undefined;
}

export function tellRefusals(refusals: readonly SedRefusal[], terminal: Terminal): void {
  for (const { pointer, code, detail } of refusals)
    terminal.err(`${pointer === '' ? '(whole file)' : pointer}: ${code}: ${detail}`);
}

/** Writes what came out to the file of `--out`, if one is named. */
export async function writeOut(values: OptionValues, value: Json): Promise<void> {
  const file = values.text('out');
  if (file === undefined) return;
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`).catch((error: unknown) => {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new WrongUsage(`${file} cannot be written (${why})`);
  });
}

const REASONS = {
  'no-place': 'no place for it on the other side',
  unreadable: 'not what this member holds',
  spelling: 'written otherwise, the meaning stays',
  'second-value': 'another value is in its place',
  repeated: 'said twice, kept once',
  incomplete: 'its block lacks a member it must have',
  'other-code-list': 'a code of a list that this member does not hold',
} as const satisfies Readonly<Record<Loss['reason'], string>>;

const MOST = 80;

export function lossLines(losses: readonly Loss[]): string[] {
  if (losses.length === 0) return ['losses         none'];
  return [
    `losses         ${losses.length}`,
    ...losses.map(({ pointer, value, reason }) => {
      const shown = JSON.stringify(value);
      return `  ${pointer}  ${shown.length > MOST ? `${shown.slice(0, MOST)}…` : shown}  ${REASONS[reason]}`;
    }),
  ];
}
