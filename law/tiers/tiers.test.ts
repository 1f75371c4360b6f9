import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import fc from 'fast-check';
import type { InsuranceRecord } from '../record/insurance-record.ts';
import { chineseWorker, monthlyEarnings, mongolianWorker, period, person, record } from '../testing.ts';
import { tiers, type TierForecast, type TierOptions } from './tiers.ts';

/** A man born in 1975 with 400,000 a month in Kazakhstan and 6,000,000 in the accumulative fund. */
function saver(parts: Partial<InsuranceRecord> = {}): InsuranceRecord {
  return record({
    person: person({ birthDate: '1975-06-15', identifiers: [] }),
    periods: [
      period({ id: 'a', from: '1994-07-01', to: '1997-12-31' }),
      period({ id: 'b', from: '1998-01-01', to: '2026-10-31', scheme: 'kz.opv' }),
    ],
    earnings: monthlyEarnings('KZ', 2021, 70, '400000'),
    accounts: [{ country: 'KZ', kind: 'uapf', balance: '6000000', currency: 'KZT', asOf: '2026-10-31' }],
    ...parts,
  });
}

function forecast(wire: InsuranceRecord, parts: Partial<TierOptions> = {}): TierForecast {
  return tiers(wire, { law: 'kz', from: day('2026-11-01'), ...parts });
}

const tier = (found: TierForecast, name: string) => found.tiers.find((one) => one.tier === name);

describe('The tiers of a pension in Kazakhstan', () => {
  test('stand side by side on the day of the pension age, each with its replacement rates', () => {
    const found = forecast(saver());
    assert.equal(found.retireOn, '2038-06-15');
    assert.deepEqual(found.age, { years: 63, months: 0 });
    assert.deepEqual(
      found.tiers.map((one) => one.tier),
      ['basic', 'payg', 'notional', 'funded'],
    );
    assert.deepEqual(found.income, { gross: '400000', net: '360000' });
    const funded = tier(found, 'funded');
    // 6,000,000 + 139 months × 40,000 = 11,560,000; × 6.5 % / 12
    assert.equal(funded?.amount, '62616.66');
    assert.equal(funded?.grossRate, '15.7');
    assert.equal(funded?.netRate, '17.4');
  });

  test('are all counted in the total, which says when one of them is not known', () => {
    const found = forecast(
      saver({
        accounts: [{ country: 'KZ', kind: 'opvr', balance: '1', currency: 'KZT', asOf: '2026-10-31' }],
      }),
    );
    assert.equal(tier(found, 'notional')?.outcome, 'undetermined');
    assert.equal(tier(found, 'notional')?.missing[0]?.fact, 'kz.opvr.payoutDivisor');
    assert.equal(found.total.complete, false);
    const sum = found.tiers.reduce((total, one) => total + Number(one.amount ?? 0), 0);
    assert.equal(Number(found.total.amount).toFixed(2), sum.toFixed(2));
  });

  test('are read by today’s values where the law of the day of retirement is not known, and say so', () => {
    const [old] = forecast(saver()).assessments;
    assert.equal(old?.simulation, true);
    assert.ok(old?.findings?.children.some(({ rule }) => rule === 'law.carried'));
  });

  test('may be asked for another day, never for one before the forecast', () => {
    const later = forecast(saver(), { retireOn: day('2040-06-15') });
    assert.deepEqual(later.age, { years: 65, months: 0 });
    assert.throws(() => forecast(saver(), { retireOn: day('2020-01-01') }), RangeError);
  });

  test('have no replacement rates where no income is recorded', () => {
    const found = forecast(saver({ earnings: [] }));
    assert.equal(found.income, undefined);
    assert.equal(tier(found, 'basic')?.grossRate, undefined);
  });

  test('of savings small enough are paid at once and not counted by the month', () => {
    const found = forecast(saver({ earnings: [], periods: [] }), { retireOn: day('2038-06-15') });
    assert.equal(tier(found, 'funded')?.amount, '35595.70'); // 6.5 % / 12 of 6,000,000 is below the floor
    const small = saver({
      earnings: [],
      periods: [],
      accounts: [{ country: 'KZ', kind: 'uapf', balance: '500000', currency: 'KZT', asOf: '2026-10-31' }],
    });
    const once = tier(forecast(small, { retireOn: day('2038-06-15') }), 'funded');
    assert.equal(once?.once, '500000');
    assert.equal(once?.amount, undefined);
  });

  test('of funded savings never fall with a higher return, nor with a higher own income', () => {
    const rate = fc.integer({ min: -2, max: 6 });
    fc.assert(
      fc.property(rate, rate, fc.constantFrom('returns', 'wageGrowth'), (a, b, member) => {
        const amount = (value: number): number => {
          const found = forecast(saver(), {
            assumptions: { [member]: String(value) },
            retireOn: day('2038-06-15'),
          });
          return Number(tier(found, 'funded')?.amount);
        };
        const [less, more] = a <= b ? [a, b] : [b, a];
        assert.ok(amount(less) <= amount(more));
      }),
      { numRuns: 10 },
    );
  });

  test('net of assumed taxes are lower than gross ones', () => {
    const found = forecast(saver(), { assumptions: { pensionTax: '10', incomeTax: '10' } });
    const basic = tier(found, 'basic');
    assert.equal(Number(basic?.net), Number(basic?.amount) * 0.9);
    assert.equal(found.income?.net, '324000');
    assert.throws(() => forecast(saver(), { assumptions: { returns: 'much' } }));
  });
});

describe('The tiers of a pension in Mongolia', () => {
  test('are the insurance pension, the notional account that cannot be computed, and the social pension', () => {
    const worker = mongolianWorker('1990-01-01', '2023-12-31', { birthDate: '1962-01-01' });
    const found = tiers(worker, { law: 'mn', from: day('2024-01-01'), retireOn: day('2026-01-01') });
    assert.deepEqual(
      found.tiers.map((one) => [one.tier, one.outcome]),
      [
        ['social', 'notEligible'],
        ['payg', 'eligible'],
        ['notional', 'undetermined'],
      ],
    );
  });
});

describe('A private plan', () => {
  const plan = { balance: '100000', contribution: '1000', returns: '0', payoutMonths: 100 };

  test('adds contributions after the entry fee and is paid out in equal months', () => {
    const found = forecast(saver(), {
      retireOn: day('2027-11-01'),
      assumptions: { privateFund: { ...plan, entryFee: '2' } },
    });
    // 100,000 + 12 × 980 = 111,760
    assert.equal(found.privatePlan?.balance, '111760');
    assert.equal(tier(found, 'private')?.amount, '1117.60');
  });

  test('is worth its units at the last published price, and takes its return from the prices', () => {
    const unitPrices = [
      { on: '2022-11-01', price: '100' },
      { on: '2026-10-01', price: '121.55' },
      { on: '2030-01-01', price: '999' },
    ];
    const found = forecast(saver(), {
      retireOn: day('2026-11-01'),
      assumptions: { privateFund: { units: '50', unitPrices: unitPrices.slice(0, 2), payoutMonths: 10 } },
    });
    assert.equal(found.privatePlan?.value, '6077.50');
    assert.equal(found.privatePlan?.pricedOn, '2026-10-01');
    assert.equal(found.privatePlan?.returns, '5.11');
    assert.equal(found.privatePlan?.achieved, true);
    const later = { units: '50', unitPrices, returns: '0', payoutMonths: 10 };
    const today = forecast(saver(), { retireOn: day('2026-11-01'), assumptions: { privateFund: later } });
    assert.equal(today.privatePlan?.value, '6077.50', 'a price of the future is not known yet');
  });

  test('needs a return, or prices to take it from', () => {
    assert.throws(() =>
      forecast(saver(), { assumptions: { privateFund: { balance: '1', payoutMonths: 10 } } }),
    );
  });

  test('that holds units stays open where no price up to the first day is given', () => {
    const fund = {
      units: '50',
      unitPrices: [{ on: '2030-01-01', price: '9' }],
      returns: '0',
      payoutMonths: 10,
    };
    const found = forecast(saver(), { assumptions: { privateFund: fund } });
    assert.equal(tier(found, 'private')?.outcome, 'undetermined');
    assert.equal(tier(found, 'private')?.missing[0]?.fact, 'tiers.unitPrice');
    assert.equal(found.total.complete, false);
  });

  const refused = [
    ['a price of nothing', [{ on: '2025-01-01', price: '0' }]],
    ['a price on a day that the calendar has not', [{ on: '2025-02-30', price: '1' }]],
    [
      'two prices of one day, and no return',
      [
        { on: '2025-01-01', price: '1' },
        { on: '2025-01-01', price: '2' },
      ],
    ],
  ] as const;
  for (const [name, unitPrices] of refused) {
    test(`is refused with ${name}`, () => {
      const privateFund = { units: '1', unitPrices: [...unitPrices], payoutMonths: 10 };
      assert.throws(() => forecast(saver(), { assumptions: { privateFund } }));
    });
  }

  test('grows by the return less the yearly fee', () => {
    const grown = { ...plan, contribution: '0', returns: '13', yearlyFee: '1' };
    const found = forecast(saver(), { retireOn: day('2027-11-01'), assumptions: { privateFund: grown } });
    assert.equal(found.privatePlan?.balance, '112682.51'); // 1.01^12, to 0.01 each month
  });

  test('in China is paid in up to 12,000 a year and taxed by 3 % on withdrawal', () => {
    const worker = chineseWorker('2006-01-01', '2025-12-31');
    const found = tiers(worker, {
      law: 'cn',
      from: day('2025-07-10'),
      retireOn: day('2026-07-10'),
      assumptions: { privateFund: { contribution: '2000', returns: '0', payoutMonths: 100 } },
    });
    assert.equal(found.privatePlan?.contribution, '1000');
    assert.equal(found.privatePlan?.limited, true);
    assert.equal(tier(found, 'private')?.amount, '120');
    assert.equal(tier(found, 'private')?.net, '116.40');
    assert.equal(tier(found, 'social')?.outcome, 'undetermined');
  });
});
