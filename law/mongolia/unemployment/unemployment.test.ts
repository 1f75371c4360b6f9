import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, day, formatDay } from '@urtuu/kernel';
import fc from 'fast-check';
import type { Assessment, AssessOptions, Component } from '../../assessment.ts';
import { explainMissing } from '../../finding/explain.ts';
import type { Circumstances, InsuranceRecord } from '../../record/insurance-record.ts';
import { awardOfMongolia, mongolianWorker, monthlyEarnings, period } from '../../testing.ts';

type Loss = NonNullable<Circumstances['unemployment']>;

const DISMISSED: Loss = {
  endedOn: '2025-05-31',
  cause: 'dismissal',
  mainJob: true,
  registeredOn: '2025-06-09',
};

/** Insured from a day to the end of May 2025, with the same wage in every month, dismissed then. */
function dismissed(
  since: string,
  wage = '2000000',
  loss: Partial<Loss> = {},
  more: Partial<InsuranceRecord> = {},
): InsuranceRecord {
  return mongolianWorker(
    since,
    '2025-05-31',
    { birthDate: '1985-03-10' },
    {
      earnings: monthlyEarnings('MN', 2010, 185, wage),
      circumstances: { unemployment: { ...DISMISSED, ...loss } },
      ...more,
    },
  );
}

/** Two jobs, the first until a day, the second from another to the end of May 2025. */
function twoJobs(gapTo: string, backOn: string): InsuranceRecord {
  return {
    ...dismissed('2010-01-01'),
    periods: [
      period({ id: 'a', country: 'MN', from: '2015-01-01', to: gapTo }),
      period({ id: 'b', country: 'MN', from: backOn, to: '2025-05-31' }),
    ],
  };
}

function benefit(wire: InsuranceRecord, on = '2025-06-09', more: Partial<AssessOptions> = {}): Assessment {
  return awardOfMongolia(wire, on, { benefit: 'unemployment', ...more });
}

function only({ components }: Assessment): Component | undefined {
  return components[0];
}

describe('Unemployment benefit of Mongolia: the right', () => {
  test('needs 24 months, the last 9 without a gap', () => {
    const table = [
      ['2023-06-01', 'eligible'], // 24 months
      ['2023-06-02', 'notEligible'], // one day short
    ] as const;
    for (const [since, outcome] of table) assert.equal(benefit(dismissed(since)).outcome, outcome, since);
    assert.equal(benefit(twoJobs('2024-07-31', '2024-09-01')).outcome, 'eligible'); // 9 months at last
    assert.equal(benefit(twoJobs('2024-07-31', '2024-09-02')).outcome, 'notEligible');
    assert.equal(benefit(twoJobs('2024-08-31', '2024-09-01')).outcome, 'eligible'); // no gap at all
  });

  test('after an earlier benefit needs 12 new months', () => {
    const table = [
      ['2024-05-31', 'eligible'], // June 2024 to May 2025
      ['2024-06-01', 'notEligible'],
    ] as const;
    for (const [earlierBenefitUntil, outcome] of table)
      assert.equal(benefit(dismissed('2015-01-01', '2000000', { earlierBenefitUntil })).outcome, outcome);
  });

  test('counts compulsory insurance only', () => {
    const own = dismissed('2015-01-01');
    const voluntary = own.periods.map((one) => ({ ...one, kind: 'voluntary' as const, type: '22' }));
    assert.equal(benefit({ ...own, periods: voluntary }).outcome, 'notEligible');
  });

  test('follows dismissal from the main job only', () => {
    const table = [
      [{ cause: 'resignation' }, 'notEligible'],
      [{ cause: 'termEnded' }, 'notEligible'],
      [{ mainJob: false }, 'notEligible'],
      [{}, 'eligible'],
    ] as const;
    for (const [loss, outcome] of table)
      assert.equal(benefit(dismissed('2015-01-01', '2000000', loss)).outcome, outcome);
  });

  test('needs registration within 14 days, or three months with a good reason', () => {
    const table = [
      [{ registeredOn: '2025-06-14' }, 'eligible'],
      [{ registeredOn: '2025-06-15' }, 'notEligible'],
      [{ registeredOn: '2025-08-31', goodReasonForDelay: true }, 'eligible'],
      [{ registeredOn: '2025-09-01', goodReasonForDelay: true }, 'notEligible'],
    ] as const;
    for (const [loss, outcome] of table)
      assert.equal(benefit(dismissed('2015-01-01', '2000000', loss), '2025-09-15').outcome, outcome);
    assert.equal(benefit(dismissed('2015-01-01'), '2025-06-08').outcome, 'notEligible'); // not yet registered
  });

  test('is suspended after two refusals, a skipped programme, or in prison', () => {
    const table = [
      [{ refusedOffers: 1 }, 'eligible'],
      [{ refusedOffers: 2 }, 'notEligible'],
      [{ skippedProgramme: true }, 'notEligible'],
      [{ imprisoned: true }, 'notEligible'],
    ] as const;
    for (const [loss, outcome] of table)
      assert.equal(benefit(dismissed('2015-01-01', '2000000', loss)).outcome, outcome);
  });

  test('is undetermined, with the fact in words, where the record does not say enough', () => {
    const { cause: _cause, ...noCause } = DISMISSED;
    const { mainJob: _mainJob, ...noJob } = DISMISSED;
    const { registeredOn: _registeredOn, ...noRegistration } = DISMISSED;
    const { circumstances: _none, ...silent } = dismissed('2015-01-01');
    const wage = { earnings: monthlyEarnings('MN', 2010, 184, '2000000') }; // until April
    const table = [
      [silent, 'circumstances.unemployment'],
      [{ ...silent, circumstances: { unemployment: noCause } }, 'circumstances.unemployment.cause'],
      [{ ...silent, circumstances: { unemployment: noJob } }, 'circumstances.unemployment.mainJob'],
      [
        { ...silent, circumstances: { unemployment: noRegistration } },
        'circumstances.unemployment.registeredOn',
      ],
      [dismissed('2015-01-01', '2000000', {}, wage), 'mn.ui.wage'],
    ] as const;
    for (const [wire, fact] of table) {
      const { missing, outcome } = benefit(wire);
      assert.equal(outcome, 'undetermined');
      assert.deepEqual(
        missing.map((one) => one.fact),
        [fact],
      );
      for (const one of missing) assert.notEqual(explainMissing(one, 'mn'), one.why);
    }
    assert.deepEqual(
      benefit(dismissed('2015-01-01'), '2024-12-31').missing.map(({ fact }) => fact),
      [],
    );
  });

  test('is not known before 2025: the months asked then are not', () => {
    const early = { endedOn: '2024-05-31', registeredOn: '2024-06-03' };
    const found = benefit(dismissed('2015-01-01', '2000000', early), '2024-06-10');
    assert.deepEqual(
      found.missing.map(({ fact }) => fact),
      ['mn.ui.paidMonths', 'mn.ui.consecutiveMonths'],
    );
  });
});

describe('Unemployment benefit of Mongolia: the amount', () => {
  // June 2025 has 21 working days, so a day is a twenty-first of the month’s amount.
  const rates = [
    // insured since, years, wage, rate × wage = month, a day
    ['2020-06-02', 'below 5', '2100000', '45000'], // 45 % × 2,100,000 = 945,000 / 21
    ['2020-06-01', 'exactly 5', '2100000', '50000'], // 50 % = 1,050,000 / 21
    ['2015-06-02', 'below 10', '2100000', '50000'],
    ['2015-06-01', 'exactly 10', '2100000', '60000'], // 60 % = 1,260,000 / 21
    ['2010-06-01', 'exactly 15', '2100000', '70000'], // 70 % = 1,470,000 / 21
    // 45 % × 1,000,000 = 450,000 is below 75 % × 792,000 = 594,000; / 21 = 28,285.71
    ['2020-06-02', 'the floor', '1000000', '28286'],
  ] as const;
  for (const [since, years, wage, amount] of rates) {
    test(`with ${years} years of insurance or with the floor is ${amount} a working day`, () => {
      const found = only(benefit(dismissed(since, wage)));
      assert.equal(found?.amount, amount);
      assert.equal(found?.per, 'day');
    });
  }

  test('gives the border years the lower rate if the borders are read so', () => {
    const assume = { 'mn.ui.bands': 'exclusive' };
    const table = [
      ['2020-06-01', '45000'],
      ['2020-05-31', '50000'],
      ['2010-06-01', '60000'],
    ] as const;
    for (const [since, amount] of table)
      assert.equal(only(benefit(dismissed(since, '2100000'), '2025-06-09', { assume }))?.amount, amount);
  });

  test('runs for 76 working days, month by month', () => {
    // 70 % × 2,000,000 = 1,400,000. From Monday 9 June 2025: 16 of 21, 23 of 23, 21 of 21, then 16 of 22 days
    const found = only(benefit(dismissed('2010-01-01')));
    assert.deepEqual(found?.installments, [
      { month: '2025-06', days: 16, amount: '1066667' }, // 1,400,000 / 21 × 16 = 1,066,666.67
      { month: '2025-07', days: 23, amount: '1400000' },
      { month: '2025-08', days: 21, amount: '1400000' },
      { month: '2025-09', days: 16, amount: '1018182' }, // 1,400,000 / 22 × 16 = 1,018,181.82
    ]);
    assert.equal(found?.from, '2025-06-09');
    assert.equal(found?.until, '2025-09-22');
  });

  test('ends with the life of the person', () => {
    const died = dismissed('2010-01-01');
    const found = only(benefit({ ...died, person: { ...died.person, deathDate: '2025-07-02' } }));
    assert.deepEqual(
      found?.installments?.map(({ days }) => days),
      [16, 2],
    );
    assert.equal(found?.until, '2025-07-02');
  });

  test('divides by a fixed number of days if assumed, and needs to know which', () => {
    const fixed = { 'mn.ui.dayDivisor': 'fixed' };
    const open = benefit(dismissed('2010-01-01'), '2025-06-09', { assume: fixed });
    assert.deepEqual(
      open.missing.map(({ fact }) => fact),
      ['mn.ui.fixedDays'],
    );
    const assume = { ...fixed, 'mn.ui.fixedDays': '20' };
    assert.equal(only(benefit(dismissed('2010-01-01'), '2025-06-09', { assume }))?.amount, '70000');
  });

  test('takes the minimum wage of the award, or of each payment', () => {
    // dismissed in February 2025: 75 % × 660,000 = 495,000 to March; × 792,000 = 594,000 from April
    const loss = { endedOn: '2025-02-28', registeredOn: '2025-03-03' };
    const wire = dismissed('2023-01-01', '500000', loss);
    const sums = (assume: Record<string, string>): string[] =>
      only(benefit(wire, '2025-03-03', { assume }))?.installments?.map(({ amount }) => amount) ?? [];
    // March 2025 has 21 working days, all of them from the 3rd; April 22; May 22; June 21
    assert.deepEqual(sums({}), ['495000', '495000', '495000', '259286']); // 495,000 / 21 × 11
    assert.deepEqual(sums({ 'mn.ui.minWageDate': 'payment' }), ['495000', '594000', '594000', '311143']);
  });

  test('is not known if the percentages of 1994 do not hold any more', () => {
    const assume = { 'mn.ui.rates': 'no' };
    assert.deepEqual(
      benefit(dismissed('2010-01-01'), '2025-06-09', { assume }).missing.map(({ fact }) => fact),
      ['mn.ui.rates'],
    );
  });
});

/** A day’s benefit after about so many months of insurance. */
function amountAfter(months: number): number {
  const since = formatDay(addDays(day('2025-06-01'), -Math.round(months * 30.44)));
  return Number(only(benefit(dismissed(since)))?.amount ?? 0);
}

describe('Unemployment benefit of Mongolia, for every career', () => {
  test('pays 76 working days in all, wherever it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (later) => {
        const registeredOn = formatDay(addDays(day('2025-05-31'), later));
        const wire = dismissed('2010-01-01', '2000000', { registeredOn, goodReasonForDelay: true });
        const paid = only(benefit(wire, registeredOn))?.installments ?? [];
        assert.equal(
          paid.reduce((sum, { days }) => sum + days, 0),
          76,
        );
      }),
    );
  });

  test('never falls with longer insurance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 240 }), fc.nat(60), (months, more) => {
        assert.ok(amountAfter(months + more) >= amountAfter(months));
      }),
    );
  });
});
