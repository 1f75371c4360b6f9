import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseStatesPage, publishedCaseStatesPage } from './generate.ts';

test('the page of case states shows the table as it is (else run: node exchange/cases/generate.ts)', () => {
  assert.equal(publishedCaseStatesPage(), caseStatesPage());
});
