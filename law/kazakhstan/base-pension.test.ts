import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { inForce } from '../parameters/register.ts';
import { amountOf, awardOfKazakhstan, period, person, record } from '../testing.ts';

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
      assert.equal(amountOf(awardOfKazakhstan(short, on), 'kz.base'), minimum);
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
      assert.equal(amountOf(awardOfKazakhstan(wire, '2026-01-01'), 'kz.base'), amount);
    });
  }

  test('ignores part of a year, unless assumed otherwise', () => {
    const wire = record({ periods: [period({ from: '1986-07-01', to: '1997-12-31' })] });
    assert.equal(amountOf(awardOfKazakhstan(wire, '2026-01-01'), 'kz.base'), '36613');
    const assume = { 'kz.basePartYears': 'proportional' };
    assert.equal(amountOf(awardOfKazakhstan(wire, '2026-01-01', { assume }), 'kz.base'), '37122');
  });

  test('follows the subsistence minimum to the payment date', () => {
    const wire = record({ periods: [period({ from: '1988-01-01', to: '1997-12-31' })] });
    assert.equal(
      amountOf(awardOfKazakhstan(wire, '2025-03-01', { payOn: day('2026-01-01') }), 'kz.base'),
      '35596',
    );
  });

  test('counts contributions after 1998, but not time without them', () => {
    const paid = period({ id: 'b', from: '1998-01-01', to: '2007-12-31', insured: true });
    const before = period({ from: '1988-01-01', to: '1997-12-31' });
    assert.equal(
      amountOf(awardOfKazakhstan(record({ periods: [before, paid] }), '2026-01-01'), 'kz.base'),
      '45766',
    );
    const unpaid = { ...paid, insured: false };
    assert.equal(
      amountOf(awardOfKazakhstan(record({ periods: [before, unpaid] }), '2026-01-01'), 'kz.base'),
      '35596',
    );
  });

  test('is undetermined in a year without a known subsistence minimum', () => {
    const found = awardOfKazakhstan(record({ person: person({ birthDate: '1950-01-01' }) }), '2028-05-01');
    assert.equal(found.outcome, 'undetermined');
    assert.ok(found.missing.some(({ fact }) => fact === 'kz.subsistenceMinimum'));
  });
});
