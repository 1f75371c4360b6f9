import { open } from 'node:fs/promises';
import { LONGEST_ROW_BYTES, type Block, type Source } from './rows.ts';

const BLOCK_BYTES = 1024 * 1024;
const NEWLINE = 10;

/** A file with one record a line, read in blocks of about a megabyte that end with a line. */
export async function lineSource(
  file: string,
  { blockBytes = BLOCK_BYTES, longestRow = LONGEST_ROW_BYTES } = {},
): Promise<Source> {
  const handle = await open(file);
  const { size } = await handle.stat();
  async function* blocks(): AsyncGenerator<Block> {
    try {
      yield* cut(handle.createReadStream({ highWaterMark: blockBytes, autoClose: false }), longestRow);
    } finally {
      await handle.close();
    }
  }
  return { size, blocks: blocks() };
}

/** Cuts a stream of bytes after its lines. A line that is longer than allowed is passed over, and its row named. */
export async function* cut(chunks: AsyncIterable<Uint8Array>, longestRow: number): AsyncGenerator<Block> {
  let first = 1;
  let read = 0;
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  /** inside a line that is passed over */
  let passing = false;
  const block = (tail: Uint8Array, overlong: readonly number[]): Block => {
    const rows = joined([...rest, tail], restBytes + tail.length);
    return { first, rows, overlong, read };
  };
  for await (const chunk of chunks) {
    read += chunk.length;
    let bytes = chunk;
    const overlong: number[] = [];
    if (passing) {
      const end = bytes.indexOf(NEWLINE);
      if (end < 0) continue;
      // What is left of the line is nothing but its end.
      bytes = bytes.subarray(end);
      passing = false;
      overlong.push(first);
    }
    const last = bytes.lastIndexOf(NEWLINE);
    if (last >= 0) {
      const next = block(bytes.subarray(0, last), overlong);
      // Counted now: the reader may hand the bytes on to a thread for good.
      first += lineCount(next.rows);
      yield next;
      rest = [];
      restBytes = 0;
    }
    const tail = bytes.subarray(last + 1);
    // Chunks are cut from buffers of the stream, which may use them again.
    if (tail.length > 0) rest.push(tail.slice());
    restBytes += tail.length;
    if (restBytes > longestRow) {
      passing = true;
      rest = [];
      restBytes = 0;
    }
  }
  if (passing) yield block(EMPTY, [first]);
  else if (restBytes > 0) yield block(EMPTY, []);
}

const EMPTY = new Uint8Array(0);

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function lineCount(rows: Block['rows']): number {
  if (!(rows instanceof Uint8Array)) return rows.length;
  let lines = 1;
  for (let at = rows.indexOf(NEWLINE); at >= 0; at = rows.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
