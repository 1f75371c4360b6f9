import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { inForce } from '../parameters/register.ts';
import { amountOf, awardOfChina, chineseWorker } from '../testing.ts';

/** A woman of base age 50 or a man, with so much on the account at the end of a year. */
function saver(balance: string, asOf: string, birthDate: string, baseAge?: 50 | 55) {
  return chineseWorker(
    '1995-01-01',
    '2024-12-31',
    { sex: baseAge === undefined ? 'male' : 'female', birthDate, identifiers: [] },
    {
      accounts: [{ country: 'CN', kind: 'cn.account', balance, currency: 'CNY', asOf }],
      circumstances: { china: baseAge === undefined ? {} : { baseAge } },
    },
  );
}

describe('Pension from the individual account in China', () => {
  const ages = [
    ['at 50, 195 months', '195000', '1974-12-01', 50, '2024-12-01', '1000'],
    ['at 55, 170 months', '170000', '1969-12-01', 55, '2024-12-01', '1000'],
    ['at 60, 139 months', '139000', '1964-12-01', undefined, '2024-12-01', '1000'],
    ['at 70, 56 months', '56000', '1954-12-01', undefined, '2024-12-01', '1000'],
  ] as const;
  for (const [name, balance, born, base, on, amount] of ages) {
    test(`is the balance by the divisor ${name}`, () => {
      assert.equal(
        amountOf(awardOfChina(saver(balance, '2023-12-31', born, base), on), 'cn.account'),
        amount,
      );
    });
  }

  test('falls by every year of age: the divisors of 40 to 70 are months of payment', () => {
    const divisors = Array.from({ length: 31 }, (_, i) =>
      Number(inForce(`cn.divisor.${40 + i}`, day('2026-01-01'))?.value),
    );
    assert.equal(divisors[0], 233);
    assert.equal(divisors[30], 56);
    for (const [i, months] of divisors.entries())
      if (i > 0) assert.ok(months < (divisors[i - 1] ?? 0), `at ${40 + i}`);
  });

  test('at 60 years and 4 months takes 139, 139 or a third of the way to 132, as assumed', () => {
    const worker = saver('139000', '2025-12-31', '1966-03-10');
    const at = (assumed: string) =>
      amountOf(awardOfChina(worker, '2026-07-10', { assume: { 'cn.divisorAge': assumed } }), 'cn.account');
    assert.equal(at('floor'), '1000');
    assert.equal(at('round'), '1000');
    assert.equal(at('interpolate'), '1017.07'); // 139,000 / (139 − 7 / 3)
    const halfYear = (assumed: string) =>
      amountOf(awardOfChina(worker, '2026-09-10', { assume: { 'cn.divisorAge': assumed } }), 'cn.account');
    assert.equal(halfYear('floor'), '1000');
    assert.equal(halfYear('round'), '1053.03'); // 139,000 / 132
  });

  test('credits the interest of each full year between the statement and the award', () => {
    // 100,000 at the end of 2021; 6.12 % for 2022 and 3.97 % for 2023
    const found = awardOfChina(saver('100000', '2021-12-31', '1964-01-01'), '2024-06-01');
    assert.equal(amountOf(found, 'cn.account'), '793.76'); // 110,332.96 / 139
  });

  test('stays open where interest after 2023 is needed, until it is assumed', () => {
    const worker = saver('100000', '2023-12-31', '1964-12-01');
    const [, account] = awardOfChina(worker, '2025-06-01').components;
    assert.equal(account?.outcome, 'undetermined');
    assert.equal(account?.missing?.[0]?.fact, 'cn.interestAfter2023');
    const assume = { 'cn.interestAfter2023': '0' };
    assert.equal(amountOf(awardOfChina(worker, '2025-06-01', { assume }), 'cn.account'), '719.42');
  });

  test('takes the last statement before the award, and stays open without any', () => {
    const none = chineseWorker('2000-01-01', '2025-12-31', {}, { accounts: [] });
    assert.equal(awardOfChina(none, '2026-07-10').components[1]?.missing?.[0]?.fact, 'cn.account');
    const [one] = chineseWorker('2000-01-01', '2025-12-31').accounts;
    assert.ok(one);
    const accounts = [one, { ...one, asOf: '2026-06-30', balance: '278000' }, { ...one, asOf: '2027-06-30' }];
    const found = awardOfChina(chineseWorker('2000-01-01', '2025-12-31', {}, { accounts }), '2026-07-10');
    assert.equal(amountOf(found, 'cn.account'), '2000');
  });

  test('is rounded to a hundredth, half up unless down is assumed', () => {
    const worker = saver('100000', '2025-12-31', '1966-03-10'); // 719.424…
    const other = saver('100001', '2025-12-31', '1966-03-10'); // 719.4316…
    const floor = { assume: { 'round.cn': 'floor' } };
    assert.equal(amountOf(awardOfChina(worker, '2026-07-10'), 'cn.account'), '719.42');
    assert.equal(amountOf(awardOfChina(other, '2026-07-10', floor), 'cn.account'), '719.43');
    const up = saver('100002.1', '2025-12-31', '1966-03-10'); // 719.43956…
    assert.equal(amountOf(awardOfChina(up, '2026-07-10'), 'cn.account'), '719.44');
    assert.equal(amountOf(awardOfChina(up, '2026-07-10', floor), 'cn.account'), '719.43');
  });
});
