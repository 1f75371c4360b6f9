import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { amountOf, awardOfKazakhstan, kazakhWorker, monthlyEarnings, period, person } from '../testing.ts';

describe('Solidarity pension', () => {
  test('reproduces the published maximum of 2026 together with the highest basic pension', () => {
    const wire = kazakhWorker('9000000', {
      person: person({ birthDate: '1940-01-01' }),
      periods: [period({ from: '1957-01-01', to: '1997-12-31' })],
    });
    const found = awardOfKazakhstan(wire, '2026-01-01');
    assert.equal(amountOf(found, 'kz.solidarity'), '178407');
    assert.deepEqual(found.total, { amount: '238412', currency: 'KZT' });
  });

  test('is 60 % of the average for 25 years and one point more for each full year above, up to 75 %', () => {
    const years = [25, 26, 39, 40, 45].map((length) => {
      const wire = kazakhWorker('200000', {
        person: person({ birthDate: '1935-01-01' }),
        periods: [period({ from: `${1998 - length}-01-01`, to: '1997-12-31' })],
      });
      return amountOf(awardOfKazakhstan(wire, '2026-01-01'), 'kz.solidarity');
    });
    assert.deepEqual(years, ['120000', '122000', '148000', '150000', '150000']);
  });

  test('of a woman needs 20 years for the full rate', () => {
    const wire = kazakhWorker('200000', {
      person: person({ sex: 'female', birthDate: '1955-01-01' }),
      periods: [period({ from: '1978-01-01', to: '1997-12-31' })],
    });
    assert.equal(amountOf(awardOfKazakhstan(wire, '2026-01-01'), 'kz.solidarity'), '120000');
  });

  test('of a shorter record is in proportion to its months, or to full years if assumed', () => {
    const wire = kazakhWorker('200000', { periods: [period({ from: '1985-07-01', to: '1997-12-31' })] });
    assert.equal(amountOf(awardOfKazakhstan(wire, '2026-01-01'), 'kz.solidarity'), '60000');
    const assume = { 'kz.incomplete': 'fullYears' };
    assert.equal(amountOf(awardOfKazakhstan(wire, '2026-01-01', { assume }), 'kz.solidarity'), '57600');
  });

  test('is not owed for less than six months of record before 1998', () => {
    const wire = kazakhWorker('200000', { periods: [period({ from: '1997-07-02', to: '1997-12-31' })] });
    const [base, solidarity] = awardOfKazakhstan(wire, '2026-01-01').components;
    assert.equal(base?.outcome, 'eligible');
    assert.equal(solidarity?.outcome, 'notEligible');
  });

  test('is raised to the minimum pension with a full record only', () => {
    assert.equal(amountOf(awardOfKazakhstan(kazakhWorker('50000'), '2026-01-01'), 'kz.solidarity'), '69049');
    const short = kazakhWorker('50000', { periods: [period({ from: '1988-01-01', to: '1997-12-31' })] });
    assert.equal(amountOf(awardOfKazakhstan(short, '2026-01-01'), 'kz.solidarity'), '12000');
  });

  test('takes the best three years in a row, whatever was earned in other years', () => {
    const good = monthlyEarnings('KZ', 2010, 36, '150000');
    const poor = monthlyEarnings('KZ', 2000, 120, '20000');
    const found = awardOfKazakhstan(kazakhWorker('1', { earnings: [...poor, ...good] }), '2026-01-01');
    assert.equal(amountOf(found, 'kz.solidarity'), '90000');
  });

  test('counts breaks inside the three years as months without income, unless assumed otherwise', () => {
    const earnings = [
      ...monthlyEarnings('KZ', 2010, 18, '200000'),
      ...monthlyEarnings('KZ', 2013, 18, '200000'),
    ];
    const wire = kazakhWorker('1', { earnings });
    const calendar = awardOfKazakhstan(wire, '2026-01-01');
    const assumed = awardOfKazakhstan(wire, '2026-01-01', { assume: { 'kz.averageBreaks': 'leftOut' } });
    assert.equal(amountOf(calendar, 'kz.solidarity'), '69049');
    assert.equal(amountOf(assumed, 'kz.solidarity'), '120000');
  });

  test('is raised by the indexation of each 1 January, rounded up each time', () => {
    const found = awardOfKazakhstan(kazakhWorker('100001'), '2024-05-01', { payOn: day('2026-01-15') });
    // 60,001 at the award; + 8.5 % = 65,101.085, up; + 10 % = 71,612.2, up
    assert.equal(amountOf(found, 'kz.solidarity'), '71613');
  });

  test('is undetermined where the cap of the year is not known, and follows an assumed cap', () => {
    const wire = kazakhWorker('200000', { person: person({ birthDate: '1950-01-01' }) });
    const found = awardOfKazakhstan(wire, '2019-06-01');
    assert.deepEqual(found.missing, [{ fact: 'kz.solidarity.cap', why: 'why.parameter' }]);
    assert.equal(amountOf(found, 'kz.base') !== undefined, true);
    assert.equal(found.total, undefined);
    const assumed = awardOfKazakhstan(wire, '2019-06-01', { assume: { 'kz.capOtherYears': '46' } });
    assert.equal(amountOf(assumed, 'kz.solidarity'), '69690');
  });

  test('is undetermined without recorded income, with income before 1998 only, and with income abroad only', () => {
    const facts = [
      kazakhWorker('1', { earnings: [] }),
      kazakhWorker('1', { earnings: monthlyEarnings('KZ', 1990, 60, '300') }),
      kazakhWorker('1', {
        person: person({ kandas: { since: '2005-01-01' } }),
        periods: [period({ country: 'MN' })],
        earnings: monthlyEarnings('MN', 1996, 60, '60000'),
      }),
    ].map((wire) => awardOfKazakhstan(wire, '2026-01-01').missing.map(({ fact }) => fact));
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
    const found = awardOfKazakhstan(kazakhWorker('1', { earnings: [], averageIncome }), '2026-01-01');
    assert.equal(amountOf(found, 'kz.solidarity'), '90000');
  });
});
