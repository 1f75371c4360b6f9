import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import type { Assessment, AssessOptions } from '../../assessment.ts';
import type { InsuranceRecord } from '../../record/insurance-record.ts';
import { awardOfMongolia, person, record } from '../../testing.ts';

function parent(births: readonly string[], guardianOf?: readonly string[]): InsuranceRecord {
  return record({
    person: person({
      residence: 'MN',
      birthDate: '1985-01-01',
      children: births.map((birthDate) => ({ birthDate })),
    }),
    ...(guardianOf === undefined
      ? {}
      : { circumstances: { guardianOf: guardianOf.map((birthDate) => ({ birthDate })) } }),
  });
}

function money(wire: InsuranceRecord, on: string, more: Partial<AssessOptions> = {}): Assessment {
  return awardOfMongolia(wire, on, { benefit: 'childMoney', ...more });
}

describe('Child money of Mongolia', () => {
  test('is 100,000 a month for every child under 18', () => {
    const table = [
      [parent(['2010-01-01', '2015-01-01']), '200000'],
      [parent(['2006-06-02', '2015-01-01']), '200000'], // 18 tomorrow
      [parent(['2006-06-01', '2015-01-01']), '100000'], // 18 today
      [parent(['2024-06-01']), '100000'], // born today
      [parent([], ['2012-01-01', '2013-01-01']), '200000'],
      [parent(['2012-01-01'], ['2013-01-01']), '200000'],
    ] as const;
    for (const [wire, amount] of table) assert.equal(money(wire, '2024-06-01').total?.amount, amount);
    assert.equal(money(parent(['2001-01-01']), '2024-06-01').outcome, 'notEligible');
    assert.equal(money(parent(['2024-06-02']), '2024-06-01').outcome, 'notEligible');
  });

  test('has an amount that is not verified: another one may be assumed', () => {
    const assume = { 'mn.childMoneyAmount': '50000' };
    assert.equal(money(parent(['2015-01-01']), '2024-06-01', { assume }).total?.amount, '50000');
  });

  test('is counted on the payment date, and not known before July 2023', () => {
    const wire = parent(['2006-06-02']);
    assert.equal(money(wire, '2024-06-01', { payOn: day('2024-06-02') }).outcome, 'notEligible');
    assert.deepEqual(
      money(wire, '2023-06-30').missing.map(({ fact }) => fact),
      ['mn.childMoney.age', 'mn.childMoney.amount'],
    );
  });

  test('is undetermined where the record says nothing of children', () => {
    const silent = record({ person: person({ residence: 'MN' }) });
    assert.deepEqual(money(silent, '2024-06-01').missing, [
      { fact: 'person.children', why: 'why.person.children' },
    ]);
  });
});
