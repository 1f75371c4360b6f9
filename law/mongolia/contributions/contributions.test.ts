import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import fc from 'fast-check';
import type { Contributions, ContributionsInput } from '../../contribution.ts';
import { contributionLaws, contributions } from '../../contributions.ts';
import { explain } from '../../finding/explain.ts';

function month(more: Partial<ContributionsInput> = {}): Contributions {
  return contributions('mn', {
    on: day('2025-06-15'),
    as: 'employee',
    income: '2000000',
    accidentRate: '1.0',
    explain: 'full',
    ...more,
  });
}

function lines({ lines: all }: Contributions): string[] {
  return all.map(({ branch, payer, amount }) => `${branch} ${payer} ${amount ?? '?'}`);
}

function own(more: Partial<ContributionsInput>): Contributions {
  return month({ as: 'selfEmployed', income: '0', ...more });
}

/** What the insured person pays in all. */
function total(income: number): number {
  return Number(month({ income: String(income) }).totals.insured);
}

describe('Contributions of an employee in Mongolia', () => {
  test('are rates of the income for five branches', () => {
    // 2,000,000 × 8.5 % = 170,000; 1.0 % = 20,000; 0.8 % = 16,000; 0.2 % = 4,000; 2.0 % = 40,000
    const found = month();
    assert.deepEqual(lines(found), [
      'mn.pension employer 170000',
      'mn.pension insured 170000',
      'mn.benefits employer 20000',
      'mn.benefits insured 16000',
      'mn.unemployment employer 4000',
      'mn.unemployment insured 4000',
      'mn.health employer 40000',
      'mn.health insured 40000',
      'mn.accident employer 20000',
    ]);
    // employer 170,000 + 20,000 + 4,000 + 40,000 + 20,000; insured 170,000 + 16,000 + 4,000 + 40,000 = 11.5 %
    assert.deepEqual(found.totals, { employer: '254000', insured: '230000' });
    assert.equal(found.outcome, 'due');
  });

  test('reach the published totals: 12.5 to 14.5 and 11.5 percent', () => {
    for (const [accidentRate, employer] of [
      ['0.8', '250000'],
      ['2.8', '290000'],
    ] as const)
      assert.deepEqual(month({ accidentRate }).totals, { employer, insured: '230000' });
    const words = month({ explain: 'full' }).findings;
    assert.ok(words !== undefined && explain(words, 'en').includes('insured 11.5%, published 11.5%'));
  });

  test('stop at ten minimum wages, at one, or nowhere, as the open question is answered', () => {
    // 2025-06: minimum wage 792,000; ten of them 7,920,000; 8.5 % = 673,200; 8.5 % of 792,000 = 67,320
    const table = [
      [undefined, '673200', ['ceiling']],
      ['minimumWage', '67320', ['ceiling']],
      ['none', '850000', []],
    ] as const;
    for (const [answer, pension, limitedBy] of table) {
      const assume = answer === undefined ? {} : { 'mn.ceiling': answer };
      const found = month({ income: '10000000', assume });
      assert.equal(found.lines[0]?.amount, pension);
      assert.deepEqual(found.limitedBy, limitedBy);
    }
  });

  test('were 9.5 percent to June 2021 and 8.5 from July; the steps before are an open question', () => {
    const table = [
      ['2021-06-30', {}, '190000'],
      ['2021-07-01', {}, '170000'],
      ['2020-03-01', {}, undefined],
      ['2020-03-01', { 'mn.contribSteps': '9' }, '180000'],
      ['2017-12-31', {}, '140000'],
    ] as const;
    for (const [on, steps, amount] of table) {
      const found = month({ on: day(on), assume: { 'mn.ceiling': 'none', ...steps } });
      assert.equal(found.lines[0]?.amount, amount, on);
    }
  });

  test('are undetermined, line by line, where a rate or the ceiling is not known', () => {
    const early = month({ on: day('2021-08-01'), assume: { 'mn.ceiling': 'none' } });
    assert.equal(early.outcome, 'undetermined');
    assert.deepEqual(early.totals, {});
    assert.deepEqual(
      early.missing.map(({ fact }) => fact),
      [
        'mn.c.benefits.employer',
        'mn.c.benefits.insured',
        'mn.c.unemployment.employer',
        'mn.c.unemployment.insured',
        'mn.c.health.employer',
        'mn.c.health.insured',
        'mn.c.accident.min',
      ],
    );
    const noCeiling = month({ on: day('2024-06-01') });
    assert.deepEqual(
      noCeiling.missing.map(({ fact }) => fact),
      ['mn.c.ceiling'],
    );
  });

  test('take the other reported unemployment rates if assumed', () => {
    const found = month({ assume: { 'mn.uiContribution': '0.5+0.2' } });
    assert.ok(lines(found).includes('mn.unemployment employer 10000'));
    assert.ok(lines(found).includes('mn.unemployment insured 4000'));
  });

  test('need the employer’s rate for employment injury, inside the band', () => {
    const absent = contributions('mn', {
      on: day('2025-06-15'),
      as: 'employee',
      income: '1',
      explain: 'none',
    });
    assert.deepEqual(absent.missing, [{ fact: 'input.accidentRate', why: 'why.input.accidentRate' }]);
    const table = [
      ['0.7', {}, false],
      ['0.8', {}, true],
      ['2.8', {}, true],
      ['2.9', {}, false],
      ['2.9', { 'mn.accidentMax': '3.0' }, true],
      ['2.6', { 'mn.accidentMax': '2.5' }, false],
      ['much', {}, false],
    ] as const;
    for (const [accidentRate, assume, known] of table)
      assert.equal(month({ accidentRate, assume }).outcome === 'due', known, accidentRate);
  });

  test('refuse an income that is no amount', () => {
    for (const income of ['-1', 'many', '']) assert.throws(() => month({ income }), RangeError);
  });
});

describe('Voluntary insurance in Mongolia', () => {
  test('is 13.5 percent of the declared income, at least of the minimum wage', () => {
    // published: 13.5 % × 660,000 = 89,100 in 2024; 13.5 % × 792,000 = 106,920 from April 2025
    const table = [
      ['2024-06-01', '0', '89100'],
      ['2025-04-01', '0', '106920'],
      ['2025-04-01', '1000000', '135000'],
    ] as const;
    for (const [on, income, insured] of table) {
      const found = own({ on: day(on), income });
      assert.deepEqual(found.totals, { insured });
      assert.deepEqual(found.limitedBy, income === '0' ? ['floor'] : []);
      assert.ok(!lines(found).some((line) => line.startsWith('mn.unemployment')));
    }
  });

  test('of a herder is halved in the pension share, on the minimum wage, for sixty months', () => {
    // 11.5 % × 792,000 = 91,080, half 45,540; own part 106,920 − 45,540 = 61,380
    const table = [
      ['0', 0, '61380', '45540', 59],
      ['0', 59, '61380', '45540', 0],
      // 13.5 % × 1,000,000 = 135,000; the match stays 45,540
      ['1000000', 12, '89460', '45540', 47],
    ] as const;
    for (const [income, subsidisedMonths, insured, state, left] of table) {
      const found = own({ as: 'herder', income, subsidisedMonths });
      assert.deepEqual(found.totals, { insured, state });
      assert.equal(found.subsidies[0]?.monthsLeft, left);
      assert.equal(found.subsidies[0]?.rule, 'mn.v.herderMatch');
    }
    assert.deepEqual(own({ as: 'herder', subsidisedMonths: 60 }).totals, { insured: '106920' });
  });

  test('says the article of the herders’ match and its last day', () => {
    const [subsidy] = own({ as: 'herder', subsidisedMonths: 0 }).subsidies;
    assert.equal(subsidy?.until, '2030-05-31');
    assert.match(subsidy?.article ?? '', /7\.7, 21\.23/);
  });

  test('of a herder has no match before 2024, none if the quoted text is not followed', () => {
    assert.deepEqual(own({ as: 'herder', on: day('2023-06-01') }).totals, { insured: '74250' });
    const assume = { 'mn.herderMatchText': 'none' };
    assert.deepEqual(own({ as: 'herder', assume }).totals, { insured: '106920' });
  });

  test('of a herder is undetermined without the months used', () => {
    const found = own({ as: 'herder' });
    assert.deepEqual(found.missing, [{ fact: 'input.subsidisedMonths', why: 'why.input.subsidisedMonths' }]);
    assert.equal(found.totals.insured, undefined);
  });

  test('of a carer: the state pays 91,080, the carer 15,840', () => {
    const childInCareBorn = day('2012-03-10');
    const found = own({ as: 'carer', childInCareBorn });
    assert.deepEqual(found.totals, { insured: '15840', state: '91080' });
    assert.equal(found.subsidies[0]?.until, '2030-03-09');
    assert.equal(own({ as: 'carer', childInCareBorn, on: day('2030-03-10') }).outcome, 'notInsured');
    assert.equal(own({ as: 'carer' }).outcome, 'undetermined');
    assert.equal(own({ as: 'carer', childInCareBorn, income: '800000' }).outcome, 'undetermined');
    assert.equal(own({ as: 'carer', childInCareBorn, on: day('2025-03-31') }).outcome, 'undetermined');
  });

  test('of a mother of a child under three leaves the pension share out', () => {
    // 2 % × 792,000 = 15,840 remains
    const born = { motherOfChildBorn: day('2022-06-16') };
    assert.deepEqual(own(born).totals, { insured: '15840' });
    assert.equal(own(born).subsidies[0]?.until, '2025-06-15');
    assert.deepEqual(own({ ...born, on: day('2025-06-16') }).totals, { insured: '106920' });
  });

  test('is undetermined where the minimum wage or the rate is not known', () => {
    assert.equal(own({ on: day('1994-12-31') }).outcome, 'undetermined');
    assert.equal(own({ on: day('2019-06-01') }).outcome, 'undetermined');
  });
});

describe('Contributions under any law', () => {
  test('are known for the laws that are listed', () => {
    assert.ok(contributionLaws().includes('mn'));
  });

  test('never fall when income grows, and stand still above the ceiling', () => {
    fc.assert(
      fc.property(fc.nat(20_000_000), fc.nat(5_000_000), (income, more) => {
        assert.ok(total(income + more) >= total(income));
        if (income >= 7_920_000) assert.equal(total(income + more), total(income));
      }),
      { numRuns: 200 },
    );
  });

  test('of a herder and the state together make the whole contribution', () => {
    fc.assert(
      fc.property(fc.nat(9_000_000), fc.integer({ min: 0, max: 59 }), (income, subsidisedMonths) => {
        const whole = month({ as: 'selfEmployed', income: String(income) }).totals.insured;
        const { insured, state } = month({ as: 'herder', income: String(income), subsidisedMonths }).totals;
        assert.equal(Number(insured) + Number(state), Number(whole));
      }),
      { numRuns: 200 },
    );
  });
});
