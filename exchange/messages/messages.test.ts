import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LOCALES } from '@urtuu/kernel';
import { ABSENCE_REASONS } from '../cases/state-table.ts';
import { exchangeProblems } from '../problems.ts';
import { RULES } from '../rules/rules.ts';
import { exchangeMessages } from './index.ts';

describe('the texts of the exchange', () => {
  const wanted = [
    ...Object.keys(RULES).map((id) => `rule.${id}`),
    ...ABSENCE_REASONS.map((reason) => `reason.${reason}`),
  ];
  for (const locale of LOCALES) {
    test(`have every rule and reason in ${locale}, and the same keys as in English`, () => {
      const texts = exchangeMessages[locale];
      for (const key of wanted) assert.ok((texts[key] ?? '').length > 5 || locale === 'zh', key);
      assert.deepEqual(Object.keys(texts).sort(), Object.keys(exchangeMessages.en).sort());
      assert.ok(Object.values(texts).every((text) => text.trim() !== ''));
    });
  }

  test('of problems differ from language to language', () => {
    for (const [code, kind] of Object.entries(exchangeProblems)) {
      assert.equal(new Set(Object.values(kind.title)).size, LOCALES.length, code);
    }
  });
});
