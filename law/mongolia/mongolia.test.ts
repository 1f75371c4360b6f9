import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { assess } from '../assess.ts';
import type { Assessment, AssessOptions } from '../assessment.ts';
import { inForce } from '../parameters/register.ts';
import type { InsuranceRecord, RecordPeriod, RecordPerson } from '../record/insurance-record.ts';
import { monthlyEarnings, period, person, record } from '../testing.ts';

const IN_MONGOLIA = { residence: 'MN', citizenships: ['MN'] };

function worker(
  from: string,
  to: string,
  parts: Partial<RecordPerson> = {},
  rest: Partial<InsuranceRecord> = {},
): InsuranceRecord {
  return record({
    person: person({ ...IN_MONGOLIA, birthDate: '1959-03-10', ...parts }),
    periods: [period({ id: 'w', country: 'MN', from, to })],
    earnings: monthlyEarnings('MN', 2010, 168, '2000000'),
    ...rest,
  });
}

function award(wire: InsuranceRecord, on: string, more: Partial<AssessOptions> = {}): Assessment {
  return assess(wire, { law: 'mn', on: day(on), explain: 'none', ...more });
}

function amounts(assessment: Assessment): string[] {
  return assessment.components.map(({ component, outcome, amount, route }) =>
    [component, outcome, amount, route].filter((part) => part !== undefined).join(' '),
  );
}

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
    assert.deepEqual(amounts(award(worker('2002-04-01', '2023-12-31'), '2024-02-01')), [
      'mn.full eligible 930000 mn.full.request',
      'mn.proportional notEligible',
    ]);
    assert.deepEqual(amounts(award(worker('2002-05-01', '2023-12-31'), '2024-02-01')), [
      'mn.full eligible 930000 mn.full.later',
      'mn.proportional notEligible',
    ]);
  });

  test('at the general age needs twenty years, and before it the full record', () => {
    const young = { birthDate: '1963-06-15' };
    const twenty = worker('2003-01-01', '2023-12-31', young);
    const before = award(twenty, '2024-02-01');
    assert.equal(before.outcome, 'notEligible');
    assert.deepEqual(before.nextEligible, [{ route: 'mn.full.later', on: '2024-12-15' }]);
    const byAward = award(twenty, '2024-02-01', { assume: { 'mn.ageKey': 'awardYear' } });
    assert.deepEqual(byAward.nextEligible, [{ route: 'mn.full.later', on: '2025-06-15' }]);
  });

  test('adds 1.5 points for each full year above twenty, or above R(y) if assumed', () => {
    const thirty = worker('1995-01-01', '2024-12-31');
    assert.equal(award(thirty, '2025-01-01').total?.amount, '1200000');
    const assume = { 'mn.incrementBase': 'requiredRecord' };
    assert.equal(award(thirty, '2025-01-01', { assume }).total?.amount, '1140000');
    const rate = { 'mn.incrementRate': '2' };
    assert.equal(award(thirty, '2025-01-01', { assume: rate }).total?.amount, '1300000');
  });

  test('of mothers of four opens at 50 with twenty years', () => {
    const four = ['1995', '1997', '1999', '2001'].map((year) => ({ birthDate: `${year}-05-05` }));
    const woman = { sex: 'female' as const, birthDate: '1974-02-01', children: four };
    const wire = worker('2000-01-01', '2023-12-31', woman);
    assert.equal(award(wire, '2024-02-01').components[0]?.route, 'mn.full.mother');
    assert.equal(award(wire, '2024-01-31').outcome, 'notEligible');
    const three = worker('2000-01-01', '2023-12-31', { ...woman, children: four.slice(1) });
    assert.equal(award(three, '2024-02-01').outcome, 'notEligible');
    const assume = { 'mn.mother4Age': 'scheduleMinus5' };
    assert.equal(award(wire, '2024-02-01', { assume }).outcome, 'notEligible');
  });

  test('of herders opens at 55 and 50 with fifteen and twelve and a half years of herding', () => {
    assert.equal(award(herder('2009-01-01'), '2024-02-01').components[0]?.route, 'mn.full.herder');
    assert.equal(award(herder('2009-02-01'), '2024-02-01').outcome, 'notEligible');
  });
});

describe('Proportional pension of Mongolia', () => {
  test('is 45 % in the proportion of the months to 240, from ten years on', () => {
    assert.deepEqual(amounts(award(worker('2009-01-01', '2023-12-31'), '2024-02-01')), [
      'mn.full notEligible',
      'mn.proportional eligible 675000 mn.proportional.route',
    ]);
    assert.equal(award(worker('2014-01-02', '2023-12-31'), '2024-02-01').outcome, 'notEligible');
    assert.equal(award(worker('2014-01-01', '2023-12-31'), '2024-02-01').total?.amount, '450000');
  });

  test('divides by the required record if assumed', () => {
    const assume = { 'mn.proportionalFraction': 'monthsOfRequired' };
    // 2,000,000 × 45 % × 180 / 261 = 620,689.66
    assert.equal(award(worker('2009-01-01', '2023-12-31'), '2024-02-01', { assume }).total?.amount, '620690');
  });
});

describe('Minimum pensions and increases of Mongolia', () => {
  const poor = { earnings: monthlyEarnings('MN', 2010, 168, '100000') };

  test('raise to the minimum of the kind on the award date', () => {
    assert.equal(award(worker('1995-01-01', '2023-12-31', {}, poor), '2024-02-01').total?.amount, '550000');
    assert.equal(award(worker('2009-01-01', '2023-12-31', {}, poor), '2024-02-01').total?.amount, '440000');
    assert.equal(award(worker('1995-01-01', '2023-12-31', {}, poor), '2024-05-01').total?.amount, '650000');
  });

  test('carry the values of 2024 through 2025 and say so', () => {
    const found = award(worker('1995-01-01', '2023-12-31', {}, poor), '2025-05-01');
    assert.equal(found.total?.amount, '650000');
    assert.ok(found.flags.some(({ flag }) => flag === 'mn.minPension.2025'));
    assert.equal(award(worker('1995-01-01', '2023-12-31', {}, poor), '2026-02-01').total?.amount, '769000');
  });

  test('add the increase of 2024-04-01 to a pension in payment', () => {
    const found = award(worker('1995-01-01', '2023-12-31'), '2024-02-01', { payOn: day('2024-04-01') });
    assert.equal(found.total?.amount, '1270000');
  });

  test('leave later payments undetermined: the increases of 2025 are not known', () => {
    const found = award(worker('1995-01-01', '2023-12-31'), '2024-02-01', { payOn: day('2025-02-01') });
    assert.equal(found.outcome, 'undetermined');
    assert.deepEqual(
      [...new Set(found.missing.map(({ fact }) => fact))],
      ['mn.increase.fixed', 'mn.increase.percent'],
    );
  });
});

describe('Average income of Mongolia', () => {
  test('is the best run of 60 months within the last twenty years of contributions', () => {
    const earnings = [
      ...monthlyEarnings('MN', 1996, 60, '9000000'),
      ...monthlyEarnings('MN', 2005, 60, '3000000'),
      ...monthlyEarnings('MN', 2010, 168, '2000000'),
    ];
    const found = award(worker('2002-04-01', '2023-12-31', {}, { earnings }), '2024-02-01');
    assert.equal(found.total?.amount, '1395000');
  });

  test('divides by paid months for monthly payers, by 60 with voluntary insurance or if assumed', () => {
    const earnings = monthlyEarnings('MN', 2019, 60, '2000000').filter(({ month }) => month <= 6);
    const wire = worker('2002-04-01', '2023-12-31', {}, { earnings });
    assert.equal(award(wire, '2024-02-01').total?.amount, '930000');
    const assume = { 'mn.averageDivisor': 'fixed60' };
    assert.equal(award(wire, '2024-02-01', { assume }).total?.amount, '550000');
    const voluntary = {
      ...wire,
      periods: wire.periods.map((one) => ({ ...one, kind: 'voluntary' as const, type: '22' })),
    };
    assert.equal(award(voluntary, '2024-02-01').total?.amount, '550000');
  });

  test('is not known without income, with wages before 1995 only, and with income abroad only', () => {
    const none = worker('1995-01-01', '2023-12-31', {}, { earnings: [] });
    const old = worker('1980-01-01', '2001-12-31', {}, { earnings: monthlyEarnings('MN', 1985, 60, '700') });
    const facts = [none, old].map((wire) => award(wire, '2024-02-01').missing.map(({ fact }) => fact));
    assert.deepEqual(facts, [['mn.averageIncome'], ['mn.oldWageCoefficients']]);
    const abroad = record({
      person: person({ ...IN_MONGOLIA, birthDate: '1955-01-01' }),
      periods: [period({ id: 'kz', from: '1974-01-01', to: '1997-12-31' })],
      earnings: monthlyEarnings('KZ', 2000, 60, '100000'),
    });
    const treaty = { treaty: 'kz-mn', assume: { 'kzmn.inForceFrom': '2024-01-01' } } as const;
    assert.deepEqual(award(abroad, '2024-02-01', treaty).missing, [
      { fact: 'kzmn.incomeBase', why: 'why.kzmn.incomeBase' },
    ]);
    const assume = { ...treaty.assume, 'kzmn.incomeBase': 'ownState' };
    assert.equal(award(abroad, '2024-02-01', { ...treaty, assume }).total?.amount, '550000');
  });
});

describe('Insured record of Mongolia', () => {
  test('takes work before 1995 on a labour book, an archive certificate or bought back, not on a register entry', () => {
    assert.deepEqual(
      [
        early('labourBook'),
        early('archive'),
        early('register'),
        early('register', { kind: 'boughtBack' }),
      ].map((wire) => months(wire)),
      [72, 72, 12, 72],
    );
    const assume = { 'kzmn.pre1995Evidence': 'insuredOnly' };
    assert.equal(months(early('labourBook'), { assume }), 12);
  });

  test('leaves study and unpaid time out, unless assumed otherwise', () => {
    const study = record({
      person: person(IN_MONGOLIA),
      periods: [
        period({ country: 'MN', type: '44', kind: 'equivalent', from: '1996-09-01', to: '2000-08-31' }),
      ],
    });
    assert.equal(months(study), 0);
    assert.equal(months(study, { assume: { 'mn.equivalentPeriods': 'count' } }), 48);
    const unpaid = worker('2000-01-01', '2009-12-31');
    assert.equal(
      months({ ...unpaid, periods: unpaid.periods.map((one) => ({ ...one, insured: false })) }),
      0,
    );
  });

  test('does not count claims without any evidence', () => {
    const claimed = worker('2000-01-01', '2009-12-31');
    const bare = claimed.periods.map((one) => ({ ...one, certainty: 'claimed' as const, evidence: [] }));
    assert.equal(months({ ...claimed, periods: bare }), 0);
  });
});

describe('An award of Mongolia before 2024', () => {
  test('is undetermined: the rates of the earlier method are not known', () => {
    const found = award(worker('1990-01-01', '2020-12-31', {}), '2021-02-01');
    assert.equal(found.outcome, 'undetermined');
    assert.ok(found.missing.every(({ why }) => why === 'why.parameter'));
  });
});

function herder(herding: string): InsuranceRecord {
  return worker(
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

function months(wire: InsuranceRecord, more: Partial<AssessOptions> = {}): number {
  return award(wire, '2024-02-01', more).record.totals.counted.months;
}

function early(kind: string, more: Partial<RecordPeriod> = {}): InsuranceRecord {
  const evidence = [{ kind }];
  return record({
    person: person(IN_MONGOLIA),
    periods: [period({ country: 'MN', from: '1990-01-01', to: '1995-12-31', evidence, ...more })],
  });
}
