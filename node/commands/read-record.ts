/** The insurance record that a command is about: one file, or standard input. */
import { readFile } from 'node:fs/promises';
import { identifierFaults } from '@urtuu/identity';
import { parseInsuranceRecord, type Fault, type InsuranceRecord } from '@urtuu/law';
import { WrongUsage, type Terminal } from './command.ts';

/** Exit code where the record is not one; its faults have been printed. */
export const WRONG_INPUT = 2;

/**
 * Reads the record named by the only operand, `-` for standard input. A wrong one is told on standard error, one line
 * per fault with its JSON pointer, and gives undefined. Throws WrongUsage where no file is named or it cannot be read.
 */
export async function readRecord(
  operands: readonly string[],
  terminal: Terminal,
): Promise<InsuranceRecord | undefined> {
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0)
    throw new WrongUsage('Wanted: one file with an insurance record, or -');
  const text = file === '-' ? await terminal.stdin() : await readFile(file, 'utf8').catch(unreadable(file));
  const read = parsed(text);
  if (!Array.isArray(read)) return read;
  for (const line of read) terminal.err(line);
  return undefined;
}

function parsed(text: string): InsuranceRecord | string[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [`(whole file): not JSON: ${error instanceof Error ? error.message : ''}`];
  }
  const found = parseInsuranceRecord(json, identifierFaults);
  return found.ok ? found.value : found.error.map(faultLine);
}

/** One line: a pointer, the stable code, what was found and wanted. */
export function faultLine({ pointer, code, detail }: Fault): string {
  return `${pointer === '' ? '(whole record)' : pointer}: ${code}: ${detail.replaceAll(/\s+/g, ' ')}`;
}

function unreadable(file: string): (error: unknown) => never {
  return (error) => {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new WrongUsage(`${file} cannot be read (${why})`);
  };
}
