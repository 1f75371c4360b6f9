import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { awardOfMongolia, mongolianWorker, monthlyEarnings } from '../testing.ts';

describe('Minimum pensions and increases of Mongolia', () => {
  const poor = { earnings: monthlyEarnings('MN', 2010, 168, '100000') };

  test('raise to the minimum of the kind on the award date', () => {
    assert.equal(
      awardOfMongolia(mongolianWorker('1995-01-01', '2023-12-31', {}, poor), '2024-02-01').total?.amount,
      '550000',
    );
    assert.equal(
      awardOfMongolia(mongolianWorker('2009-01-01', '2023-12-31', {}, poor), '2024-02-01').total?.amount,
      '440000',
    );
    assert.equal(
      awardOfMongolia(mongolianWorker('1995-01-01', '2023-12-31', {}, poor), '2024-05-01').total?.amount,
      '650000',
    );
  });

  test('carry the values of 2024 through 2025 and say so', () => {
    const found = awardOfMongolia(mongolianWorker('1995-01-01', '2023-12-31', {}, poor), '2025-05-01');
    assert.equal(found.total?.amount, '650000');
    assert.ok(found.flags.some(({ flag }) => flag === 'mn.minPension.2025'));
    assert.equal(
      awardOfMongolia(mongolianWorker('1995-01-01', '2023-12-31', {}, poor), '2026-02-01').total?.amount,
      '769000',
    );
  });

  test('add the increase of 2024-04-01 to a pension in payment', () => {
    const found = awardOfMongolia(mongolianWorker('1995-01-01', '2023-12-31'), '2024-02-01', {
      payOn: day('2024-04-01'),
    });
    assert.equal(found.total?.amount, '1270000');
  });

  test('leave later payments undetermined: the increases of 2025 are not known', () => {
    const found = awardOfMongolia(mongolianWorker('1995-01-01', '2023-12-31'), '2024-02-01', {
      payOn: day('2025-02-01'),
    });
    assert.equal(found.outcome, 'undetermined');
    assert.deepEqual(
      [...new Set(found.missing.map(({ fact }) => fact))],
      ['mn.increase.fixed', 'mn.increase.percent'],
    );
  });
});

describe('Increases of a pension awarded on 2018-02-01', () => {
  // 23 full years: 45 + 3 × 1.5 = 49.5 % of the average, by an assumed rate of the earlier method
  const steps = [
    // 840,000 × 49.5 % = 415,800
    ['840000', '2018-02-01', '415800'],
    ['840000', '2019-01-31', '415800'],
    ['840000', '2019-02-01', '439800'], // + 24,000
    ['840000', '2020-02-01', '474800'], // up to 500,000: + 35,000
    ['840000', '2022-02-01', '546020'], // + 15 %
    ['840000', '2023-07-01', '600622'], // + 10 %
    ['840000', '2024-04-01', '700622'], // + 100,000
    // 1,200,000 × 49.5 % = 594,000; + 24,000 = 618,000; above 500,000: + 25,000
    ['1200000', '2020-02-01', '643000'],
    // 961,616 × 49.5 % = 475,999.92 → 476,000; + 24,000 = 500,000, not above it: + 35,000
    ['961616', '2020-02-01', '535000'],
    // 300,000 × 49.5 % = 148,500, raised to the minimum of each step
    ['300000', '2018-02-01', '251000'],
    ['300000', '2019-02-01', '310000'],
    ['300000', '2020-02-01', '350000'], // 310,000 + 35,000 = 345,000, raised
    ['300000', '2022-02-01', '500000'], // 350,000 × 1.15 = 402,500, raised
    ['300000', '2023-07-01', '550000'], // 500,000 × 1.10
    ['300000', '2024-04-01', '650000'], // 550,000 + 100,000
  ] as const;
  for (const [income, payOn, amount] of steps) {
    test(`with an average of ${income}, paid on ${payOn}, make ${amount}`, () => {
      const earnings = monthlyEarnings('MN', 2010, 96, income);
      const wire = mongolianWorker('1995-01-01', '2018-01-31', { birthDate: '1957-05-05' }, { earnings });
      const assume = { 'mn.averageSearchOld': 'lastTwentyYears', 'mn.rateOld': '45' };
      const found = awardOfMongolia(wire, '2018-02-01', { payOn: day(payOn), assume });
      assert.equal(found.total?.amount, amount);
    });
  }
});
