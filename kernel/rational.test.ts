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
  isWhole,
  maxRational,
  minRational,
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

/** The same number by bigints alone: what every operation is held against. */
interface Oracle {
  readonly num: bigint;
  readonly den: bigint;
}

/** Around the borders of safe integers, where the two ways meet, as often as anywhere else. */
const someInteger: fc.Arbitrary<bigint> = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -(10n ** 4n), max: 10n ** 4n }),
      fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
      fc.bigInt({ min: 2n ** 53n - 5n, max: 2n ** 53n + 5n }),
      fc.bigInt({ min: 2n ** 26n - 5n, max: 2n ** 27n + 5n }),
      fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
    ),
    fc.constantFrom(1n, -1n),
  )
  .map(([size, sign]) => sign * size);
const someOracle: fc.Arbitrary<Oracle> = fc
  .tuple(someInteger, someInteger)
  .filter(([, den]) => den !== 0n)
  .map(([num, den]) => lowest(num, den));

function lowest(num: bigint, den: bigint): Oracle {
  let [a, b] = [num < 0n ? -num : num, den < 0n ? -den : den];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = den < 0n ? -a : a;
  return { num: num / divisor, den: den / divisor };
}

function same(found: Rational, wanted: Oracle): void {
  assert.deepEqual({ num: found.num, den: found.den }, wanted);
  // One number has one form, whichever way it was computed.
  assert.deepEqual(found, ratio(wanted.num, wanted.den));
}

function floorOf(num: bigint, den: bigint): bigint {
  return (num - (((num % den) + den) % den)) / den;
}

function roundedOracle(num: bigint, den: bigint, mode: RoundingMode): bigint {
  switch (mode) {
    case 'floor':
      return floorOf(num, den);
    case 'ceil':
      return -floorOf(-num, den);
    case 'trunc':
      return num / den;
    case 'halfUp':
      return num < 0n ? -floorOf(2n * -num + den, 2n * den) : floorOf(2n * num + den, 2n * den);
  }
}

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

  test('are the same by plain numbers and by bigints, at every size', () => {
    fc.assert(
      fc.property(someOracle, someOracle, (a, b) => {
        const [x, y] = [ratio(a.num, a.den), ratio(b.num, b.den)];
        same(add(x, y), lowest(a.num * b.den + b.num * a.den, a.den * b.den));
        same(subtractRational(x, y), lowest(a.num * b.den - b.num * a.den, a.den * b.den));
        same(multiply(x, y), lowest(a.num * b.num, a.den * b.den));
        if (b.num !== 0n) same(divide(x, y), lowest(a.num * b.den, a.den * b.num));
        const difference = a.num * b.den - b.num * a.den;
        assert.equal(compare(x, y), difference < 0n ? -1 : difference > 0n ? 1 : 0);
        same(minRational(x, y), difference <= 0n ? a : b);
        same(maxRational(x, y), difference >= 0n ? a : b);
        assert.equal(isWhole(x), a.den === 1n);
      }),
      { numRuns: 3000 },
    );
  });

  test('are rounded and written the same by plain numbers and by bigints, at every size', () => {
    const modes = ['floor', 'ceil', 'trunc', 'halfUp'] as const;
    fc.assert(
      fc.property(someOracle, fc.nat(9), fc.integer({ min: 1, max: 1000 }), (a, digits, parts) => {
        const value = ratio(a.num, a.den);
        for (const mode of modes) {
          const multiple = roundedOracle(a.num * BigInt(parts), a.den, mode);
          same(round(value, { mode, unit: ratio(1, parts) }), lowest(multiple, BigInt(parts)));
        }
        const shown = roundedOracle(a.num * 10n ** BigInt(digits), a.den, 'halfUp');
        const text = formatDecimal(value, digits);
        assert.equal(BigInt(text.replace('.', '')), shown);
        assert.equal(text.startsWith('-'), shown < 0n);
        assert.equal(text.split('.')[1]?.length ?? 0, digits);
        if (digits > 0) assert.equal(formatExact(value), exactText(a));
      }),
      { numRuns: 3000 },
    );
  });

  test('a text is read the same, however many digits it has', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,30}(\.\d{1,18})?$/), (text) => {
        const [whole = '', fraction = ''] = text.split('.');
        const wanted = lowest(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
        const found = parseDecimal(text);
        assert.ok(found !== undefined);
        same(found, wanted);
      }),
    );
  });

  test('a fraction without a denominator is refused, whatever its size', () => {
    for (const num of [1, 0, 10n ** 30n]) {
      assert.throws(() => ratio(num, 0), RangeError);
      assert.throws(() => divide(ratio(num), ZERO), RangeError);
    }
    assert.throws(() => ratio(1.5), RangeError);
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

/** A decimal where one exists, else a fraction: by trying more digits until one fits. */
function exactText({ num, den }: Oracle): string {
  let twoFive = den;
  while (twoFive % 2n === 0n) twoFive /= 2n;
  while (twoFive % 5n === 0n) twoFive /= 5n;
  if (twoFive !== 1n) return `${num}/${den}`;
  let digits = 0;
  while ((num * 10n ** BigInt(digits)) % den !== 0n) digits += 1;
  const scaled = (num * 10n ** BigInt(digits)) / den;
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const shown = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return scaled < 0n ? `-${shown}` : shown;
}
