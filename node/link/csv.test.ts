import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvRow, CsvReader } from './csv.ts';

function read(...pieces: readonly string[]): string[][] {
  const reader = new CsvReader();
  return [...pieces.flatMap((piece) => [...reader.push(piece)]), ...reader.end()];
}

const cases: readonly (readonly [string, readonly string[], readonly (readonly string[])[]])[] = [
  [
    'with a byte order mark',
    ['\uFEFFa,b\n1,2'],
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'with semicolons',
    ['a;b\r\n1,5;2\r\n'],
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  [
    'with tabs and empty lines',
    ['a\tb\n\n1\t2\n'],
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'with quotes, line breaks and quotes in quotes',
    ['a,b\n"x\n""y"",z",2\n'],
    [
      ['a', 'b'],
      ['x\n"y",z', '2'],
    ],
  ],
  [
    'in pieces',
    ['a,b\r', '\n"x', '\n",', '2'],
    [
      ['a', 'b'],
      ['x\n', '2'],
    ],
  ],
  ['that ends inside a quote', ['a,b\n"x,2'], [['a', 'b'], ['x,2']]],
];
for (const [how, pieces, rows] of cases) {
  test(`a file ${how} is read`, () => assert.deepEqual(read(...pieces), rows));
}

test('what is written is read as it was, cut anywhere', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'ө') });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.nat(), (wanted, cut) => {
      const text = `h1,h2\n${wanted.map(csvRow).join('\n')}\n`;
      const at = cut % text.length;
      assert.deepEqual(read(text.slice(0, at), text.slice(at)).slice(1), wanted);
    }),
  );
});
