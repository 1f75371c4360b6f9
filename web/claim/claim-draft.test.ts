import { parseInsuranceRecord } from '@urtuu/law';
import type { Json } from '@urtuu/kernel';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addAt,
  ancestorsOf,
  claimOfDraft,
  emptyClaim,
  listAt,
  nextPeriodId,
  readAt,
  textAt,
  writeAt,
} from './claim-draft.ts';

describe('a claim while it is written', () => {
  const draft = emptyClaim('KZ');

  test('a field is written and read at the place where a fault would point', () => {
    const next = writeAt(draft, '/record/person/names/0/given', 'Sample');
    assert.equal(textAt(next, '/record/person/names/0/given'), 'Sample');
    assert.equal(textAt(draft, '/record/person/names/0/given'), '');
  });

  test('objects on the way are made', () => {
    const next = writeAt(draft, '/record/person/kandas/since', '1995-05-01');
    assert.equal(textAt(next, '/record/person/kandas/since'), '1995-05-01');
  });

  test('a member with a slash in its name is found', () => {
    assert.equal(readAt({ 'a/b': { '~': 1 } }, '/a~1b/~0'), 1);
  });

  test('an item taken away leaves no gap', () => {
    const two = addAt(addAt(draft, '/record/periods', { id: 'p1' }), '/record/periods', { id: 'p2' });
    assert.deepEqual(listAt(writeAt(two, '/record/periods/0', undefined), '/record/periods'), [{ id: 'p2' }]);
  });

  test('the next period takes an identifier that no other has', () => {
    const odd = addAt(draft, '/record/periods', { id: 'p2' });
    assert.equal(nextPeriodId(odd), 'p3');
    assert.equal(nextPeriodId(draft), 'p1');
  });

  test('empty fields are not sent, but an open end is', () => {
    const next = writeAt(draft, '/record/periods', [{ id: 'p1', to: null, employer: '' }]);
    const sent = claimOfDraft(next);
    assert.deepEqual(readAt(sent, '/record/periods/0'), { id: 'p1', to: null });
    assert.equal(readAt(sent, '/filedOn'), undefined);
  });

  test('a part in which everything was emptied again is not sent', () => {
    const next = writeAt(draft, '/record/person/kandas', { since: '', certificate: '' });
    assert.equal(readAt(claimOfDraft(next), '/record/person/kandas'), undefined);
  });

  test('a fault of a part the form does not show is traced to the nearest that it does', () => {
    assert.deepEqual(ancestorsOf('/record/person/names/0'), [
      '/record/person/names',
      '/record/person',
      '/record',
      '',
    ]);
  });

  test('a filled draft is a record the law can read', () => {
    const fill: readonly (readonly [string, Json])[] = [
      ['/record/person/birthDate', '1960-02-03'],
      ['/record/person/names/0/given', 'Sample'],
      ['/record/person/identifiers', []],
    ];
    const filled = fill.reduce<Json>((before, [at, value]) => writeAt(before, at, value), draft);
    const record = parseInsuranceRecord(readAt(claimOfDraft(filled), '/record'));
    assert.deepEqual(record.ok ? [] : record.error, []);
  });
});
