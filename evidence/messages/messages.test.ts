import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LOCALES } from '@urtuu/kernel';
import { CHECKS } from '../verify/verify-evidence.ts';
import { evidenceMessages } from './index.ts';

const places = (text = '') => text.match(/\{\w+\}/g) ?? [];

describe('the texts of the verifier', () => {
  for (const locale of LOCALES) {
    test(`have in ${locale} the same keys and places to fill as in English, and every check`, () => {
      const texts: Readonly<Record<string, string>> = evidenceMessages[locale];
      assert.deepEqual(Object.keys(texts).sort(), Object.keys(evidenceMessages.en).sort());
      for (const [key, english] of Object.entries(evidenceMessages.en)) {
        assert.deepEqual(places(texts[key]), places(english), key);
        assert.notEqual(texts[key]?.trim(), '', key);
      }
      for (const check of CHECKS) assert.ok(`check.${check}` in texts, check);
    });
  }
});
