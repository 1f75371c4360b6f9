import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examplesPage, publishedExamplesPage } from './examples-page.ts';

test('the page of examples shows the definitions as they are (else run: node node/synth/examples/examples-page.ts)', () => {
  assert.equal(publishedExamplesPage(), examplesPage());
});
