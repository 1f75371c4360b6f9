import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { day, LOCALES, type Json } from '@urtuu/kernel';
import { assess } from '@urtuu/law';
import { pensionsMessages } from '../messages/index.ts';
import { resident } from '../testing/resident.fixture.ts';
import { letterContent, type LetterInput } from './letter-content.ts';

const { record } = resident(61).claim;

function letter(more: Partial<LetterInput> = {}): LetterInput {
  return {
    institution: 'Demonstration institution',
    country: 'KZ',
    fileNumber: 'KZ-2026-000001',
    decisionId: '01900000-0000-7000-8000-000000000000',
    state: 'notified',
    result: 'granted',
    effectiveFrom: '2026-11-02',
    decidedOn: '2026-11-23',
    filedOn: '2026-03-02',
    draftedBy: '',
    approvedBy: 'Supervisor',
    person: record.person,
    assessment: assess(record, {
      law: 'kz',
      treaty: 'kz-mn',
      on: day('2026-11-02'),
      assume: { 'kzmn.inForceFrom': '2026-07-01' },
      explain: 'full',
    }),
    record,
    appeal: { deadlineDays: null, body: 'needs citation', article: null },
    ...more,
  };
}

function texts(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

const mark = (input: LetterInput) => Reflect.get(Object(letterContent(input, 'en')['banner']), 'mark');

describe('a decision letter', () => {
  test('is written in words in every language: no key, no placeholder and no raw date is left', () => {
    for (const locale of LOCALES) {
      for (const line of texts(letterContent(letter(), locale))) {
        assert.doesNotMatch(
          line,
          /\b(?:letter|periodType|certainty|country|rule|component|flag)\.[a-z]/i,
          line,
        );
        assert.doesNotMatch(line, /\{\w+[,}]/, line);
      }
    }
  });

  test('bears its simulation, draft or annulment as a mark, and an ordinary decision bears none', () => {
    assert.equal(mark(letter()), 'SIMULATION');
    assert.equal(mark(letter({ state: 'draft' })), 'DRAFT, NOT APPROVED');
    assert.equal(mark(letter({ state: 'annulled' })), 'ANNULLED');
    const plain = assess(record, { law: 'kz', on: day('2026-11-02'), explain: 'full' });
    assert.equal(letterContent(letter({ assessment: plain }), 'en')['banner'], null);
  });

  test('says that the appeal rule is not sourced, and the rule itself once it is', () => {
    const unsourced = letterContent(letter(), 'en')['appeal'];
    assert.equal(unsourced, pensionsMessages.en['letter.appealUnsourced']);
    const appeal = { deadlineDays: 30, body: 'the appeal body', article: 'Art 1' };
    assert.match(
      texts(letterContent(letter({ appeal }), 'en')['appeal'] ?? null).join(),
      /the appeal body within 30 days \(Art 1\)/,
    );
  });

  test('numbers its reasons by their place in the tree', () => {
    const reasons = letterContent(letter(), 'en')['reasons'];
    assert.ok(Array.isArray(reasons));
    const numbers = reasons.map((reason: Json) => texts(Reflect.get(Object(reason), 'number')).join());
    assert.equal(numbers[0], '0');
    assert.equal(new Set(numbers).size, numbers.length);
    assert.ok(numbers.includes('1') && numbers.some((number) => /^\d+\.1$/.test(number)));
  });
});
