import type { Tally } from './tally.ts';

/** Some rows of the input, as bytes that nobody has looked at yet. */
export interface Block {
  /** number of the first row, counted from 1; in a file of lines, the line */
  readonly first: number;
  /** lines, or the rows one by one; null for a row without a record */
  readonly rows: Uint8Array | readonly (Uint8Array | null)[];
  /** rows that were too long to be kept; their place is empty */
  readonly overlong: readonly number[];
  /** how much of the input has been read with this block, in the unit of the source's size */
  readonly read: number;
}

/** An input that is read block by block. */
export interface Source {
  /** bytes or rows in all, for the progress */
  readonly size: number;
  readonly blocks: AsyncIterable<Block>;
}

/** Assessments of a block, column by column, in the order of the rows. */
export interface Assessed {
  readonly row: readonly number[];
  readonly outcome: readonly string[];
  /** sum of the components per month, a decimal text; null unless eligible */
  readonly total: readonly (string | null)[];
  readonly currency: readonly (string | null)[];
  /** facts without which there is no answer, separated by spaces; null where none is missing */
  readonly missing: readonly (string | null)[];
  /** the whole assessment as JSON; with its explanation where that was asked for */
  readonly assessment: readonly string[];
}

/** What became of a block. */
export interface BlockResult {
  readonly assessed: Assessed;
  /** rows that could not be assessed, each a line of JSON with its row, its faults and its text */
  readonly refused: readonly string[];
  readonly tally: Tally;
  readonly read: number;
}

/** A row longer than this is no insurance record: the largest that the schema allows is about a tenth of it. */
export const LONGEST_ROW_BYTES = 16 * 1024 * 1024;

/** An input that cannot be read at all, in words for the user. */
export class BatchInputFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BatchInputFault';
  }
}
