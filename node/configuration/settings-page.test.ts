import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedSettingsPage, settingsPage } from './generate.ts';

test('the page of settings shows the table as it is (else run: node node/configuration/generate.ts)', () => {
  assert.equal(publishedSettingsPage(), settingsPage());
});
