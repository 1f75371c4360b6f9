import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Json } from '@urtuu/kernel';
import { brokenRules } from '../rules/rules.ts';
import {
  decisionNotice,
  oldAgeClaim,
  period,
  periodCertificate,
  periodRequest,
  person,
} from './documents.fixture.ts';
import { documentFaults, documentSchemas } from './schemas.ts';
import type { DocumentType, PeriodCertificate } from './types.ts';

const plain = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json;
const faults = (type: DocumentType, value: object) =>
  documentFaults(type, plain(value)).map(({ pointer, keyword }) => `${pointer} ${keyword}`);

describe('the schemas of documents', () => {
  const good: readonly [DocumentType, object][] = [
    ['PeriodRequest', periodRequest],
    ['PeriodCertificate', periodCertificate],
    ['Decision', decisionNotice],
    ['VitalEvent', { kind: 'death', date: '2026-11-10', evidence: [{ kind: 'register' }] }],
    ['Claim.oldAge', oldAgeClaim],
  ];
  for (const [type, content] of good) {
    test(`accept a ${type}, and one with an extension`, () => {
      assert.deepEqual(faults(type, content), []);
      assert.deepEqual(faults(type, { ...content, ext: { 'kz:form': { schema: 'x', data: {} } } }), []);
    });

    test(`refuse a ${type} with an unknown member, and say where`, () => {
      assert.deepEqual(faults(type, { ...content, invented: 1 }), ['/invented additionalProperties']);
    });
  }

  const broken: readonly [string, DocumentType, object, string][] = [
    [
      'a day that no calendar has',
      'VitalEvent',
      { kind: 'death', date: '2026-02-30', evidence: [] },
      '/date format',
    ],
    [
      'a missing claim date',
      'PeriodRequest',
      { ...periodRequest, claim: { kind: '01', residence: 'KZ' } },
      '/claim/claimDate required',
    ],
    [
      'an amount as a number',
      'Decision',
      { ...decisionNotice, total: { amount: 35596, currency: 'KZT' } },
      '/total/amount type',
    ],
    [
      'a month 13',
      'PeriodCertificate',
      { ...periodCertificate, earnings: [{ ...periodCertificate.earnings[0], month: 13 }] },
      '/earnings/0/month maximum',
    ],
    [
      'a period in another convention of bounds',
      'PeriodCertificate',
      { ...periodCertificate, counting: { bounds: 'exclusive', method: 'calendar', dayBasis: 7 } },
      '/counting/bounds const',
    ],
    [
      'a person without a name',
      'PeriodRequest',
      { ...periodRequest, person: { ...person, names: [] } },
      '/person/names minItems',
    ],
  ];
  for (const [what, type, content, fault] of broken) {
    test(`refuse ${what}`, () => assert.deepEqual(faults(type, content), [fault]));
  }

  test('carry their version in their name', () => {
    for (const [type, schema] of Object.entries(documentSchemas))
      assert.equal(schema.$id, `urn:urtuu:schema:${type}:1.0.0`);
  });
});

const broken = (change: Partial<PeriodCertificate>) =>
  brokenRules('PeriodCertificate', { ...periodCertificate, ...change }, {}).map(
    ({ id, pointer, severity }) => `${severity} ${id} ${pointer}`,
  );

describe('the rules of a period certificate', () => {
  const table: readonly [string, Partial<PeriodCertificate>, string[]][] = [
    ['nothing wrong', {}, []],
    [
      'a period that ends before it begins',
      { periods: [{ ...period, to: '1980-01-01' }] },
      ['error period-reversed /content/periods/0/to'],
    ],
    ['a period that lasts', { periods: [{ ...period, to: null }] }, []],
    ['one period twice', { periods: [period, period] }, ['error period-twice /content/periods/1/periodId']],
    [
      'no periods although some are stated',
      { periods: [], noPeriodsReason: { code: 'x', text: 'y' } },
      ['error periods-stated-wrongly /content/anyPeriods'],
    ],
    [
      'no periods and no reason',
      { periods: [], anyPeriods: false },
      ['error no-periods-reason-missing /content/noPeriodsReason'],
    ],
    [
      'an unknown period type, which is carried',
      { periods: [{ ...period, type: { system: 'mn:own', code: 'Z9', label: 'Отрын ажил' } }] },
      ['warning code-unknown /content/periods/0/type'],
    ],
    [
      'a sum by the exclusive count',
      { periods: [{ ...period, from: '1990-01-01', to: '1990-01-31', statedSum: { days: 30 } }] },
      ['warning sum-differs /content/periods/0/statedSum'],
    ],
    [
      'a sum by the inclusive count',
      { periods: [{ ...period, from: '1990-01-01', to: '1990-01-31', statedSum: { days: 31 } }] },
      [],
    ],
  ];
  for (const [what, change, expected] of table) {
    test(`find ${what}`, () => assert.deepEqual(broken(change), expected));
  }
});

test('a claim date in the envelope that is not that of the claim is an error', () => {
  assert.deepEqual(brokenRules('Claim.oldAge', oldAgeClaim, { claimDate: '2026-10-05' }), []);
  assert.deepEqual(
    brokenRules('Claim.oldAge', oldAgeClaim, { claimDate: '2026-11-05' }).map(({ id }) => id),
    ['claim-date-differs'],
  );
});

test('a refusal states its reasons, a grant its first day', () => {
  const { effectiveFrom: _, ...undated } = decisionNotice;
  assert.deepEqual(
    brokenRules('Decision', undated, {}).map(({ id }) => id),
    ['granted-without-date'],
  );
  assert.deepEqual(
    brokenRules('Decision', { ...undated, result: 'refused' }, {}).map(({ id }) => id),
    ['refused-without-reason'],
  );
});
