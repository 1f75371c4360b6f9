import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { add, decimal, formatExact, ratio } from '@urtuu/kernel';
import fc from 'fast-check';
import type { Assessment } from '../../assessment.ts';
import { explain } from '../../finding/explain.ts';
import type { InsuranceRecord } from '../../record/insurance-record.ts';
import { awardOfMongolia, mongolianWorker, monthlyEarnings, period } from '../../testing.ts';
import { accountBalance } from './balance.ts';

const ASSUMED = { 'mn.ndc.divisor': '240', 'mn.ndc.interest': '0', 'mn.ndc.crediting': 'yearly' };

/** Who was insured in Mongolia from 2000 on, with a million a month in the last two years; born in 1960. */
function saver(more: Partial<InsuranceRecord> = {}): InsuranceRecord {
  return mongolianWorker(
    '2000-01-01',
    '2023-12-31',
    { birthDate: '1960-01-01' },
    { earnings: monthlyEarnings('MN', 2022, 24, '1000000'), ...more },
  );
}

function notional(wire: InsuranceRecord, assume?: Record<string, string>, on = '2024-01-01'): Assessment {
  return awardOfMongolia(wire, on, { benefit: 'notional', ...(assume === undefined ? {} : { assume }) });
}

describe('Pension from a notional account of Mongolia (Art 2)', () => {
  test('is not computable while divisor, interest and crediting are not known, and says so', () => {
    const found = notional(saver());
    assert.equal(found.outcome, 'undetermined');
    assert.deepEqual(
      found.missing.map(({ fact }) => fact),
      ['mn.ndc.divisor', 'mn.ndc.interest', 'mn.ndc.crediting'],
    );
    const nought = { ...ASSUMED, 'mn.ndc.divisor': '0' };
    assert.deepEqual(
      notional(saver(), nought).missing.map(({ fact }) => fact),
      ['mn.ndc.divisor'],
    );
    const full = awardOfMongolia(saver(), '2024-01-01', { benefit: 'notional', explain: 'full' });
    assert.ok(full.findings !== undefined && explain(full.findings, 'en').includes('Not computable'));
  });

  test('is the balance by the divisor, as a simulation on assumed answers', () => {
    // 24 × 1,000,000 × 17 % = 4,080,000; / 240 = 17,000
    const found = notional(saver(), ASSUMED);
    assert.equal(found.total?.amount, '17000');
    assert.equal(found.simulation, true);
    assert.equal(notional(saver()).simulation, false);
  });

  test('credits interest by the year or by the month', () => {
    // 2022: 12 × 170,000 = 2,040,000, nothing on it in its own year; end of 2023: + 2,040,000 × 12 % = 244,800 and
    // 2,040,000 of contributions: 4,324,800 / 240 = 18,020
    const yearly = { ...ASSUMED, 'mn.ndc.interest': '12' };
    assert.equal(notional(saver(), yearly).total?.amount, '18020');
    // monthly 1 %: 170,000 × (1.01^24 − 1) / 0.01 = 170,000 × 26.9734648532 = 4,585,489.03; / 240 = 19,106.20
    const monthly = { ...yearly, 'mn.ndc.crediting': 'monthly' };
    assert.equal(notional(saver(), monthly).total?.amount, '19106');
  });

  test('begins with the balance that the institution stated last', () => {
    const account = { country: 'MN', kind: 'ndc', currency: 'MNT' };
    const accounts = [
      { ...account, balance: '2400000', asOf: '2022-12-31' },
      { ...account, balance: '1000000', asOf: '2021-12-31' },
      { ...account, balance: '9999999', asOf: '2024-12-31' },
    ];
    // 2,400,000 + 12 × 170,000 of 2023 = 4,440,000; / 240 = 18,500
    assert.equal(notional(saver({ accounts }), ASSUMED).total?.amount, '18500');
  });

  test('needs the opening balance of who was insured before 2000', () => {
    const early = saver({
      periods: [period({ country: 'MN', from: '1999-12-31', to: '2023-12-31' })],
    });
    assert.deepEqual(
      notional(early, ASSUMED).missing.map(({ fact }) => fact),
      ['mn.ndc.opening'],
    );
  });

  test('needs the rates of 2018 to 2021 where income of those years is recorded', () => {
    const wire = saver({ earnings: monthlyEarnings('MN', 2020, 48, '1000000') });
    assert.deepEqual(
      notional(wire, ASSUMED).missing.map(({ fact }) => fact),
      ['mn.contribSteps'],
    );
    // 2020-01 to 2021-05: 17 × 180,000; June 2021: 190,000; 30 months × 170,000: 8,350,000 / 240 = 34,791.67
    const assume = { ...ASSUMED, 'mn.contribSteps': '9' };
    assert.equal(notional(wire, assume).total?.amount, '34792');
  });

  test('takes the voluntary rate in months of voluntary insurance', () => {
    const wire = saver({
      periods: [
        period({ id: 'a', country: 'MN', from: '2000-01-01', to: '2022-12-31' }),
        period({
          id: 'b',
          country: 'MN',
          from: '2023-01-01',
          to: '2023-12-31',
          kind: 'voluntary',
          type: '22',
        }),
      ],
    });
    // 12 × 170,000 + 12 × 115,000 = 3,420,000; / 240 = 14,250
    assert.equal(notional(wire, ASSUMED).total?.amount, '14250');
  });

  test('is for those born from 1960 on, who have a right to an old-age pension', () => {
    const older = saver();
    const born = (birthDate: string): InsuranceRecord => ({
      ...older,
      person: { ...older.person, birthDate },
    });
    assert.equal(notional(born('1959-12-31'), ASSUMED).outcome, 'notEligible');
    assert.equal(notional(born('1964-01-02'), ASSUMED).outcome, 'notEligible');
  });
});

describe('The balance of a notional account', () => {
  test('is what went in and what was credited', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.array(fc.nat(1_000_000), { maxLength: 40 }),
        fc.nat(20),
        fc.constantFrom('yearly' as const, 'monthly' as const),
        (opening, paid, rate, crediting) => {
          const months = paid.map((amount) => ratio(amount));
          const found = accountBalance(ratio(opening), months, 2000 * 12, ratio(rate), crediting);
          const sum = paid.reduce((before, amount) => before + amount, 0);
          assert.equal(formatExact(found.contributions), String(sum));
          assert.equal(
            formatExact(found.balance),
            formatExact(add(add(ratio(opening), found.contributions), found.interest)),
          );
          if (rate === 0) assert.equal(found.interest.n, 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('bears no interest in the year of an opening in the middle of it, if credited by the year', () => {
    const months = Array.from({ length: 18 }, () => decimal('0'));
    // opened at the end of June 2020: nothing for 2020, 10 % for 2021
    const found = accountBalance(decimal('1000'), months, 2020 * 12 + 6, decimal('10'), 'yearly');
    assert.equal(formatExact(found.balance), '1100');
  });
});
