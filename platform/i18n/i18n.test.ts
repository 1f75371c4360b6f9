import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { day, LOCALES, type Locale } from '@urtuu/kernel';
import fc from 'fast-check';
import {
  checkMessages,
  createMessages,
  formatDate,
  formatInstant,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
} from './index.ts';
import { cardinalCategory, ordinalCategory } from './plural-rules.ts';
import { LOCALE_TABLES } from './locale-tables.ts';

const same = (text: string): Record<Locale, Record<string, string>> => ({
  en: { key: text },
  mn: { key: text },
  kk: { key: text },
  ru: { key: text },
  zh: { key: text },
});

const lower = (list: readonly string[]): string[] => list.map((name) => name.toLowerCase());

describe('a day', () => {
  const written: readonly [Locale, string, string, string][] = [
    ['en', '3 November 2026', '2026-11-03', 'November 2026'],
    ['mn', '2026 оны арван нэгдүгээр сарын 3', '2026.11.03', '2026 оны арван нэгдүгээр сар'],
    ['kk', '2026 жылғы 3 қараша', '03.11.2026', '2026 жылғы қараша'],
    ['ru', '3 ноября 2026\u00a0г.', '03.11.2026', 'ноябрь 2026\u00a0г.'],
    ['zh', '2026年11月3日', '2026/11/03', '2026年11月'],
  ];
  for (const [locale, long, short, month] of written) {
    test(`is written in ${locale} as ${long}`, () => {
      assert.equal(formatDate(locale, day('2026-11-03'), 'long'), long);
      assert.equal(formatDate(locale, '2026-11-03', 'short'), short);
      assert.equal(formatMonth(locale, 2026, 11), month);
    });
  }

  test('of an instant is that of the place where it is shown', () => {
    assert.equal(formatInstant('mn', '2026-11-02T20:30:00Z', 'short', 480), '2026.11.03 04:30');
    assert.equal(formatInstant('kk', new Date('2026-11-02T20:30:00Z'), 'short', 300), '03.11.2026, 01:30');
  });

  test('has the month names of the ICU', () => {
    for (const locale of LOCALES.filter((locale) => locale !== 'zh')) {
      const names = (options: Intl.DateTimeFormatOptions): string[] =>
        Array.from({ length: 12 }, (_, month) => {
          const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).formatToParts(
            Date.UTC(2026, month, 1),
          );
          return parts.find((part) => part.type === 'month')?.value.toLowerCase() ?? '';
        });
      assert.deepEqual(lower(LOCALE_TABLES[locale].months), names({ month: 'long', day: 'numeric' }), locale);
      assert.deepEqual(lower(LOCALE_TABLES[locale].monthsAlone), names({ month: 'long' }), locale);
    }
  });
});

describe('a number', () => {
  test('is grouped as the ICU groups it, with every digit it has', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 999 }),
        (locale, whole, fraction) => {
          const text = `${whole}.${String(fraction).padStart(3, '0')}`;
          const icu = new Intl.NumberFormat(locale, { minimumFractionDigits: 3 }).format(
            text as Intl.StringNumericLiteral,
          );
          if (whole !== 0n) assert.equal(formatNumber(locale, text), icu);
        },
      ),
    );
  });

  test('of money carries the sign of its currency where the language puts it', () => {
    assert.equal(formatMoney('kk', '1234567.50', 'KZT'), '1\u00a0234\u00a0567,50\u00a0₸');
    assert.equal(formatMoney('mn', '-1234567.50', 'MNT'), '-₮\u00a01,234,567.50');
    assert.equal(formatMoney('en', '1234.5', 'KZT'), '₸1,234.5');
    assert.equal(formatMoney('ru', '12', 'USD'), '12\u00a0USD');
    assert.equal(formatPercent('ru', '12.5'), '12,5\u00a0%');
  });

  test('that is none is refused', () => {
    for (const text of ['', '1e5', 'NaN', '1,5', '.5', '--1']) assert.throws(() => formatNumber('en', text));
  });
});

test('counting and ordering have the plural categories of the ICU', () => {
  for (const locale of LOCALES) {
    const cardinal = new Intl.PluralRules(locale);
    const ordinal = new Intl.PluralRules(locale, { type: 'ordinal' });
    for (let n = 0; n <= 1234; n += 1) {
      assert.equal(cardinalCategory(locale, n), cardinal.select(n), `${locale} ${n}`);
      assert.equal(ordinalCategory(locale, n), ordinal.select(n), `${locale} ${n}th`);
    }
    assert.equal(cardinalCategory(locale, 1.5), cardinal.select(1.5), locale);
  }
});

describe('a message', () => {
  const files = {
    ...same('{name}'),
    ru: { key: '{days, plural, one {# день} few {# дня} many {# дней} other {# дня}} с {from, date}' },
    kk: { key: '{days, number} күн, {from, date, short}' },
  };
  const messages = createMessages(files);

  test('writes counts, numbers and days by our own tables', () => {
    const values = { days: 12345, from: '2026-11-03', name: 'Бат-Эрдэнэ <b>' };
    assert.equal(messages.format('ru', 'key', values), '12\u00a0345 дней с 3 ноября 2026\u00a0г.');
    assert.equal(messages.format('ru', 'key', { ...values, days: 3 }), '3 дня с 3 ноября 2026\u00a0г.');
    assert.equal(messages.format('kk', 'key', values), '12\u00a0345 күн, 03.11.2026');
    assert.equal(messages.format('mn', 'key', values), 'Бат-Эрдэнэ <b>');
  });

  test('without a text shows its key', () => {
    assert.equal(messages.format('en', 'nothing.here'), 'nothing.here');
    assert.equal(messages.has('nothing.here'), false);
  });
});

describe('the check of messages', () => {
  test('finds nothing in complete files', () => {
    const files = {
      ...same('{days, plural, one {# x} other {# y}} {at, date, short}'),
      ru: { key: '{days, plural, one {# a} few {# b} many {# c} other {# d}} {at, date, long}' },
      zh: { key: '{at, date} {days, plural, other {# y}}' },
    };
    assert.deepEqual(checkMessages(files), []);
  });

  const faulty: readonly [string, Record<Locale, Record<string, string>>, string][] = [
    ['a missing key', { ...same('x'), kk: {} }, 'kk missing'],
    ['a key that English lacks', { ...same('x'), mn: { key: 'x', other: 'y' } }, 'mn extra'],
    ['an empty text', { ...same('x'), zh: { key: ' ' } }, 'zh empty'],
    ['broken syntax', { ...same('x'), ru: { key: '{a' } }, 'ru syntax'],
    ['another argument', { ...same('{name}'), mn: { key: '{nmae}' } }, 'mn arguments-differ'],
    [
      'another case of a choice',
      { ...same('{a, select, x {1} other {2}}'), kk: { key: '{a, select, y {1} other {2}}' } },
      'kk arguments-differ',
    ],
    [
      'a plural without the language’s categories',
      same('{n, plural, one {#} other {#}}'),
      'ru plural-category-missing',
    ],
  ];
  for (const [what, files, fault] of faulty) {
    test(`finds ${what}`, () => {
      const found = checkMessages(files).map((item) => `${item.locale} ${item.fault}`);
      assert.ok(found.includes(fault), found.join(', '));
      assert.ok(
        found.every((item) => item.startsWith(fault.slice(0, 2))),
        found.join(', '),
      );
    });
  }

  test('finds formats that only a browser could write', () => {
    assert.equal(checkMessages(same('{a, number, ::compact-short}'))[0]?.fault, 'format-unknown');
    assert.equal(checkMessages(same('{a, time}'))[0]?.fault, 'format-unknown');
  });
});
