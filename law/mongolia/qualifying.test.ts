import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import type { Assessment } from '../assessment.ts';
import { inForce } from '../parameters/register.ts';
import type { InsuranceRecord } from '../record/insurance-record.ts';
import { awardOfMongolia, mongolianWorker, period } from '../testing.ts';

describe('Required record R(y)', () => {
  const published = [
    ['2017-06-01', '240'],
    ['2019-06-01', '246'],
    ['2024-06-01', '261'],
    ['2037-06-01', '300'],
    ['2050-06-01', '300'],
  ] as const;
  for (const [on, months] of published) {
    test(`is ${months} months in ${on.slice(0, 4)}`, () => {
      assert.equal(inForce('mn.full.record', day(on))?.value, months);
    });
  }

  test('follows 240 + 3 × (y − 2017) from 2018 to 2037', () => {
    for (let year = 2018; year <= 2037; year += 1)
      assert.equal(inForce('mn.full.record', day(`${year}-01-01`))?.value, String(240 + 3 * (year - 2017)));
  });
});

describe('General age A', () => {
  test('of birth years and of award years follows the two published schedules, which agree in 2019', () => {
    for (const [sex, first, base] of [
      ['men', 1957, 720],
      ['women', 1962, 660],
    ] as const) {
      for (let year = first; year <= first + (780 - base) / 3; year += 1) {
        const value = inForce(`mn.age.byBirth.${sex}`, day(`${year}-07-01`))?.value;
        assert.equal(value, String(base + 3 * (year - first)));
      }
    }
    assert.equal(inForce('mn.age.byAward.men', day('2019-07-01'))?.value, '726');
    assert.equal(inForce('mn.age.byAward.women', day('2019-07-01'))?.value, '666');
    assert.equal(inForce('mn.age.byBirth.men', day('1959-01-01'))?.value, '726');
  });
});

describe('Full old-age pension of Mongolia', () => {
  test('at own request needs the record of the award year', () => {
    // 2024: 261 months; the general age of this man, 60y6m, is passed too, so a shorter record takes that route.
    assert.deepEqual(amounts(awardOfMongolia(mongolianWorker('2002-04-01', '2023-12-31'), '2024-02-01')), [
      'mn.full eligible 930000 mn.full.request',
      'mn.proportional notEligible',
    ]);
    assert.deepEqual(amounts(awardOfMongolia(mongolianWorker('2002-05-01', '2023-12-31'), '2024-02-01')), [
      'mn.full eligible 930000 mn.full.later',
      'mn.proportional notEligible',
    ]);
  });

  test('at the general age needs twenty years, and before it the full record', () => {
    const young = { birthDate: '1963-06-15' };
    const twenty = mongolianWorker('2003-01-01', '2023-12-31', young);
    const before = awardOfMongolia(twenty, '2024-02-01');
    assert.equal(before.outcome, 'notEligible');
    assert.deepEqual(before.nextEligible, [{ route: 'mn.full.later', on: '2024-12-15' }]);
    const byAward = awardOfMongolia(twenty, '2024-02-01', { assume: { 'mn.ageKey': 'awardYear' } });
    assert.deepEqual(byAward.nextEligible, [{ route: 'mn.full.later', on: '2025-06-15' }]);
  });

  test('adds 1.5 points for each full year above twenty, or above R(y) if assumed', () => {
    const thirty = mongolianWorker('1995-01-01', '2024-12-31');
    assert.equal(awardOfMongolia(thirty, '2025-01-01').total?.amount, '1200000');
    const assume = { 'mn.incrementBase': 'requiredRecord' };
    assert.equal(awardOfMongolia(thirty, '2025-01-01', { assume }).total?.amount, '1140000');
    const rate = { 'mn.incrementRate': '2' };
    assert.equal(awardOfMongolia(thirty, '2025-01-01', { assume: rate }).total?.amount, '1300000');
  });

  test('of mothers of four opens at 50 with twenty years', () => {
    const four = ['1995', '1997', '1999', '2001'].map((year) => ({ birthDate: `${year}-05-05` }));
    const woman = { sex: 'female' as const, birthDate: '1974-02-01', children: four };
    const wire = mongolianWorker('2000-01-01', '2023-12-31', woman);
    assert.equal(awardOfMongolia(wire, '2024-02-01').components[0]?.route, 'mn.full.mother');
    assert.equal(awardOfMongolia(wire, '2024-01-31').outcome, 'notEligible');
    const three = mongolianWorker('2000-01-01', '2023-12-31', { ...woman, children: four.slice(1) });
    assert.equal(awardOfMongolia(three, '2024-02-01').outcome, 'notEligible');
    const assume = { 'mn.mother4Age': 'scheduleMinus5' };
    assert.equal(awardOfMongolia(wire, '2024-02-01', { assume }).outcome, 'notEligible');
  });

  test('of herders opens at 55 and 50 with fifteen and twelve and a half years of herding', () => {
    assert.equal(awardOfMongolia(herder('2009-01-01'), '2024-02-01').components[0]?.route, 'mn.full.herder');
    assert.equal(awardOfMongolia(herder('2009-02-01'), '2024-02-01').outcome, 'notEligible');
  });
});

describe('Proportional pension of Mongolia', () => {
  test('is 45 % in the proportion of the months to 240, from ten years on', () => {
    assert.deepEqual(amounts(awardOfMongolia(mongolianWorker('2009-01-01', '2023-12-31'), '2024-02-01')), [
      'mn.full notEligible',
      'mn.proportional eligible 675000 mn.proportional.route',
    ]);
    assert.equal(
      awardOfMongolia(mongolianWorker('2014-01-02', '2023-12-31'), '2024-02-01').outcome,
      'notEligible',
    );
    assert.equal(
      awardOfMongolia(mongolianWorker('2014-01-01', '2023-12-31'), '2024-02-01').total?.amount,
      '450000',
    );
  });

  test('divides by the required record if assumed', () => {
    const assume = { 'mn.proportionalFraction': 'monthsOfRequired' };
    // 2,000,000 × 45 % × 180 / 261 = 620,689.66
    assert.equal(
      awardOfMongolia(mongolianWorker('2009-01-01', '2023-12-31'), '2024-02-01', { assume }).total?.amount,
      '620690',
    );
  });
});

function amounts(assessment: Assessment): string[] {
  return assessment.components.map(({ component, outcome, amount, route }) =>
    [component, outcome, amount, route].filter((part) => part !== undefined).join(' '),
  );
}

function herder(herding: string): InsuranceRecord {
  return mongolianWorker(
    '1995-01-01',
    '2023-12-31',
    { birthDate: '1969-01-20' },
    {
      periods: [
        period({
          id: 'h',
          country: 'MN',
          from: herding,
          to: '2023-12-31',
          scheme: 'mn.herder',
          type: '22',
          kind: 'voluntary',
        }),
        period({ id: 'w', country: 'MN', from: '2000-01-01', to: '2008-12-31' }),
      ],
    },
  );
}
