import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LOCALES } from '@urtuu/kernel';
import fc from 'fast-check';
import { explain } from '../finding/explain.ts';
import type { Circumstances } from '../record/insurance-record.ts';
import { amountOf, awardOfChina, chineseWorker, period } from '../testing.ts';

const PLACE = {
  localWage: { amount: '8000', place: 'Altay', year: 2025, source: 'constructed' },
  contributionIndex: '0.6',
} as const satisfies Circumstances['china'];

// Born 1966-03-10: the fifteenth birth month from 1965-01 on, so a delay of floor(14 / 4) + 1 = 4 months.
const ON_THE_DAY = '2026-07-10';

describe('Old-age pension of urban employees in China', () => {
  test('is (8,000 + 8,000 × 0.6) / 2 × 20 years × 1 % and 139,000 by 139 months', () => {
    const found = awardOfChina(chineseWorker('2006-01-01', '2025-12-31'), ON_THE_DAY);
    assert.equal(found.outcome, 'eligible');
    assert.equal(amountOf(found, 'cn.basic'), '1280');
    assert.equal(amountOf(found, 'cn.account'), '1000');
    assert.equal(amountOf(found, 'cn.transitional'), undefined);
    assert.equal(found.components[0]?.route, 'cn.statutory');
  });

  test('counts months of contributions as twelfths of a year', () => {
    // 15 years and 6 months: 6,400 × 15.5 × 1 %
    const found = awardOfChina(chineseWorker('2010-07-01', '2025-12-31'), ON_THE_DAY);
    assert.equal(amountOf(found, 'cn.basic'), '992');
  });

  test('asks fifteen years of contributions', () => {
    const short = awardOfChina(chineseWorker('2011-02-01', '2025-12-31'), ON_THE_DAY);
    assert.equal(short.outcome, 'notEligible');
    const enough = awardOfChina(chineseWorker('2011-01-01', '2025-12-31'), ON_THE_DAY);
    assert.equal(enough.outcome, 'eligible');
  });

  test('may be taken from the base age on, and says when each way opens', () => {
    const worker = chineseWorker('2006-01-01', '2025-12-31');
    assert.equal(awardOfChina(worker, '2026-03-10').components[0]?.route, 'cn.early');
    const before = awardOfChina(worker, '2026-03-09');
    assert.equal(before.outcome, 'notEligible');
    assert.deepEqual(before.nextEligible, [
      { route: 'cn.statutory', on: '2026-07-10' },
      { route: 'cn.early', on: '2026-03-10' },
    ]);
  });

  test('adds W × I × deemed years × 1.3 % for service before contributions, which makes up the least period', () => {
    const deemed = period({
      id: 'd',
      country: 'CN',
      from: '1988-01-01',
      to: '1993-12-31',
      kind: 'equivalent',
    });
    const paid = period({ id: 'w', country: 'CN', from: '2014-01-01', to: '2025-12-31' });
    const worker = chineseWorker('2014-01-01', '2025-12-31', {}, { periods: [deemed, paid] });
    const found = awardOfChina(worker, ON_THE_DAY);
    assert.equal(amountOf(found, 'cn.basic'), '768'); // 6,400 × 12 × 1 %
    assert.equal(amountOf(found, 'cn.transitional'), '374.40'); // 8,000 × 0.6 × 6 × 1.3 %
    const province = awardOfChina(worker, ON_THE_DAY, { assume: { 'cn.transitional': '1.0' } });
    assert.equal(amountOf(province, 'cn.transitional'), '288');
    const both = { 'cn.deemedYears': 'contributedAndDeemed' };
    assert.equal(amountOf(awardOfChina(worker, ON_THE_DAY, { assume: both }), 'cn.basic'), '1152');
  });

  test('does not count insurance elsewhere: no agreement of China is known here', () => {
    const abroad = period({ id: 'm', country: 'MN', from: '1990-01-01', to: '2005-12-31' });
    const paid = period({ id: 'w', country: 'CN', from: '2014-01-01', to: '2025-12-31' });
    const found = awardOfChina(
      chineseWorker('2014-01-01', '2025-12-31', {}, { periods: [abroad, paid] }),
      ON_THE_DAY,
    );
    assert.equal(found.outcome, 'notEligible');
  });

  test('counts no time in China without contributions', () => {
    const idle = period({ id: 'i', country: 'CN', from: '2000-01-01', to: '2010-12-31', insured: false });
    const paid = period({ id: 'w', country: 'CN', from: '2011-01-01', to: '2025-12-31' });
    const found = awardOfChina(
      chineseWorker('2011-01-01', '2025-12-31', {}, { periods: [idle, paid] }),
      ON_THE_DAY,
    );
    assert.equal(amountOf(found, 'cn.basic'), '960');
    assert.deepEqual(
      found.record.timeline.map(({ rule }) => rule),
      ['cn.record.notInsured', 'cn.record.contributed'],
    );
  });

  const unknowns = [
    ['the post of a woman', { ...PLACE }, 'female', 'cn.workerGroup'],
    ['the wage of the place', { contributionIndex: '0.6' }, 'male', 'cn.localWage'],
    ['the own index', { localWage: PLACE.localWage }, 'male', 'cn.contributionIndex'],
  ] as const;
  for (const [name, china, sex, fact] of unknowns) {
    test(`stays open without ${name}, and names it`, () => {
      const worker = chineseWorker(
        '2000-01-01',
        '2025-12-31',
        sex === 'female' ? { sex, birthDate: '1966-03-10' } : {},
        { circumstances: { china } },
      );
      const found = awardOfChina(worker, ON_THE_DAY);
      assert.equal(found.components[0]?.outcome, 'undetermined');
      assert.equal(found.components[0]?.missing?.[0]?.fact, fact);
    });
  }

  test('is explained in every language with nothing left over', () => {
    const deemed = period({
      id: 'd',
      country: 'CN',
      from: '1988-01-01',
      to: '1993-12-31',
      kind: 'equivalent',
    });
    const paid = period({ id: 'w', country: 'CN', from: '2014-01-01', to: '2025-12-31' });
    const worker = chineseWorker('2014-01-01', '2025-12-31', {}, { periods: [deemed, paid] });
    const { findings } = awardOfChina(worker, ON_THE_DAY, { explain: 'full' });
    assert.ok(findings);
    for (const locale of LOCALES) {
      const text = JSON.stringify(explain(findings, locale));
      assert.doesNotMatch(text, /\{[a-z]+\}|undefined|NaN/i);
      assert.match(text, /768/);
    }
  });

  test('never falls when contributions are longer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 180, max: 480 }),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.4, max: 3, noNaN: true }),
        (months, more, index) => {
          const of = (n: number): number => {
            const [year, month] = [2026 - Math.ceil(n / 12), ((12 - (n % 12)) % 12) + 1];
            const from = `${year}-${String(month).padStart(2, '0')}-01`;
            const china = { ...PLACE, contributionIndex: index.toFixed(4) };
            const found = awardOfChina(
              chineseWorker(from, '2025-12-31', {}, { circumstances: { china } }),
              ON_THE_DAY,
            );
            return Number(amountOf(found, 'cn.basic'));
          };
          assert.ok(of(months + more) > of(months));
        },
      ),
      { numRuns: 60 },
    );
  });
});
