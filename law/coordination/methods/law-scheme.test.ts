import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '@urtuu/kernel';
import { awardOfKazakhstan, kazakhWorker, period, person, record } from '../../testing.ts';
import { coordinate } from './coordinate.ts';

const ON = day('2026-02-01');
const laws = [{ law: 'kz' }, { law: 'mn' }] as const;

describe('A law of this library as a scheme', () => {
  const worker = kazakhWorker('100000', {
    periods: [
      period({ id: 'a', from: '1975-01-01', to: '1986-12-31' }),
      period({ id: 'b', country: 'MN', from: '1987-01-01', to: '1996-12-31' }),
    ],
  });

  test('pays on its own periods exactly what the one entitlement function awards', () => {
    const { states } = coordinate(
      { record: worker, schemes: laws },
      { method: 'eu', on: ON, explain: 'none' },
    );
    const [kz] = states;
    assert.equal(kz?.independent, awardOfKazakhstan(worker, '2026-02-01').total?.amount);
    assert.equal(kz?.ratio, '6/11'); // 144 of 264 months
  });

  test('stays open where its theoretical amount needs income that is not recorded', () => {
    const { states, findings } = coordinate(
      { record: worker, schemes: laws },
      { method: 'eu', on: ON, explain: 'full' },
    );
    assert.equal(states[1]?.outcome, 'undetermined');
    assert.match(JSON.stringify(findings), /eu\.theoreticalUnknown/);
  });

  test('pays nothing directly where it knows no amount for so short a record', () => {
    const short = record({
      person: person({ birthDate: '1960-01-01' }),
      periods: [
        period({ id: 'a', from: '1980-01-01', to: '1996-12-31' }),
        period({ id: 'b', country: 'MN', from: '1997-01-01', to: '1999-12-31' }),
      ],
      averageIncome: [
        {
          country: 'MN',
          amount: '1000000',
          currency: 'MNT',
          source: 'constructed',
          certainty: 'certified',
        },
      ],
    });
    const { states } = coordinate(
      { record: short, schemes: laws },
      { method: 'direct', on: ON, explain: 'none' },
    );
    assert.equal(states[1]?.missing[0]?.fact, 'coordination.shortRecord');
  });

  test('is asked for recognised service with the agreement, by the state of residence alone', () => {
    const { states, findings } = coordinate(
      { record: worker, schemes: laws },
      { method: 'recognised-service', on: ON, assume: { 'kzmn.inForceFrom': '2026-01-01' }, explain: 'full' },
    );
    assert.equal(states[0]?.basis, 'recognised');
    assert.equal(states[1]?.basis, 'none');
    assert.equal(findings?.rule, 'coordination.recognised-service');
  });
});
