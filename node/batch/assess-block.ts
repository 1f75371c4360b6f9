import { isUtf8 } from 'node:buffer';
import { identifierFaults, identifierWarnings } from '@urtuu/identity';
import {
  assess,
  parseInsuranceRecord,
  warningsOf,
  type Assessment,
  type AssessOptions,
  type Fault,
  type InsuranceRecord,
} from '@urtuu/law';
import { hasRecordForm } from './record-form.ts';
import { LONGEST_ROW_BYTES, type Block, type BlockResult } from './rows.ts';
import { countAssessment, countCodes, emptyTally } from './tally.ts';

/** Assesses the rows of a block one by one, each as `urtuu assess` does with a single record. */
export function assessBlock(block: Block, options: AssessOptions): BlockResult {
  const answers = new Answers(block.read);
  const overlong = new Set(block.overlong);
  const lines = block.rows instanceof Uint8Array;
  const rows = block.rows instanceof Uint8Array ? linesOf(block.rows) : block.rows;
  rows.forEach((bytes, i) => {
    const row = block.first + i;
    const text = bytes === null ? undefined : textOf(bytes);
    if (overlong.has(row)) answers.refuse(row, [TOO_LARGE], null);
    else if (text === undefined) answers.refuse(row, [NO_RECORD], null);
    else if (text === null) answers.refuse(row, [NOT_UTF8], null);
    else if (!lines || text.trim() !== '') assessRow(answers, row, text, options);
  });
  return answers.result();
}

function assessRow(answers: Answers, row: number, text: string, options: AssessOptions): void {
  const read = readRecord(text);
  if (Array.isArray(read)) return answers.refuse(row, read, text);
  try {
    answers.add(row, assess(read, options), read);
  } catch (error) {
    // A fault of this program; the other rows are not held up by it, and the exit code tells.
    answers.fail(row, error instanceof Error ? error.message : String(error), text);
  }
}

function readRecord(text: string): InsuranceRecord | Fault[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [{ pointer: '', code: 'not-json', detail: error instanceof Error ? error.message : '' }];
  }
  const parsed = parseInsuranceRecord(json, identifierFaults, hasRecordForm);
  return parsed.ok ? parsed.value : parsed.error;
}

const TOO_LARGE: Fault = {
  pointer: '',
  code: 'too-large',
  detail: `a row has at most ${LONGEST_ROW_BYTES / 1024 / 1024} MB`,
};
const NOT_UTF8: Fault = { pointer: '', code: 'not-utf8', detail: 'the row is not UTF-8' };
const NO_RECORD: Fault = { pointer: '', code: 'missing', detail: 'the row has no record' };

/** Collects the answers of a block in columns. */
class Answers {
  readonly #row: number[] = [];
  readonly #outcome: string[] = [];
  readonly #total: (string | null)[] = [];
  readonly #currency: (string | null)[] = [];
  readonly #missing: (string | null)[] = [];
  readonly #assessment: string[] = [];
  readonly #refused: string[] = [];
  readonly #tally = emptyTally();
  readonly #read: number;

  constructor(read: number) {
    this.#read = read;
  }

  add(row: number, assessment: Assessment, record: InsuranceRecord): void {
    const { outcome, total, missing } = assessment;
    this.#row.push(row);
    this.#outcome.push(outcome);
    this.#total.push(total?.amount ?? null);
    this.#currency.push(total?.currency ?? null);
    this.#missing.push(missing.length === 0 ? null : missing.map(({ fact }) => fact).join(' '));
    this.#assessment.push(JSON.stringify(assessment));
    countAssessment(this.#tally, assessment, record);
    countCodes(this.#tally.warnings, [...warningsOf(record), ...identifierNotes(record)]);
  }

  /** @param text the row as it came; null where it was not kept or cannot be shown */
  refuse(row: number, faults: readonly Fault[], text: string | null): void {
    this.#refused.push(JSON.stringify({ row, faults, text }));
    this.#tally.refused += 1;
    countCodes(this.#tally.faults, faults);
  }

  fail(row: number, detail: string, text: string): void {
    const fault = { pointer: '', code: 'program-failed', detail };
    this.#refused.push(JSON.stringify({ row, faults: [fault], text }));
    this.#tally.failed += 1;
    countCodes(this.#tally.faults, [fault]);
  }

  result(): BlockResult {
    return {
      assessed: {
        row: this.#row,
        outcome: this.#outcome,
        total: this.#total,
        currency: this.#currency,
        missing: this.#missing,
        assessment: this.#assessment,
      },
      refused: this.#refused,
      tally: this.#tally,
      read: this.#read,
    };
  }
}

function identifierNotes(record: InsuranceRecord): readonly { readonly code: string }[] {
  return record.person.identifiers.flatMap((identifier) => identifierWarnings(identifier, record.person));
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = startOf(bytes); from <= bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline < 0 ? bytes.length : newline;
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
}

/** After the byte order mark that some programs put before a text. */
function startOf(bytes: Uint8Array): number {
  return MARK.every((byte, i) => bytes[i] === byte) ? MARK.length : 0;
}

const MARK = [0xef, 0xbb, 0xbf] as const;
const NEWLINE = 10;

/** The text of a row; null where it is not UTF-8. (A TextDecoder that tells took a third of a batch.) */
function textOf(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
