import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day, LOCALES } from '@urtuu/kernel';
import { explain } from '../../finding/explain.ts';
import { period, record } from '../../testing.ts';
import { coordinate } from './coordinate.ts';
import type { UsCoverage } from './us-coverage.ts';

const WAGES = Object.fromEntries(Array.from({ length: 42 }, (_, i) => [String(1983 + i), '40000']));

/** Constructed values: a wage level that never moves, so that indexing changes nothing. */
function coverage(parts: Partial<UsCoverage> = {}): UsCoverage {
  return {
    years: [2004, 2005, 2006, 2007, 2008].map((year) => ({ year, quarters: 4, earnings: '20000' })),
    averageWages: WAGES,
    pensionFrom: '2026-01-01',
    requiredQuarters: 40,
    baseYears: { first: 1984, last: 2024 },
    computationYears: 35,
    indexingYear: 2022,
    formula: { bendPoints: ['1000', '6000'], rates: ['90', '32', '15'] },
    foreignUnit: 'calendarQuarter',
    source: 'constructed',
    ...parts,
  };
}

const HOME = period({ id: 'h', country: 'KZ', from: '1985-01-01', to: '1999-12-31' });

function us(of: UsCoverage, periods = [HOME]) {
  const found = coordinate(
    { record: record({ periods }), schemes: [{ law: 'kz' }], us: of },
    { method: 'us', on: day('2026-02-01'), explain: 'full' },
  );
  const [state] = found.states;
  assert.ok(state);
  return { ...state, findings: found.findings };
}

describe('Totalisation with the United States', () => {
  test('pays the theoretical benefit of half the average wage by 20 of 140 quarters', () => {
    // REP 4 × (5 × 0.5) / 20 = 0.5; 20,000 a year = 1,666.67 a month; 900 + 666.67 × 0.32 = 1,113.33; × 20 / 140
    const found = us(coverage());
    assert.equal(found.theoretical, '1113.33');
    assert.equal(found.ratio, '1/7');
    assert.equal(found.proRata, '159.05');
    assert.equal(found.amount, '159');
    assert.equal(found.basis, 'proRata');
  });

  test('asks six quarters of the United States', () => {
    const years = [
      { year: 2004, quarters: 4, earnings: '20000' },
      { year: 2005, quarters: 1, earnings: '5000' },
    ];
    assert.equal(us(coverage({ years })).outcome, 'notEligible');
    const six = [...years.slice(0, 1), { year: 2005, quarters: 2, earnings: '10000' }];
    assert.equal(us(coverage({ years: six })).outcome, 'eligible');
  });

  test('is not done for who is insured by US quarters alone: the ordinary benefit is paid', () => {
    const years = Array.from({ length: 10 }, (_, i) => ({ year: 2004 + i, quarters: 4, earnings: '42000' }));
    const found = us(coverage({ years }));
    // 420,000 / (35 × 12) = 1,000 a month × 90 %
    assert.equal(found.amount, '900');
    assert.equal(found.basis, 'independent');
  });

  test('credits at most four quarters a year together, and is refused where too few come together', () => {
    const same = period({ id: 's', country: 'KZ', from: '2004-01-01', to: '2008-12-31' });
    assert.deepEqual(us(coverage(), [same]).length, { own: '20', total: '20' });
    assert.equal(us(coverage(), [same]).outcome, 'notEligible');
  });

  const units = [
    ['calendarQuarter', '2000-03-31', '2000-04-01', '22'],
    ['thirteenWeeks', '2000-03-31', '2000-04-01', '20'],
    ['thirteenWeeks', '2000-01-01', '2000-03-31', '21'],
    ['thirteenWeeks', '2000-01-01', '2000-12-31', '24'],
  ] as const;
  for (const [foreignUnit, from, to, total] of units) {
    test(`reads ${from} to ${to} by ${foreignUnit} as ${Number(total) - 20} quarters`, () => {
      const found = us(coverage({ foreignUnit }), [period({ id: 'x', country: 'MN', from, to })]);
      assert.equal(found.length?.total, total);
    });
  }

  test('holds earnings of a year with one quarter to a quarter of the maximum', () => {
    const years = [...coverage().years, { year: 2009, quarters: 1, earnings: '40000' }];
    const yearlyMaximum = { '2009': '80000' };
    // REP 4 × (2.5 + 0.5) / 21
    const found = us(coverage({ years, yearlyMaximum }));
    assert.equal(found.theoretical, '1189.52'); // 12/21 × 40,000 / 12 = 1,904.76; 900 + 904.76 × 0.32
  });

  test('stays open where the average wage of a year is missing, and waits for the age', () => {
    const { '2005': _left, ...averageWages } = WAGES;
    assert.equal(us(coverage({ averageWages })).outcome, 'undetermined');
    assert.equal(us(coverage({ pensionFrom: '2027-01-01' })).outcome, 'notEligible');
  });

  test('goes down to 0.10 and then to a dollar', () => {
    const years = coverage().years.map((year) => ({ ...year, earnings: '21000' }));
    // 1,750 a month: 900 + 240 = 1,140; / 7 = 162.857 → 162.8 → 162
    assert.equal(us(coverage({ years })).amount, '162');
  });

  test('is explained in every language', () => {
    const { findings } = us(coverage());
    assert.ok(findings);
    for (const locale of LOCALES) assert.doesNotMatch(explain(findings, locale), /\{[a-z]+\}|undefined/i);
  });
});
