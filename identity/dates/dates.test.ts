import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dateAgreement, type DateAgreement } from './compare-dates.ts';
import { decodeDate, encodeDate, readDate, type DateWarning } from './stated-date.ts';

describe('a birth date is read as far as it is known', () => {
  const cases: readonly (readonly [string, readonly [number, number, number], readonly DateWarning[]])[] = [
    ['1961-04-12', [1961, 4, 12], []],
    ['12.04.1961', [1961, 4, 12], []],
    ['19610412', [1961, 4, 12], []],
    ['1961年4月12日', [1961, 4, 12], []],
    ['１９６１－０４－１２', [1961, 4, 12], []],
    ['1961-04', [1961, 4, 0], ['date-incomplete']],
    ['1961', [1961, 0, 0], ['date-incomplete']],
    ['1961-00-00', [1961, 0, 0], ['date-incomplete']],
    ['1961-02-30', [1961, 2, 0], ['date-impossible']],
    ['1961-13-01', [1961, 0, 0], ['date-impossible']],
    ['农历1961年4月12日', [1961, 0, 0], ['date-lunar']],
    ['1061-04-12', [0, 0, 0], ['date-out-of-range']],
    ['0000-00-00', [0, 0, 0], ['date-unreadable']],
    ['31.12.99', [0, 0, 0], ['date-unreadable']],
    ['spring', [0, 0, 0], ['date-unreadable']],
    ['', [0, 0, 0], []],
  ];
  for (const [text, [year, month, day], warnings] of cases) {
    test(JSON.stringify(text), () => assert.deepEqual(readDate(text), { year, month, day, warnings }));
  }

  test('never throws, and its number keeps every part', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d./-]{1,12}$/)), (text) => {
        const { year, month, day } = readDate(text);
        if (year > 0) assert.deepEqual(decodeDate(encodeDate({ year, month, day })), { year, month, day });
      }),
    );
  });
});

describe('two birth dates', () => {
  const cases: readonly (readonly [string, string, DateAgreement])[] = [
    ['1961-04-12', '1961-04-12', 'equal'],
    ['1961-04-12', '1961-12-04', 'dayMonthSwapped'],
    ['1961-04-12', '1961-01-01', 'sameYearOneUnknown'],
    ['1961-04-12', '1961', 'sameYearOneUnknown'],
    ['1961-04-12', '1961-04', 'sameYearMonth'],
    ['1961-04-12', '1961-04-25', 'sameYearMonth'],
    ['1961-04-12', '1961-04-19', 'oneDigit'],
    ['1961-04-12', '1961-04-21', 'oneDigit'],
    ['1961-04-12', '1916-04-12', 'oneDigit'],
    ['1961-04-12', '1962-04-12', 'yearApart'],
    ['1959-12-31', '1960-12-31', 'yearApart'],
    ['1961-04-12', '1961-09-25', 'sameYear'],
    ['1961-04-12', '1975-09-25', 'different'],
    ['1961', '1962', 'different'],
    ['', '1961-04-12', 'missing'],
  ];
  for (const [a, b, wanted] of cases) {
    test(`${a || 'nothing'} and ${b}: ${wanted}`, () => {
      const [x, y] = [encodeDate(readDate(a)), encodeDate(readDate(b))];
      assert.equal(dateAgreement(x, y), wanted);
      assert.equal(dateAgreement(y, x), wanted);
    });
  }
});
