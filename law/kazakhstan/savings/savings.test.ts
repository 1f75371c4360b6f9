import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { add, compare, day, decimal, formatExact, LOCALES, multiply, ratio, ZERO } from '@urtuu/kernel';
import fc from 'fast-check';
import type { Assessment, AssessOptions } from '../../assessment.ts';
import { explain } from '../../finding/explain.ts';
import type { Circumstances, InsuranceRecord, RecordPerson } from '../../record/insurance-record.ts';
import { awardOfKazakhstan, person, record } from '../../testing.ts';
import { payout, payoutSchedule } from './payout.ts';

/** A man of 63 in 2021 with so much in the accumulative fund at the end of 2023. */
function saver(
  balance: string,
  who: Partial<RecordPerson> = {},
  parts: Partial<InsuranceRecord> = {},
): InsuranceRecord {
  return record({
    person: person({ citizenships: ['KZ'], residence: 'KZ', ...who }),
    accounts: [{ country: 'KZ', kind: 'uapf', balance, currency: 'KZT', asOf: '2023-12-31' }],
    ...parts,
  });
}

const savingsOf = (wire: InsuranceRecord, on: string, more: Partial<AssessOptions> = {}): Assessment =>
  awardOfKazakhstan(wire, on, { benefit: 'savings', ...more });

const fundedOf = (found: Assessment) => {
  const one = found.components.find(({ component }) => component === 'kz.funded');
  assert.ok(one);
  return one;
};

describe('Payments from savings in the accumulative fund of Kazakhstan', () => {
  const cases = [
    // 10,000,000 × 6.5 % / 12 = 54,166.666…, truncated to 0.01
    ['in the first year, a twelfth of 6.5 %', '10000000', '2026-06-01', '2026-06-01', '54166.66', undefined],
    // 54,166.666… × 1.05² = 59,718.75
    [
      'after two anniversaries, risen twice by 5 %',
      '10000000',
      '2024-06-01',
      '2026-06-01',
      '59718.75',
      undefined,
    ],
    [
      'a day before the second, risen once: 56,875',
      '10000000',
      '2024-06-01',
      '2026-05-31',
      '56875',
      undefined,
    ],
    // 2,000,000 × 6.5 % / 12 = 10,833.33; 70 % × 50,851 = 35,595.7
    [
      'not below 70 % of the subsistence minimum',
      '2000000',
      '2026-06-01',
      '2026-06-01',
      '35595.70',
      undefined,
    ],
    // 12 × 69,049 = 828,588
    ['at once, up to twelve minimum pensions', '828588', '2026-06-01', '2026-06-01', '828588', 'once'],
    ['month by month, a tenge above that', '828589', '2026-06-01', '2026-06-01', '35595.70', undefined],
  ] as const;
  for (const [name, balance, on, payOn, amount, per] of cases) {
    test(`are ${name}`, () => {
      const found = savingsOf(saver(balance), on, { payOn: day(payOn) });
      const component = fundedOf(found);
      assert.equal(component.amount, amount);
      assert.equal(component.per, per);
      assert.equal(found.outcome, 'eligible');
    });
  }

  test('rise with the calendar year where that is assumed', () => {
    const on = { payOn: day('2026-01-15') };
    assert.equal(fundedOf(savingsOf(saver('10000000'), '2024-06-01', on)).amount, '56875');
    const assume = { 'kz.uapfAdjustDate': '1January' };
    assert.equal(fundedOf(savingsOf(saver('10000000'), '2024-06-01', { ...on, assume })).amount, '59718.75');
  });

  test('begin with the pension age, and need savings', () => {
    assert.equal(
      savingsOf(saver('10000000', { birthDate: '1970-01-01' }), '2026-06-01').outcome,
      'notEligible',
    );
    assert.equal(savingsOf(saver('10000000', {}, { accounts: [] }), '2026-06-01').outcome, 'notEligible');
    assert.equal(savingsOf(saver('10000000'), '2023-06-01').outcome, 'notEligible', 'stated after the award');
  });

  test('are not computable where a coefficient or a method is unknown', () => {
    const disability = { disability: { lossOfCapacityPercent: 60, from: '2010-01-01' } };
    const raised = savingsOf(saver('10000000', {}, { circumstances: disability }), '2026-06-01');
    assert.deepEqual(raised.missing, [{ fact: 'kz.uapf.coefficient', why: 'why.parameter' }]);
    const benefits = [{ country: 'KZ', kind: '10', from: '2015-03-01', status: 'inPayment' }];
    const old = savingsOf(saver('10000000', {}, { benefits }), '2026-06-01');
    assert.deepEqual(old.missing, [{ fact: 'kz.uapf.oldMethod', why: 'why.kz.uapf.oldMethod' }]);
  });
});

/** Who moved to Mongolia, with what was said about it. */
const left = (departure: Partial<NonNullable<Circumstances['departure']>>, citizen = 'MN'): InsuranceRecord =>
  saver(
    '10000000',
    { residence: 'MN', citizenships: [citizen] },
    {
      circumstances: { departure: { on: '2025-01-10', ...departure } },
    },
  );

describe('Savings of who has left Kazakhstan for good', () => {
  const treaty = { treaty: 'kz-mn', assume: { 'kzmn.inForceFrom': '2026-01-01' } } as const;

  test('wait for the choice of the applicant', () => {
    const found = savingsOf(left({}), '2026-06-01', treaty);
    assert.deepEqual(found.missing, [{ fact: 'kzmn.departureChoice', why: 'why.kzmn.departureChoice' }]);
  });

  test('are taken at once by foreigners, not by citizens', () => {
    const all = fundedOf(savingsOf(left({ choice: 'fullWithdrawal' }), '2026-06-01'));
    assert.deepEqual([all.amount, all.per], ['10000000', 'once']);
    assert.equal(savingsOf(left({ choice: 'fullWithdrawal' }, 'KZ'), '2026-06-01').outcome, 'notEligible');
  });

  test('are exported under the agreement at the official rate of the day, to 0.01 tögrög', () => {
    const officialRate = { mntPerKzt: '6.7513', on: '2026-06-01', source: 'constructed rate' };
    const found = savingsOf(left({ choice: 'treatyExport', officialRate }), '2026-06-01', treaty);
    const exported = fundedOf(found);
    assert.equal(exported.amount, '54166.66');
    // 54,166.66 × 6.7513 = 365,695.371658
    assert.deepEqual(exported.converted, {
      amount: '365695.37',
      currency: 'MNT',
      rate: '6.7513',
      on: '2026-06-01',
      source: 'constructed rate',
    });
    assert.equal(found.treaty.applied, true);
    assert.equal(found.simulation, true, 'the date of entry into force is assumed');
  });

  test('are not exported while the agreement is not in force', () => {
    const found = savingsOf(left({ choice: 'treatyExport' }), '2026-06-01', { treaty: 'kz-mn' });
    assert.deepEqual(found.missing, [{ fact: 'kzmn.inForceFrom', why: 'why.kzmn.inForceFrom' }]);
  });
});

describe('The employer’s notional part', () => {
  const opvr = { country: 'KZ', kind: 'opvr', balance: '300000', currency: 'KZT', asOf: '2023-12-31' };

  test('is for those born from 1975 on, and not computable while its formula is not known', () => {
    const accounts = [opvr];
    const young = savingsOf(saver('1', { birthDate: '1975-01-01' }, { accounts }), '2026-06-01');
    assert.deepEqual(young.missing, [{ fact: 'kz.opvr.payoutDivisor', why: 'why.parameter' }]);
    assert.equal(
      savingsOf(saver('1', { birthDate: '1974-12-31' }, { accounts }), '2026-06-01').outcome,
      'notEligible',
    );
  });

  test('is not paid abroad unless that is assumed', () => {
    const who = { birthDate: '1975-01-01', residence: 'MN' };
    const wire = saver('1', who, { accounts: [opvr] });
    assert.equal(savingsOf(wire, '2026-06-01', { treaty: 'kz-mn' }).outcome, 'notEligible');
    const assume = { 'kzmn.inForceFrom': '2026-01-01', 'kzmn.opvr': 'yes' };
    assert.equal(savingsOf(wire, '2026-06-01', { treaty: 'kz-mn', assume }).outcome, 'undetermined');
  });
});

describe('A payment from savings', () => {
  const terms = { firstYear: decimal('6.5'), yearlyRise: decimal('5'), floor: decimal('35595.7') };
  const money = fc.integer({ min: 1, max: 200_000_000 }).map((tenge) => ratio(tenge));

  test('grows with the savings and the years, and never falls below the floor', () => {
    fc.assert(
      fc.property(money, money, fc.nat(30), (a, b, years) => {
        const [less, more] = compare(a, b) <= 0 ? [a, b] : [b, a];
        assert.ok(compare(payout(less, years, terms).due, payout(more, years, terms).due) <= 0);
        assert.ok(compare(payout(a, years, terms).due, payout(a, years + 1, terms).due) <= 0);
        assert.ok(compare(payout(a, years, terms).due, terms.floor) >= 0);
      }),
    );
  });

  test('is made until nothing is left, and no tenge more', () => {
    fc.assert(
      fc.property(money, (savings) => {
        const schedule = payoutSchedule(savings, terms, { months: 1200, monthlyReturn: ZERO });
        const paid = schedule.reduce((sum, one) => add(sum, one.paid), ZERO);
        assert.equal(formatExact(paid), formatExact(savings));
        assert.equal(compare(schedule.at(-1)?.remaining ?? savings, ZERO), 0);
      }),
      { numRuns: 30 },
    );
  });

  test('leaves a return to what remains', () => {
    const one = payoutSchedule(decimal('1000000'), terms, { months: 1, monthlyReturn: decimal('0.01') });
    // (1,000,000 − 35,595.7) × 1.01
    assert.equal(
      formatExact(one[0]?.remaining ?? ZERO),
      formatExact(multiply(decimal('964404.3'), decimal('1.01'))),
    );
  });

  test('is explained in every language', () => {
    const { findings } = savingsOf(saver('10000000'), '2026-06-01', { explain: 'full' });
    assert.ok(findings);
    for (const locale of LOCALES) assert.match(explain(findings, locale), /54[,\u00a0]166[.,]66/, locale);
  });
});
