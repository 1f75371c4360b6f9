import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PAGE } from './generate.ts';
import { membersPage } from './members-page.ts';

test('the page of the members is made from the mapping', () => {
  assert.equal(readFileSync(PAGE, 'utf8'), membersPage(), 'run node exchange/sed/generate.ts');
});
