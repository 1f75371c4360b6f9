import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, EXCHANGE_JSON_LIMITS, parseStrictJson, type Json } from './index.ts';

const parse = (text: string) => parseStrictJson(text, EXCHANGE_JSON_LIMITS);

describe('canonical JSON (RFC 8785)', () => {
  test('orders members by UTF-16 code units: the example of RFC 8785 section 3.2.3', () => {
    const value = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(order, [
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test('sorts integer-like names as text, which an object literal would not', () => {
    assert.equal(canonicalJson({ '10': 1, '9': 2 }), '{"10":1,"9":2}');
  });

  test('writes numbers as ECMAScript does: the example of RFC 8785 section 3.2.2', () => {
    assert.equal(
      canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001]),
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    );
  });

  test('leaves the letters of a name as they came', () => {
    const decomposed = 'Й'.normalize('NFD');
    assert.equal(canonicalJson(decomposed), JSON.stringify(decomposed));
  });
});

describe('the strict parser', () => {
  const anyJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger().map((n) => (Object.is(n, -0) ? 0 : n)),
      fc.string({ unit: 'grapheme' }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.string().filter((name) => name !== '__proto__'),
        tie('value'),
        { maxKeys: 4, noNullPrototype: true },
      ),
    ),
  })).value;

  test('reads back what canonical JSON wrote', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalJson(value);
        const parsed = parse(text);
        assert.ok(parsed.ok);
        assert.equal(canonicalJson(parsed.value), text);
      }),
    );
  });

  test('agrees with JSON.parse on every text both accept', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed = parseStrictJson(text, { ...EXCHANGE_JSON_LIMITS, integersOnly: false });
        if (parsed.ok) assert.deepEqual(parsed.value, JSON.parse(text));
      }),
    );
  });

  const table: readonly [string, string, string, string][] = [
    ['a member given twice', '{"a":{"b":1,"b":2}}', 'json-duplicate-member', '/a/b'],
    ['the same member hidden by an escape', '{"a":1,"\\u0061":2}', 'json-duplicate-member', '/a'],
    ['a half of a surrogate pair', '["\\ud800"]', 'json-lone-surrogate', '/0'],
    ['the character U+0000, which no database holds', '{"a":["b\\u0000"]}', 'json-nul', '/a/0'],
    ['the character U+0000 in a name', '{"a\\u0000":1}', 'json-nul', ''],
    ['a member that reaches the prototype', '{"__proto__":{}}', 'json-forbidden-member', '/__proto__'],
    ['a fraction, where amounts are decimal strings', '{"amount":0.1}', 'json-number', '/amount'],
    ['an integer that a double cannot hold', '[9007199254740993]', 'json-number', '/0'],
    ['nesting beyond 64', `${'['.repeat(65)}${']'.repeat(65)}`, 'json-too-deep', '/0'.repeat(64)],
    ['text after the end', '{} {}', 'json-syntax', ''],
    ['an unfinished text', '{"a":', 'json-syntax', '/a'],
    ['a trailing comma', '[1,]', 'json-syntax', '/1'],
    ['a control character in a string', '["\u0001"]', 'json-syntax', '/0'],
    ['a number with a leading zero', '[01]', 'json-syntax', ''],
    ['an empty text', '', 'json-syntax', ''],
  ];
  for (const [what, text, code, pointer] of table) {
    test(`refuses ${what}, and says where`, () => {
      const parsed = parse(text);
      assert.ok(!parsed.ok);
      assert.deepEqual([parsed.error.code, parsed.error.pointer], [code, pointer]);
    });
  }

  test('refuses a text over the limit before reading it', () => {
    const parsed = parseStrictJson(' '.repeat(101), { ...EXCHANGE_JSON_LIMITS, maxLength: 100 });
    assert.ok(!parsed.ok && parsed.error.code === 'json-too-large');
  });

  test('reads a string of nine megabytes, plain or full of escapes', () => {
    for (const piece of ['x', '\\n']) {
      const text = `"${piece.repeat((9 * 1024 * 1024) / piece.length)}"`;
      assert.ok(parse(text).ok);
    }
  });
});
