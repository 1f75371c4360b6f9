import { day } from '@urtuu/kernel';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meaningOf, START, type Supposed } from './supposed.ts';

const TODAY = day('2026-11-25');
const faulty = (parts: Partial<Supposed>) => [...meaningOf({ ...START, ...parts }, TODAY).faulty];

describe('the form of the tiers page', () => {
  test('means something as it stands, without a plan and without a day', () => {
    const { retireOn, assumptions, faulty: none } = meaningOf(START, TODAY);
    assert.equal(retireOn, undefined);
    assert.equal(assumptions.privateFund, undefined);
    assert.equal(none.size, 0);
  });

  const wrong = [
    ['a rate that is no number', { wageGrowth: 'much' }, 'wageGrowth'],
    ['an empty rate', { incomeTax: '' }, 'incomeTax'],
    ['a balance with a letter', { balance: '12k' }, 'balance'],
    ['a return of the plan that is none', { balance: '1', fundReturns: '3,5' }, 'fundReturns'],
    ['a plan paid out over no months', { contribution: '1', payoutMonths: '0' }, 'payoutMonths'],
    ['months that are no number', { contribution: '1', payoutMonths: 'x' }, 'payoutMonths'],
    ['a day that the calendar has not', { retireOn: '2040-02-30' }, 'retireOn'],
    ['a day half typed', { retireOn: '2040--' }, 'retireOn'],
    ['a day behind us', { retireOn: '2020-01-01' }, 'retireOn'],
  ] as const;
  for (const [name, parts, field] of wrong) {
    test(`marks ${name} at its field`, () => {
      assert.deepEqual(faulty(parts), [field]);
    });
  }

  test('asks a plan once something is in it or paid in', () => {
    const { assumptions } = meaningOf({ ...START, contribution: '20000', fundReturns: '2.5' }, TODAY);
    assert.deepEqual(assumptions.privateFund, {
      balance: '0',
      contribution: '20000',
      returns: '2.5',
      payoutMonths: 240,
    });
  });
});
