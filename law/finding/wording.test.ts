import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LOCALES } from '@urtuu/kernel';
import { openFlags } from '../parameters/flag.ts';
import { parameterKeys } from '../parameters/register.ts';
import { RULE_IDS } from './rules.ts';
import { messagesOf, wording, written } from './wording.ts';

const english = messagesOf('en');

describe('the words of the law', () => {
  for (const locale of LOCALES) {
    test(`are complete in ${locale} and take the same values`, () => {
      const messages = messagesOf(locale);
      assert.deepEqual(Object.keys(messages), Object.keys(english));
      for (const [key, text] of Object.entries(messages)) {
        assert.notEqual(text.trim(), '', key);
        assert.deepEqual(placeholders(text), placeholders(english[key] ?? ''), `${locale} ${key}`);
      }
    });
  }

  test('exist for every rule, open question and parameter', () => {
    const wanted = [
      ...RULE_IDS.map((rule) => `rule.${rule}`),
      ...openFlags().map(({ flag }) => `flag.${flag}`),
      ...parameterKeys().map((key) => `parameter.${key}`),
      ...openFlags().flatMap(({ options }) =>
        typeof options === 'string' ? [] : options.filter(isWord).map((option) => `option.${option}`),
      ),
    ];
    assert.deepEqual(
      wanted.filter((key) => !(key in english)),
      [],
    );
  });

  test('name no rule, question or parameter that does not exist', () => {
    const known = new Set([
      ...RULE_IDS.map((rule) => `rule.${rule}`),
      ...openFlags().map(({ flag }) => `flag.${flag}`),
      ...parameterKeys().map((key) => `parameter.${key}`),
    ]);
    const stale = Object.keys(english).filter(
      (key) => /^(rule|flag|parameter)\./.test(key) && !known.has(key),
    );
    assert.deepEqual(stale, []);
  });

  test('are not English in the other languages', () => {
    for (const locale of LOCALES.filter((locale) => locale !== 'en')) {
      const same = Object.entries(messagesOf(locale)).filter(
        ([key, text]) => text === english[key] && /[a-z]/i.test(text.replaceAll(/\{\w+\}/g, '')),
      );
      assert.deepEqual(same, [], locale);
    }
  });

  test('write values as each language does', () => {
    const amount = { amount: '1234567.50', currency: 'KZT' };
    const texts = LOCALES.map((locale) => written(amount, locale).replaceAll('\u00a0', '_'));
    assert.deepEqual(texts, [
      '1,234,567.50_₸',
      '1,234,567.50_₸',
      '1_234_567,50_₸',
      '1_234_567,50_₸',
      '1,234,567.50_₸',
    ]);
    const days = LOCALES.map((locale) => written({ day: '2026-01-05' }, locale));
    assert.deepEqual(days, ['2026-01-05', '2026.01.05', '05.01.2026', '05.01.2026', '2026年1月5日']);
    const lengths = LOCALES.map((locale) => written({ months: 246 }, locale));
    assert.deepEqual(lengths, [
      '20 years 6 months',
      '20 жил 6 сар',
      '20 жыл 6 ай',
      '20 лет 6 мес.',
      '20年6个月',
    ]);
  });

  test('put a number and its word into the same form', () => {
    const ages = [720, 732, 756].map((age) => written({ age }, 'ru'));
    assert.deepEqual(ages, ['60 лет', '61 год', '63 года']);
    assert.equal(written({ months: 13 }, 'en'), '1 year 1 month');
  });

  test('fall back to the key where nobody has words', () => {
    assert.equal(wording('rule.unheard', {}, 'mn'), 'rule.unheard');
  });
});

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

/** Answers such as `0.2+0.2` or `65` stand for themselves. */
function isWord(option: string): boolean {
  return /[a-z]/i.test(option);
}
