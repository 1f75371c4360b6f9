import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day, formatDay } from '@urtuu/kernel';
import { firstDayOfAge } from '../age.ts';
import { assess } from '../assess.ts';
import type { Assessment, AssessOptions } from '../assessment.ts';
import { inForce } from '../parameters/register.ts';
import { parameter } from '../parameters/register.ts';
import type { InsuranceRecord } from '../record/insurance-record.ts';
import { monthlyEarnings, period, person, record } from '../testing.ts';

/** A man of 63 in 2021 with 25 full years before 1998 and the income given. */
function worker(amount = '100000', parts: Partial<InsuranceRecord> = {}): InsuranceRecord {
  return record({
    periods: [period({ id: 'a', from: '1972-01-01', to: '1996-12-31' })],
    earnings: monthlyEarnings('KZ', 2000, 240, amount),
    ...parts,
  });
}

function award(wire: InsuranceRecord, on: string, more: Partial<AssessOptions> = {}): Assessment {
  return assess(wire, { law: 'kz', on: day(on), explain: 'none', ...more });
}

function amountOf(assessment: Assessment, component: string): string | undefined {
  return assessment.components.find((one) => one.component === component)?.amount;
}

describe('State basic pension', () => {
  const published = [
    ['2018-07-01', '15274'],
    ['2019-01-01', '16037'],
    ['2020-04-01', '17641'],
    ['2021-01-01', '18524'],
    ['2022-01-01', '19450'],
    ['2022-04-01', '20191'],
    ['2023-01-01', '24341'],
    ['2024-01-01', '28215'],
    ['2025-01-01', '32360'],
    ['2026-01-01', '35596'],
  ] as const;
  for (const [on, minimum] of published) {
    test(`reproduces the minimum published for ${on}`, () => {
      const short = record({ person: person({ birthDate: '1945-01-01' }) });
      assert.equal(amountOf(award(short, on), 'kz.base'), minimum);
      assert.equal(inForce('kz.base.publishedMinimum', day(on))?.value, minimum);
    });
  }

  const growth = [
    [10, '35596'],
    [11, '36613'],
    [33, '58988'],
    [34, '60005'],
    [40, '60005'],
  ] as const;
  for (const [years, amount] of growth) {
    test(`with ${years} years of record in 2026 is ${amount}`, () => {
      const wire = record({
        periods: [period({ from: `${1998 - years}-01-01`, to: '1997-12-31' })],
        person: person({ birthDate: '1940-01-01' }),
      });
      assert.equal(amountOf(award(wire, '2026-01-01'), 'kz.base'), amount);
    });
  }

  test('ignores part of a year, unless assumed otherwise', () => {
    const wire = record({ periods: [period({ from: '1986-07-01', to: '1997-12-31' })] });
    assert.equal(amountOf(award(wire, '2026-01-01'), 'kz.base'), '36613');
    const assume = { 'kz.basePartYears': 'proportional' };
    assert.equal(amountOf(award(wire, '2026-01-01', { assume }), 'kz.base'), '37122');
  });

  test('follows the subsistence minimum to the payment date', () => {
    const wire = record({ periods: [period({ from: '1988-01-01', to: '1997-12-31' })] });
    assert.equal(amountOf(award(wire, '2025-03-01', { payOn: day('2026-01-01') }), 'kz.base'), '35596');
  });

  test('counts contributions after 1998, but not time without them', () => {
    const paid = period({ id: 'b', from: '1998-01-01', to: '2007-12-31', insured: true });
    const before = period({ from: '1988-01-01', to: '1997-12-31' });
    assert.equal(amountOf(award(record({ periods: [before, paid] }), '2026-01-01'), 'kz.base'), '45766');
    const unpaid = { ...paid, insured: false };
    assert.equal(amountOf(award(record({ periods: [before, unpaid] }), '2026-01-01'), 'kz.base'), '35596');
  });

  test('is undetermined in a year without a known subsistence minimum', () => {
    const found = award(record({ person: person({ birthDate: '1950-01-01' }) }), '2028-05-01');
    assert.equal(found.outcome, 'undetermined');
    assert.ok(found.missing.some(({ fact }) => fact === 'kz.subsistenceMinimum'));
  });
});

describe('Solidarity pension', () => {
  test('reproduces the published maximum of 2026 together with the highest basic pension', () => {
    const wire = worker('9000000', {
      person: person({ birthDate: '1940-01-01' }),
      periods: [period({ from: '1957-01-01', to: '1997-12-31' })],
    });
    const found = award(wire, '2026-01-01');
    assert.equal(amountOf(found, 'kz.solidarity'), '178407');
    assert.deepEqual(found.total, { amount: '238412', currency: 'KZT' });
  });

  test('is 60 % of the average for 25 years and one point more for each full year above, up to 75 %', () => {
    const years = [25, 26, 39, 40, 45].map((length) => {
      const wire = worker('200000', {
        person: person({ birthDate: '1935-01-01' }),
        periods: [period({ from: `${1998 - length}-01-01`, to: '1997-12-31' })],
      });
      return amountOf(award(wire, '2026-01-01'), 'kz.solidarity');
    });
    assert.deepEqual(years, ['120000', '122000', '148000', '150000', '150000']);
  });

  test('of a woman needs 20 years for the full rate', () => {
    const wire = worker('200000', {
      person: person({ sex: 'female', birthDate: '1955-01-01' }),
      periods: [period({ from: '1978-01-01', to: '1997-12-31' })],
    });
    assert.equal(amountOf(award(wire, '2026-01-01'), 'kz.solidarity'), '120000');
  });

  test('of a shorter record is in proportion to its months, or to full years if assumed', () => {
    const wire = worker('200000', { periods: [period({ from: '1985-07-01', to: '1997-12-31' })] });
    assert.equal(amountOf(award(wire, '2026-01-01'), 'kz.solidarity'), '60000');
    const assume = { 'kz.incomplete': 'fullYears' };
    assert.equal(amountOf(award(wire, '2026-01-01', { assume }), 'kz.solidarity'), '57600');
  });

  test('is not owed for less than six months of record before 1998', () => {
    const wire = worker('200000', { periods: [period({ from: '1997-07-02', to: '1997-12-31' })] });
    const [base, solidarity] = award(wire, '2026-01-01').components;
    assert.equal(base?.outcome, 'eligible');
    assert.equal(solidarity?.outcome, 'notEligible');
  });

  test('is raised to the minimum pension with a full record only', () => {
    assert.equal(amountOf(award(worker('50000'), '2026-01-01'), 'kz.solidarity'), '69049');
    const short = worker('50000', { periods: [period({ from: '1988-01-01', to: '1997-12-31' })] });
    assert.equal(amountOf(award(short, '2026-01-01'), 'kz.solidarity'), '12000');
  });

  test('takes the best three years in a row, whatever was earned in other years', () => {
    const good = monthlyEarnings('KZ', 2010, 36, '150000');
    const poor = monthlyEarnings('KZ', 2000, 120, '20000');
    const found = award(worker('1', { earnings: [...poor, ...good] }), '2026-01-01');
    assert.equal(amountOf(found, 'kz.solidarity'), '90000');
  });

  test('counts breaks inside the three years as months without income, unless assumed otherwise', () => {
    const earnings = [
      ...monthlyEarnings('KZ', 2010, 18, '200000'),
      ...monthlyEarnings('KZ', 2013, 18, '200000'),
    ];
    const wire = worker('1', { earnings });
    const calendar = award(wire, '2026-01-01');
    const assumed = award(wire, '2026-01-01', { assume: { 'kz.averageBreaks': 'leftOut' } });
    assert.equal(amountOf(calendar, 'kz.solidarity'), '69049');
    assert.equal(amountOf(assumed, 'kz.solidarity'), '120000');
  });

  test('is raised by the indexation of each 1 January, rounded up each time', () => {
    const found = award(worker('100001'), '2024-05-01', { payOn: day('2026-01-15') });
    // 60,001 at the award; + 8.5 % = 65,101.085, up; + 10 % = 71,612.2, up
    assert.equal(amountOf(found, 'kz.solidarity'), '71613');
  });

  test('is undetermined where the cap of the year is not known, and follows an assumed cap', () => {
    const wire = worker('200000', { person: person({ birthDate: '1950-01-01' }) });
    const found = award(wire, '2019-06-01');
    assert.deepEqual(found.missing, [{ fact: 'kz.solidarity.cap', why: 'why.parameter' }]);
    assert.equal(amountOf(found, 'kz.base') !== undefined, true);
    assert.equal(found.total, undefined);
    const assumed = award(wire, '2019-06-01', { assume: { 'kz.capOtherYears': '46' } });
    assert.equal(amountOf(assumed, 'kz.solidarity'), '69690');
  });

  test('is undetermined without recorded income, with income before 1998 only, and with income abroad only', () => {
    const facts = [
      worker('1', { earnings: [] }),
      worker('1', { earnings: monthlyEarnings('KZ', 1990, 60, '300') }),
      worker('1', {
        person: person({ kandas: { since: '2005-01-01' } }),
        periods: [period({ country: 'MN' })],
        earnings: monthlyEarnings('MN', 1996, 60, '60000'),
      }),
    ].map((wire) => award(wire, '2026-01-01').missing.map(({ fact }) => fact));
    assert.deepEqual(facts, [['kz.averageIncome'], ['kz.coefficients'], ['kzmn.incomeBase']]);
  });

  test('uses an average that an institution has certified', () => {
    const averageIncome = [
      {
        country: 'KZ',
        amount: '150000',
        currency: 'KZT',
        source: 'certificate',
        certainty: 'certified' as const,
      },
    ];
    const found = award(worker('1', { earnings: [], averageIncome }), '2026-01-01');
    assert.equal(amountOf(found, 'kz.solidarity'), '90000');
  });
});

describe('Pension age of Kazakhstan', () => {
  const women = [
    ['1961-01-01', '2021-01-01'],
    ['1961-12-31', '2021-12-31'],
    ['1962-01-01', '2022-07-01'],
    ['1962-06-30', '2022-12-30'],
    ['1962-07-01', '2023-07-01'],
    ['1966-12-31', '2027-12-31'],
    ['1967-01-01', '2028-07-01'],
    ['1968-01-01', '2030-07-01'],
    ['1970-01-01', '2033-01-01'],
  ] as const;
  for (const [born, reached] of women) {
    test(`of a woman born ${born} is reached on ${reached}`, () => {
      const found = firstDayOfAge(day(born), parameter('kz.age.women'));
      assert.equal(found === undefined ? undefined : formatDay(found), reached);
    });
  }

  test('of men is 63, and the day before is too early', () => {
    const wire = worker('100000', { person: person({ birthDate: '1963-03-01' }) });
    assert.equal(award(wire, '2026-03-01').outcome, 'eligible');
    const early = award(wire, '2026-02-28');
    assert.equal(early.outcome, 'notEligible');
    assert.deepEqual(early.nextEligible, [
      { route: 'kz.base', on: '2026-03-01' },
      { route: 'kz.solidarity', on: '2026-03-01' },
    ]);
  });

  test('is undetermined where the birth date is known to the year and the age falls inside it', () => {
    const born = person({ birthDate: '1963-01-01', birthDatePrecision: 'year' });
    const found = award(worker('100000', { person: born }), '2026-03-01');
    assert.equal(found.outcome, 'undetermined');
    assert.deepEqual(found.missing[0], { fact: 'person.birthDate', why: 'why.person.birthDate' });
    assert.equal(
      award(worker('100000', { person: born }), '2027-01-01').missing.some(
        ({ fact }) => fact === 'person.birthDate',
      ),
      false,
    );
  });

  test('of women before 2021 is not known', () => {
    const woman = person({ sex: 'female', birthDate: '1959-01-01' });
    const found = award(worker('100000', { person: woman }), '2020-06-01');
    assert.equal(found.outcome, 'undetermined');
    assert.deepEqual(found.missing[0], { fact: 'kz.age.women', why: 'why.parameter' });
  });
});

describe('Labour record of Kazakhstan', () => {
  test('recognises the record of kandas abroad before 1998 with a labour book or archive certificate', () => {
    const abroad = period({ id: 'mn', country: 'MN', from: '1975-01-01', to: '2004-12-31' });
    const kandas = person({ kandas: { since: '2005-06-01' }, citizenships: ['MN'] });
    const months = (wire: InsuranceRecord): number => award(wire, '2026-01-01').record.totals.counted.months;
    assert.equal(months(record({ person: kandas, periods: [abroad] })), 276);
    assert.equal(months(record({ person: person({}), periods: [abroad] })), 0);
    const byRegister = { ...abroad, evidence: [{ kind: 'register' }] };
    assert.equal(months(record({ person: kandas, periods: [byRegister] })), 0);
    const assume = { 'kz.kandasRecord': 'no' };
    const refused = award(record({ person: kandas, periods: [abroad] }), '2026-01-01', { assume });
    assert.equal(refused.record.totals.counted.days, 0);
    assert.equal(
      award(record({ person: kandas, periods: [abroad] }), '2018-12-31').record.totals.counted.days,
      0,
    );
  });

  test('counts child care of a mother within three years a child and twelve in all', () => {
    const care = period({ type: '45', kind: 'equivalent', from: '1975-01-01', to: '1994-12-31' });
    const months = (births: readonly string[] | undefined): number =>
      award(record({ person: mother(births), periods: [care] }), '2026-01-01').record.totals.counted.months;
    assert.equal(months(undefined), 144);
    assert.equal(months(['1980-01-01']), 36);
    assert.equal(months(['1980-01-01', '1981-01-01']), 48);
    assert.equal(months(['1975-01-01', '1978-01-01', '1981-01-01', '1984-01-01', '1987-01-01']), 144);
    const father = { ...mother(['1980-01-01']), sex: 'male' as const };
    assert.equal(
      award(record({ person: father, periods: [care] }), '2026-01-01').record.totals.counted.days,
      0,
    );
  });

  test('does not pay those who live elsewhere', () => {
    const found = award(worker('100000', { person: person({ residence: 'MN' }) }), '2026-01-01');
    assert.equal(found.outcome, 'notEligible');
  });
});

describe('A death between claim and decision', () => {
  test('ends the entitlement on its day and fixes the amounts of that day', () => {
    const wire = worker('100000', { person: person({ deathDate: '2025-11-15' }) });
    const found = award(wire, '2025-03-01', { payOn: day('2026-02-01'), explain: 'full' });
    assert.equal(found.outcome, 'eligible');
    assert.equal(found.until, '2025-11-15');
    assert.equal(found.payOn, '2025-11-15');
    assert.deepEqual(
      found.components.map(({ until }) => until),
      ['2025-11-15', '2025-11-15'],
    );
    assert.equal(found.findings?.children[0]?.rule, 'person.died');
  });

  test('before the award date leaves no entitlement', () => {
    const wire = worker('100000', { person: person({ deathDate: '2025-02-28' }) });
    assert.equal(award(wire, '2025-03-01').outcome, 'notEligible');
  });
});

function mother(births: readonly string[] | undefined): ReturnType<typeof person> {
  const children = births?.map((birthDate) => ({ birthDate }));
  return person({ sex: 'female', birthDate: '1955-01-01', ...(children === undefined ? {} : { children }) });
}
