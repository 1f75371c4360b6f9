import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import type { Assessment, AssessOptions } from '../../assessment.ts';
import { explainMissing } from '../../finding/explain.ts';
import type { Circumstances, InsuranceRecord, RecordPerson } from '../../record/insurance-record.ts';
import { awardOfMongolia, period, person, record } from '../../testing.ts';

function who(
  parts: Partial<RecordPerson>,
  circumstances?: Circumstances,
  more: Partial<InsuranceRecord> = {},
): InsuranceRecord {
  return record({
    person: person({ residence: 'MN', citizenships: ['MN'], ...parts }),
    ...(circumstances === undefined ? {} : { circumstances }),
    ...more,
  });
}

function welfare(wire: InsuranceRecord, on = '2024-06-01', more: Partial<AssessOptions> = {}): Assessment {
  return awardOfMongolia(wire, on, { benefit: 'welfare', ...more });
}

function said({ outcome, total, components }: Assessment): string {
  return [outcome, total?.amount, components[0]?.route].filter((part) => part !== undefined).join(' ');
}

function disabled(lossOfCapacityPercent: number): Circumstances {
  return { disability: { lossOfCapacityPercent, from: '2015-01-01' } };
}

function orphan(childrenOfFamily: number): Circumstances {
  return { orphan: { since: '2020-01-01', childrenOfFamily } };
}

function worked(from: string): Partial<InsuranceRecord> {
  return { periods: [period({ country: 'MN', from, to: '2023-12-31' })] };
}

describe('Welfare pension of Mongolia (Art 12.1)', () => {
  test('by age opens at 60 for men and 55 for women', () => {
    const table = [
      [{ birthDate: '1964-06-01' }, 'eligible 325000 mn.welfare.age'],
      [{ birthDate: '1964-06-02' }, 'notEligible'],
      [{ sex: 'female', birthDate: '1969-06-01' }, 'eligible 325000 mn.welfare.age'],
      [{ sex: 'female', birthDate: '1969-06-02' }, 'notEligible'],
    ] as const;
    for (const [parts, expected] of table) assert.equal(said(welfare(who(parts))), expected);
  });

  test('by age opens at 65 if the newer reports are followed', () => {
    const assume = { 'mn.welfareAge': '65' };
    assert.equal(welfare(who({ birthDate: '1959-06-01' }), '2024-06-01', { assume }).outcome, 'eligible');
    assert.equal(welfare(who({ birthDate: '1959-06-02' }), '2024-06-01', { assume }).outcome, 'notEligible');
  });

  test('is for people with a disability of at least 50 percent, or of very short stature, from 16', () => {
    const table = [
      [{ birthDate: '2008-06-01' }, disabled(50), 'eligible 325000 mn.welfare.disability'],
      [{ birthDate: '2008-06-01' }, disabled(49), 'notEligible'],
      [{ birthDate: '2008-06-02' }, disabled(90), 'notEligible'],
      [{ birthDate: '2008-06-01' }, { veryShortStature: true }, 'eligible 325000 mn.welfare.shortStature'],
      [{ birthDate: '2008-06-02' }, { veryShortStature: true }, 'notEligible'],
    ] as const;
    for (const [parts, circumstances, expected] of table)
      assert.equal(said(welfare(who(parts, circumstances))), expected);
  });

  test('is for orphans below 18, by the number of orphans of the family', () => {
    const table = [
      [1, '325000'],
      [2, '325000'],
      [3, '487500'],
      [4, '487500'],
      [5, '650000'],
      [9, '650000'],
    ] as const;
    for (const [children, amount] of table)
      assert.equal(welfare(who({ birthDate: '2012-01-01' }, orphan(children))).total?.amount, amount);
    assert.equal(welfare(who({ birthDate: '2006-06-02' }, orphan(3))).outcome, 'eligible');
    assert.equal(welfare(who({ birthDate: '2006-06-01' }, orphan(3))).outcome, 'notEligible');
  });

  test('is for single heads with four children: mothers from 45, fathers from 50', () => {
    const children = ['2008', '2010', '2012', '2014'].map((year) => ({ birthDate: `${year}-01-01` }));
    const table = [
      [{ sex: 'female', birthDate: '1979-06-01', children }, 'eligible 325000 mn.welfare.singleHead'],
      [{ sex: 'female', birthDate: '1979-06-02', children }, 'notEligible'],
      [{ sex: 'male', birthDate: '1974-06-01', children }, 'eligible 325000 mn.welfare.singleHead'],
      [{ sex: 'male', birthDate: '1974-06-02', children }, 'notEligible'],
      [{ sex: 'male', birthDate: '1974-06-01', children: children.slice(1) }, 'notEligible'],
    ] as const;
    for (const [parts, expected] of table)
      assert.equal(said(welfare(who(parts, { singleHead: true }))), expected);
  });

  test('is not for who has a right to a pension of social insurance', () => {
    const old = { birthDate: '1955-01-01' };
    // ten years give a proportional pension, nine do not
    assert.equal(welfare(who(old, undefined, worked('2014-01-01'))).outcome, 'notEligible');
    assert.equal(welfare(who(old, undefined, worked('2015-01-01'))).outcome, 'eligible');
    const benefit = { country: 'MN', kind: '20', from: '2010-01-01', status: 'inPayment' };
    assert.equal(welfare(who(old, undefined, { benefits: [benefit] })).outcome, 'notEligible');
    const ended = { ...benefit, status: 'ended' };
    assert.equal(welfare(who(old, undefined, { benefits: [ended] })).outcome, 'eligible');
  });

  test('was 188,000 from 2020, is 325,000 from July 2023, or 350,000 if assumed', () => {
    const old = who({ birthDate: '1950-01-01' });
    const table = [
      ['2019-12-31', undefined],
      ['2020-01-01', '188000'],
      ['2023-06-30', '188000'],
      ['2023-07-01', '325000'],
    ] as const;
    for (const [on, amount] of table) assert.equal(welfare(old, on).total?.amount, amount, on);
    const assume = { 'mn.welfareAmount2023': '350000' };
    assert.equal(welfare(old, '2024-01-01', { assume }).total?.amount, '350000');
  });

  test('rises in 2026 by 20 percent with a disability and by 8.6 percent otherwise', () => {
    const disability = { disability: { lossOfCapacityPercent: 80, from: '2015-01-01' } };
    const table = [
      [who({ birthDate: '1950-01-01' }), '352950'], // 325,000 × 1.086
      [who({ birthDate: '1990-01-01' }, disability), '390000'], // 325,000 × 1.2
      // both grounds: the better paid
      [who({ birthDate: '1950-01-01' }, disability), '390000'],
      [who({ birthDate: '2012-01-01' }, { orphan: { since: '2020-01-01', childrenOfFamily: 3 } }), '529425'], // 487,500 × 1.086
    ] as const;
    for (const [wire, amount] of table) assert.equal(welfare(wire, '2026-02-01').total?.amount, amount);
    const before = welfare(who({ birthDate: '1950-01-01' }), '2024-01-01', { payOn: day('2026-01-01') });
    assert.equal(before.total?.amount, '352950');
  });

  test('names the fact that is missing, in words', () => {
    const table = [
      [who({ birthDate: '1964-01-01', birthDatePrecision: 'year' }), 'person.birthDate'],
      [
        who({ birthDate: '2012-01-01' }, { orphan: { since: '2020-01-01' } }),
        'circumstances.orphan.childrenOfFamily',
      ],
      [who({ birthDate: '1970-01-01' }, { singleHead: true }), 'person.children'],
    ] as const;
    for (const [wire, fact] of table) {
      const { outcome, missing } = welfare(wire);
      assert.equal(outcome, 'undetermined', fact);
      assert.deepEqual(
        missing.map((one) => one.fact),
        [fact],
      );
      for (const one of missing) assert.notEqual(explainMissing(one, 'kk'), one.why);
    }
  });
});
