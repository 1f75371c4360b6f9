import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assessment } from '../assessment.ts';
import type { Finding } from '../finding/finding.ts';
import { awardOfMongolia, mongolianWorker, monthlyEarnings } from '../testing.ts';

const SEARCH = { 'mn.averageSearchOld': 'lastTwentyYears' };
const OLD = { ...SEARCH, 'mn.rateOld': '45' };

/** 84 months from 2014 to 2020, of which some are paid. */
function worker(
  paid: (year: number, month: number) => boolean,
  amount = '840000',
): Parameters<typeof awardOfMongolia>[0] {
  const earnings = monthlyEarnings('MN', 2014, 84, amount).filter(({ year, month }) => paid(year, month));
  return mongolianWorker('1995-01-01', '2020-12-31', { birthDate: '1958-05-05' }, { earnings });
}

function found(assessment: Assessment, rule: string): Finding | undefined {
  const all = (finding: Finding | undefined): Finding[] =>
    finding === undefined ? [] : [finding, ...finding.children.flatMap(all)];
  return all(assessment.findings).find((one) => one.rule === rule);
}

describe('An award of Mongolia before 2024', () => {
  test('is undetermined: the rate of the earlier method and the months it searched are not known', () => {
    const wire = worker(() => true);
    assert.deepEqual(
      awardOfMongolia(wire, '2021-02-01').missing.map(({ fact }) => fact),
      ['mn.averageSearchOld'],
    );
    assert.deepEqual(
      awardOfMongolia(wire, '2021-02-01', { assume: SEARCH }).missing.map(({ fact }) => fact),
      ['mn.rate'],
    );
  });

  test('averages 84 months, and divides missing months by 84 all the same', () => {
    // 26 full years: 45 + 6 × 1.5 = 54 %
    const table = [
      // 84 × 840,000 / 84 = 840,000; × 54 % = 453,600
      ['every month', () => true, '453600'],
      // 42 × 840,000 / 84 = 420,000; × 54 % = 226,800, raised to the minimum of 2020-02-01
      ['every other month', (_year: number, month: number) => month % 2 === 0, '350000'],
      // 63 × 840,000 / 84 = 630,000; × 54 % = 340,200, raised
      ['three of four', (_year: number, month: number) => month % 4 !== 0, '350000'],
      // 77 × 840,000 / 84 = 770,000; × 54 % = 415,800
      ['eleven of twelve', (_year: number, month: number) => month !== 7, '415800'],
    ] as const;
    for (const [name, paid, amount] of table)
      assert.equal(awardOfMongolia(worker(paid), '2021-02-01', { assume: OLD }).total?.amount, amount, name);
  });

  test('from 2019 on may average six years instead of seven', () => {
    // seven years: 72 × 840,000 / 84 = 720,000 × 54 % = 388,800; six: 840,000 × 54 % = 453,600
    const six = { ...OLD, 'mn.averageWindow2019': '72' };
    assert.equal(
      awardOfMongolia(
        worker((year) => year >= 2015),
        '2021-02-01',
        { assume: OLD },
      ).total?.amount,
      '388800',
    );
    assert.equal(
      awardOfMongolia(
        worker((year) => year >= 2015),
        '2021-02-01',
        { assume: six },
      ).total?.amount,
      '453600',
    );
  });

  test('searches the last twenty years or all months, as assumed', () => {
    const early = monthlyEarnings('MN', 1996, 84, '900000');
    const late = monthlyEarnings('MN', 2018, 36, '700000');
    const wire = mongolianWorker(
      '1995-01-01',
      '2020-12-31',
      { birthDate: '1958-05-05' },
      { earnings: [...early, ...late] },
    );
    // all: 900,000 × 54 % = 486,000. Last twenty years, 2001–2020: 24 × 900,000 / 84 or 36 × 700,000 / 84, both small
    const all = { ...OLD, 'mn.averageSearchOld': 'allMonths' };
    assert.equal(awardOfMongolia(wire, '2021-02-01', { assume: all }).total?.amount, '486000');
    assert.equal(awardOfMongolia(wire, '2021-02-01', { assume: OLD }).total?.amount, '350000');
  });

  test('is averaged by the new rule from the first day of 2024', () => {
    const wire = worker((_year, month) => month % 2 === 0);
    assert.equal(
      found(awardOfMongolia(wire, '2023-12-31', { assume: OLD, explain: 'full' }), 'mn.average')?.text.args[
        'divisor'
      ],
      84,
    );
    assert.equal(
      found(awardOfMongolia(wire, '2024-01-01', { explain: 'full' }), 'mn.average')?.text.args['divisor'],
      30,
    );
  });
});

/** Who has had an old-age pension of Mongolia since a day. */
function pensioner(from: string): Parameters<typeof awardOfMongolia>[0] {
  return { ...worker(() => true), benefits: [{ country: 'MN', kind: '10', from, status: 'inPayment' }] };
}

describe('Re-establishment on five years (Art 29.3)', () => {
  test('is named for pensions awarded from 2019 to 2023, and only under the new law', () => {
    const table = [
      ['2018-12-31', '2024-06-01', false],
      ['2019-01-01', '2024-06-01', true],
      ['2023-12-31', '2024-06-01', true],
      ['2024-01-01', '2024-06-01', false],
      ['2021-05-05', '2023-12-31', false],
    ] as const;
    for (const [from, on, named] of table) {
      const step = found(awardOfMongolia(pensioner(from), on, { explain: 'full' }), 'mn.reestablish');
      assert.equal(step !== undefined, named, `${from} ${on}`);
      if (step !== undefined) assert.match(step.article ?? '', /Art 29\.3/);
    }
  });
});
