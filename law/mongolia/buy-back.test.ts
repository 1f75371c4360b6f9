import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { explain } from '../finding/explain.ts';
import { compileRecord } from '../record/compile.ts';
import type { RecordPeriod } from '../record/insurance-record.ts';
import { mongolianWorker, period } from '../testing.ts';
import { buyBackWindows, type BuyBack } from './buy-back.ts';

function boughtBack(on: string, ...periods: Partial<RecordPeriod>[]): BuyBack {
  const wire = mongolianWorker(
    '2005-01-01',
    '2020-12-31',
    {},
    {
      periods: periods.map((one, i) => period({ id: `b${i}`, country: 'MN', kind: 'boughtBack', ...one })),
    },
  );
  return buyBackWindows(compileRecord(wire), day(on));
}

/** Windows that were open, with what a month cost. */
function open({ windows }: BuyBack): string[] {
  return windows
    .filter((one) => one.open)
    .map(({ window, from, to, costPerMonth }) => `${window} ${from} ${to} ${costPerMonth ?? '?'}`);
}

describe('Closed windows of buying back in Mongolia', () => {
  const law2012 = ['work 1990-01-01 1994-12-31 ?', 'contributions 1995-01-01 2000-12-31 ?'];
  const table = [
    ['2012-09-03', []],
    ['2012-09-04', law2012],
    // 10 % of the minimum wage of 240,000
    ['2018-06-01', [...law2012, 'herders 1995-01-01 2019-12-31 24000']],
    ['2019-11-12', [...law2012, 'herders 1995-01-01 2019-12-31 24000']],
    ['2019-11-13', ['herders 1995-01-01 2019-12-31 24000']],
    // 10 % of 420,000, as published
    ['2020-12-31', ['herders 1995-01-01 2019-12-31 42000']],
    ['2021-12-31', ['herders 1995-01-01 2019-12-31 42000']],
    ['2022-01-01', []],
  ] as const;
  for (const [on, windows] of table) {
    test(`on ${on}: ${windows.length === 0 ? 'none' : windows.map((one) => one.split(' ')[0]).join(', ')}`, () => {
      assert.deepEqual(open(boughtBack(on)), windows);
    });
  }

  test('say that the cost by the law of 2012 is not known', () => {
    const [work] = boughtBack('2013-01-01').windows;
    assert.deepEqual(work?.missing, { fact: 'mn.buyBack.law2012.cost', why: 'why.parameter' });
  });

  test('show the months of the record that were bought back inside each, also after it closed', () => {
    const months = boughtBack(
      '2024-01-01',
      { from: '1992-07-01', to: '1996-06-30' },
      { from: '2001-01-01', to: '2001-03-31' },
    ).windows.map(({ window, boughtBack: found }) => `${window} ${found}`);
    // July 1992 to December 1994; January 1995 to June 1996; that and three months of 2001
    assert.deepEqual(months, ['work 30', 'contributions 18', 'herders 21']);
  });

  test('are explained with their sources', () => {
    const words = explain(boughtBack('2020-06-01').findings, 'en');
    assert.match(words, /Herders and the self-employed: 1995-01-01 to 2019-12-31, a month for 42,000/);
    assert.match(words, /udriintoim\.mn/);
  });
});
