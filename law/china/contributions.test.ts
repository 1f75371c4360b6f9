import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day, LOCALES } from '@urtuu/kernel';
import type { ContributionsInput } from '../contribution.ts';
import { contributions } from '../contributions.ts';
import { explain } from '../finding/explain.ts';

function owed(income: string, more: Partial<ContributionsInput> = {}) {
  const input = { on: day('2024-06-01'), as: 'employee', income, explain: 'full', ...more } as const;
  return contributions('cn', { localAverageWage: '8000', ...input });
}

describe('Pension contributions in China', () => {
  test('are 16 % by the employer and 8 % of the employee to the account', () => {
    const found = owed('10000');
    assert.deepEqual(found.totals, { employer: '1600', insured: '800' });
    assert.equal(found.currency, 'CNY');
  });

  test('count income up to three times the local average wage: 24,000', () => {
    const found = owed('30000');
    assert.deepEqual(found.limitedBy, ['ceiling']);
    assert.deepEqual(found.totals, { employer: '3840', insured: '1920' });
    assert.deepEqual(owed('24000').limitedBy, []);
  });

  test('of flexible workers are 20 %, of which 8 % go to the account', () => {
    const found = owed('5000', { as: 'selfEmployed' });
    assert.deepEqual(
      found.lines.map(({ branch, payer, amount }) => [branch, payer, amount]),
      [
        ['cn.pension', 'insured', '600'],
        ['cn.account', 'insured', '400'],
      ],
    );
  });

  test('stay open without the local average wage, which sets the ceiling', () => {
    const { localAverageWage: _left, ...rest } = {
      localAverageWage: '',
      on: day('2024-06-01'),
      as: 'employee',
      income: '10000',
      explain: 'none',
    } as const;
    const found = contributions('cn', rest);
    assert.equal(found.outcome, 'undetermined');
    assert.equal(found.missing[0]?.fact, 'input.localAverageWage');
  });

  test('are not asked of herders and carers, and refuse a wage that is no number', () => {
    assert.equal(owed('1000', { as: 'herder' }).outcome, 'notInsured');
    assert.throws(() => owed('1000', { localAverageWage: 'much' }), RangeError);
  });

  test('are explained in every language', () => {
    const { findings } = owed('30000', { explain: 'full' });
    assert.ok(findings);
    for (const locale of LOCALES) assert.match(JSON.stringify(explain(findings, locale)), /24/);
  });
});
