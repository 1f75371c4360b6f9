import { formatDay } from '@urtuu/kernel';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAmount } from './amount.ts';
import { readDate, readMonth } from './dates.ts';

describe('a sum as a register prints it', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['850000', '850000'],
    ['850000.0', '850000'],
    ['850000.5', '850000.50'],
    ['1.25E7', '12500000'],
    ['1.2345678E7', '12345678'],
    ['1.234567891E7', '12345678.91'],
    ['5.0E-1', '0.50'],
    ['0', '0'],
    ['00120', '120'],
    ['1 250 000,50', '1250000.50'],
    ['1.234567', undefined],
    ['-5', undefined],
    ['', undefined],
    ['NaN', undefined],
    ['1e99', undefined],
  ];
  for (const [text, wanted] of cases) {
    test(`${JSON.stringify(text)} is ${wanted ?? 'unreadable'}`, () =>
      assert.equal(readAmount(text), wanted));
  }

  test('is the same sum with and without an exponent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10_000_000n, max: 99_999_999_999n }), (sum) => {
        const digits = String(sum);
        const scientific = `${digits.charAt(0)}.${digits.slice(1)}E${digits.length - 1}`;
        assert.equal(readAmount(scientific), digits);
      }),
    );
  });
});

describe('a date as a register writes it', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2001-05-31', '2001-05-31 2001-05-31 day'],
    ['2001/5/31', '2001-05-31 2001-05-31 day'],
    ['2001.05.31', '2001-05-31 2001-05-31 day'],
    ['31.05.2001', '2001-05-31 2001-05-31 day'],
    ['20010531', '2001-05-31 2001-05-31 day'],
    ['2001-05-31 00:00:00', '2001-05-31 2001-05-31 day'],
    ['2001-05-31T00:00:00+08:00', '2001-05-31 2001-05-31 day'],
    ['2001-02', '2001-02-01 2001-02-28 month'],
    ['2001', '2001-01-01 2001-12-31 year'],
  ];
  for (const [text, wanted] of cases) {
    test(`${text} is ${wanted}`, () => {
      const read = readDate(text);
      assert.ok(read);
      assert.equal(`${formatDay(read.first)} ${formatDay(read.last)} ${read.precision}`, wanted);
    });
  }
  for (const text of ['', '1991-06-31', '31.02.1991', '1991-13', 'autumn 1991', '05/31/2001', '91-05-31']) {
    test(`${JSON.stringify(text)} is doubted, not guessed`, () => assert.equal(readDate(text), undefined));
  }

  test('a month needs a whole year and a month of the calendar', () => {
    assert.deepEqual(readMonth('1999', '7'), { year: 1999, month: 7 });
    for (const [year, month] of [
      ['99', '7'],
      ['1999', '13'],
      ['1999', ''],
      ['1999', '7.0'],
    ]) {
      assert.equal(readMonth(year, month), undefined);
    }
  });
});
