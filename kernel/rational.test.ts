import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  add,
  compare,
  decimal,
  divide,
  formatDecimal,
  formatExact,
  multiply,
  ONE,
  parseDecimal,
  ratio,
  round,
  subtractRational,
  ZERO,
  type Rational,
  type RoundingMode,
} from './index.ts';

const anyRational: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([num, den]) => ratio(num, den));

describe('exact numbers', () => {
  test('three thirds are one whole', () => {
    assert.deepEqual(add(add(ratio(1, 3), ratio(1, 3)), ratio(1, 3)), ONE);
  });

  test('sums and products undo themselves', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        assert.deepEqual(subtractRational(add(a, b), b), a);
        if (compare(b, ZERO) !== 0) assert.deepEqual(divide(multiply(a, b), b), a);
      }),
    );
  });

  test('exact text is read back as the same number', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 9 }),
        (num, digits) => {
          const value = ratio(num, 10n ** BigInt(digits));
          assert.deepEqual(parseDecimal(formatExact(value)), value);
        },
      ),
    );
  });

  test('a number without an exact decimal is shown as a fraction', () => {
    assert.equal(formatExact(ratio(7, 9)), '7/9');
    assert.equal(formatExact(ratio(-5, 4)), '-1.25');
  });

  for (const text of ['', '1,5', '1e3', '.5', '5.', '--1', '0x10', ' 1', 'NaN']) {
    test(`«${text}» is not a decimal`, () => assert.equal(parseDecimal(text), undefined));
  }
});

describe('rounding', () => {
  const table: readonly [RoundingMode, string, string][] = [
    ['ceil', '35595.7', '35596'],
    ['ceil', '35596', '35596'],
    ['ceil', '-1.2', '-1'],
    ['floor', '35595.7', '35595'],
    ['floor', '-1.2', '-2'],
    ['trunc', '-1.9', '-1'],
    ['halfUp', '0.5', '1'],
    ['halfUp', '-0.5', '-1'],
    ['halfUp', '2.49', '2'],
  ];
  for (const [mode, from, to] of table) {
    test(`${mode} of ${from} is ${to}`, () => {
      assert.equal(formatExact(round(decimal(from), { mode, unit: ONE })), to);
    });
  }

  test('never moves a number by a whole unit, and ceil never lowers it', () => {
    const unit = decimal('0.01');
    fc.assert(
      fc.property(anyRational, (value) => {
        const up = round(value, { mode: 'ceil', unit });
        assert.ok(compare(up, value) >= 0);
        assert.ok(compare(subtractRational(up, value), unit) < 0);
      }),
    );
  });

  test('two digits are always written out', () => {
    assert.equal(formatDecimal(ratio(1, 3), 2), '0.33');
    assert.equal(formatDecimal(ratio(-1, 200), 2), '-0.01');
    assert.equal(formatDecimal(ratio(5), 0), '5');
  });
});
