import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { awardOfMongolia, mongolianWorker, monthlyEarnings, period, person, record } from '../testing.ts';

describe('Average income of Mongolia', () => {
  test('is the best run of 60 months within the last twenty years of contributions', () => {
    const earnings = [
      ...monthlyEarnings('MN', 1996, 60, '9000000'),
      ...monthlyEarnings('MN', 2005, 60, '3000000'),
      ...monthlyEarnings('MN', 2010, 168, '2000000'),
    ];
    const found = awardOfMongolia(
      mongolianWorker('2002-04-01', '2023-12-31', {}, { earnings }),
      '2024-02-01',
    );
    assert.equal(found.total?.amount, '1395000');
  });

  test('divides by paid months for monthly payers, by 60 with voluntary insurance or if assumed', () => {
    const earnings = monthlyEarnings('MN', 2019, 60, '2000000').filter(({ month }) => month <= 6);
    const wire = mongolianWorker('2002-04-01', '2023-12-31', {}, { earnings });
    assert.equal(awardOfMongolia(wire, '2024-02-01').total?.amount, '930000');
    const assume = { 'mn.averageDivisor': 'fixed60' };
    assert.equal(awardOfMongolia(wire, '2024-02-01', { assume }).total?.amount, '550000');
    const voluntary = {
      ...wire,
      periods: wire.periods.map((one) => ({ ...one, kind: 'voluntary' as const, type: '22' })),
    };
    assert.equal(awardOfMongolia(voluntary, '2024-02-01').total?.amount, '550000');
  });

  test('is not known without income, with wages before 1995 only, and with income abroad only', () => {
    const none = mongolianWorker('1995-01-01', '2023-12-31', {}, { earnings: [] });
    const old = mongolianWorker(
      '1980-01-01',
      '2001-12-31',
      {},
      { earnings: monthlyEarnings('MN', 1985, 60, '700') },
    );
    const facts = [none, old].map((wire) =>
      awardOfMongolia(wire, '2024-02-01').missing.map(({ fact }) => fact),
    );
    assert.deepEqual(facts, [['mn.averageIncome'], ['mn.oldWageCoefficients']]);
    const abroad = record({
      person: person({ residence: 'MN', citizenships: ['MN'], birthDate: '1955-01-01' }),
      periods: [period({ id: 'kz', from: '1974-01-01', to: '1997-12-31' })],
      earnings: monthlyEarnings('KZ', 2000, 60, '100000'),
    });
    const treaty = { treaty: 'kz-mn', assume: { 'kzmn.inForceFrom': '2024-01-01' } } as const;
    assert.deepEqual(awardOfMongolia(abroad, '2024-02-01', treaty).missing, [
      { fact: 'kzmn.incomeBase', why: 'why.kzmn.incomeBase' },
    ]);
    const assume = { ...treaty.assume, 'kzmn.incomeBase': 'ownState' };
    assert.equal(awardOfMongolia(abroad, '2024-02-01', { ...treaty, assume }).total?.amount, '550000');
  });
});
