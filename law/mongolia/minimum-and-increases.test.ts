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

describe('An award of Mongolia before 2024', () => {
  test('is undetermined: the rates of the earlier method are not known', () => {
    const found = awardOfMongolia(mongolianWorker('1990-01-01', '2020-12-31', {}), '2021-02-01');
    assert.equal(found.outcome, 'undetermined');
    assert.ok(found.missing.every(({ why }) => why === 'why.parameter'));
  });
});
