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
  rows.forEach((text, i) => {
    const row = block.first + i;
    if (overlong.has(row)) answers.refuse(row, [TOO_LARGE], null);
    else if (text === null) answers.refuse(row, [lines ? NOT_UTF8 : NO_RECORD], null);
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
const NOT_UTF8: Fault = { pointer: '', code: 'not-utf8', detail: 'the line is not UTF-8' };
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

/** The lines of a text; null for one that is not UTF-8. (A TextDecoder that tells took a third of a batch.) */
function linesOf(bytes: Uint8Array): (string | null)[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: (string | null)[] = [];
  for (let from = startOf(text); from <= text.length;) {
    const newline = text.indexOf(NEWLINE, from);
    const end = newline < 0 ? text.length : newline;
    const line = text.subarray(from, end);
    lines.push(isUtf8(line) ? line.toString('utf8') : null);
    from = end + 1;
  }
  return lines;
}

/** After the byte order mark that some programs put before a text. */
function startOf(text: Buffer): number {
  return text.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
}

const MARK = Buffer.from('\uFEFF');
const NEWLINE = 10;
