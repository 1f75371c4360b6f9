import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Json } from '@urtuu/kernel';
import { decisionNotice, person } from './documents.fixture.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentType } from './types.ts';

const faults = (type: DocumentType, content: object) => {
  const checked = checkDocument(type, JSON.parse(JSON.stringify(content)) as Json);
  const found = checked.ok ? checked.value.warnings : checked.error;
  return [checked.ok, ...found.map(({ pointer, code, severity }) => `${severity} ${code} ${pointer}`)];
};

describe('a content held against its type', () => {
  test('is a document where nothing is wrong', () => {
    assert.deepEqual(faults('InfoRequest', { person, text: 'Is there a diploma?' }), [true]);
  });

  test('is refused with the place where its form is wrong', () => {
    assert.deepEqual(faults('InfoRequest', { text: 7 }), [
      false,
      'error required /person',
      'error type /text',
    ]);
  });

  test('is refused where a rule is broken, with a pointer into the content', () => {
    const { effectiveFrom: _, ...undated } = decisionNotice;
    assert.deepEqual(faults('Decision', undated), [false, 'error granted-without-date /effectiveFrom']);
  });

  test('goes with a warning where a code is unknown', () => {
    const marital = { ...person, maritalStatuses: [{ status: { system: 'own', code: 'Z' } }] };
    assert.deepEqual(faults('InfoRequest', { person: marital }), [
      true,
      'warning code-unknown /person/maritalStatuses/0/status',
    ]);
  });
});
