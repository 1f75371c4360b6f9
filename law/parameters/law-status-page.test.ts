import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lawStatusPage, publishedLawStatusPage } from './generate.ts';

test('the page of the state of the law shows the packs as they are (else run: node law/parameters/generate.ts)', () => {
  assert.equal(publishedLawStatusPage(), lawStatusPage());
});
