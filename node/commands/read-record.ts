/** The insurance record that a command is about: one file, or standard input. */
import { readFile } from 'node:fs/promises';
import { identifierFaults } from '@urtuu/identity';
import { ok, refuse, type Result } from '@urtuu/kernel';
import { parseInsuranceRecord, type Fault, type InsuranceRecord } from '@urtuu/law';
import { WrongUsage, type Terminal } from './command.ts';

/** Exit code where the record is not one; its faults have been printed. */
export const WRONG_INPUT = 2;

/** Reads the record named by the only operand; see `readInput`. */
export async function readRecord(
  operands: readonly string[],
  terminal: Terminal,
): Promise<InsuranceRecord | undefined> {
  return readInput(operands, terminal, (json) => parseInsuranceRecord(json, identifierFaults));
}

/**
 * Reads the file named by the only operand, `-` for standard input. A wrong one is told on standard error, one line
 * per fault with its JSON pointer, and gives undefined. Throws WrongUsage where no file is named or it cannot be read.
 */
export async function readInput<Value>(
  operands: readonly string[],
  terminal: Terminal,
  parse: (json: unknown) => Result<Value, readonly Fault[]>,
): Promise<Value | undefined> {
  const json = readJson(await readText(operands, terminal));
  if (!json.ok) {
    terminal.err(`(whole file): not JSON: ${json.error}`);
    return undefined;
  }
  const found = parse(json.value);
  if (found.ok) return found.value;
  for (const one of found.error) terminal.err(faultLine(one));
  return undefined;
}

/** The text of the file named by the only operand. Throws WrongUsage where none is named or it cannot be read. */
export async function readText([file, ...more]: readonly string[], terminal: Terminal): Promise<string> {
  if (file === undefined || more.length > 0)
    throw new WrongUsage('Wanted: one file, or - for standard input');
  return file === '-' ? terminal.stdin() : readFile(file, 'utf8').catch(unreadable(file));
}

function readJson(text: string): Result<unknown, string> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : '');
  }
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
