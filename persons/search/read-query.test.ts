import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readQuery } from './read-query.ts';

describe('what somebody types at the search field', () => {
  const typed: readonly (readonly [string, number, readonly string[], string | undefined])[] = [
    ['Ахметов Нурлан', 2, [], undefined],
    ['Нурлан 1961', 1, [], '1961'],
    ['Нурлан 12.04.1961', 1, [], '1961-04-12'],
    ['1961-04', 0, [], '1961-04'],
    ['1961年4月12日', 0, [], '1961-04-12'],
    ['努尔兰 1961', 1, [], '1961'],
    ['610412399001', 0, ['610412399001'], undefined],
    ['tt61041211', 0, ['ТТ61041211'], undefined],
    ['6104', 0, ['6104'], undefined],
    ['12.31.1961', 0, [], '1961'],
    ['', 0, [], undefined],
  ];
  for (const [text, words, numbers, birthDate] of typed) {
    test(`“${text}”`, () => {
      const query = readQuery(text);
      assert.equal(query.words.length, words);
      assert.equal(query.birthDate, birthDate);
      assert.equal(query.numbers.length, numbers.length);
      for (const [i, number] of numbers.entries()) assert.ok(query.numbers[i]?.includes(number));
    });
  }

  test('is read without a fault whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { birthDate } = readQuery(text);
        assert.match(birthDate ?? '1961', /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
      }),
    );
  });
});
