import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { cut } from './line-source.ts';
import type { Block } from './rows.ts';

const UTF8 = new TextDecoder();

describe('a file of lines', () => {
  test('is cut into the same rows however it arrives', async () => {
    const line = fc.stringMatching(/^[a-zҮө{}" ]{0,12}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.boolean(), fc.nat(9), async (lines, ended, size) => {
        const text = lines.join('\n') + (ended ? '\n' : '');
        const rows = await rowsOf(chunked(Buffer.from(text), size + 1), 1000);
        const wanted = lines.map((row, i) => [i + 1, row] as const).filter(([, row]) => row !== '');
        assert.deepEqual(
          rows.filter(([, row]) => row !== ''),
          wanted,
        );
      }),
    );
  });

  test('passes over a line that is too long, and names its row', async () => {
    const long = 'x'.repeat(50);
    for (const size of [1, 7, 20, 49]) {
      const overlong: number[] = [];
      const rows = await rowsOf(chunked(Buffer.from(`a\n${long}\nb\n${long}`), size), 20, overlong);
      assert.deepEqual(overlong, [2, 4], `chunks of ${size}`);
      assert.deepEqual(
        rows.filter(([row]) => !overlong.includes(row) && row !== 5),
        [
          [1, 'a'],
          [3, 'b'],
        ],
      );
    }
  });
});

async function rowsOf(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
  overlong: number[] = [],
): Promise<(readonly [number, string])[]> {
  const rows: (readonly [number, string])[] = [];
  for await (const block of cut(chunks, longest)) {
    overlong.push(...block.overlong);
    rows.push(...textsOf(block));
  }
  return rows;
}

function textsOf({ first, rows }: Block): (readonly [number, string])[] {
  assert.ok(rows instanceof Uint8Array);
  return UTF8.decode(rows)
    .split('\n')
    .map((row, i) => [first + i, row] as const);
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
