import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  awardOfKazakhstan,
  awardOfMongolia,
  kazakhWorker,
  mongolianWorker,
  period,
  record,
} from './testing.ts';

const rulesOf = (found: { readonly findings?: unknown }): string => JSON.stringify(found.findings);

describe('An average income that does not come from recorded months', () => {
  test('is the one that the institution of Mongolia has established, before any month', () => {
    const worker = mongolianWorker(
      '1990-01-01',
      '2023-12-31',
      {},
      {
        averageIncome: [
          {
            country: 'MN',
            amount: '3000000',
            currency: 'MNT',
            source: 'constructed',
            certainty: 'certified',
          },
        ],
      },
    );
    const found = awardOfMongolia(worker, '2024-06-01');
    assert.match(rulesOf(found), /mn\.averageSupplied/);
    const usual = awardOfMongolia(mongolianWorker('1990-01-01', '2023-12-31'), '2024-06-01');
    assert.ok(Number(found.total?.amount) > Number(usual.total?.amount));
  });

  test('of who worked only abroad is nothing in Kazakhstan where own income alone is assumed to count', () => {
    const worker = record({ periods: [period({ country: 'MN', from: '1980-01-01', to: '1996-12-31' })] });
    const treaty = { treaty: 'kz-mn' } as const;
    const assume = { 'kzmn.inForceFrom': '2026-01-01', 'kzmn.incomeBase': 'ownState' };
    const found = awardOfKazakhstan(worker, '2026-06-01', { ...treaty, assume });
    assert.match(rulesOf(found), /kz\.solidarity\.averageOwnStateOnly/);
  });
});

describe('A period of a kind that no law lists', () => {
  test('is shown in the trace and does not count in Kazakhstan', () => {
    const worker = kazakhWorker('100000', {
      periods: [
        period({ id: 'a', from: '1972-01-01', to: '1990-12-31' }),
        period({ id: 'pension', from: '1991-01-01', to: '1992-12-31', type: '46', kind: 'equivalent' }),
      ],
    });
    const { timeline } = awardOfKazakhstan(worker, '2026-01-01').record;
    assert.deepEqual(
      timeline.filter(({ counted }) => !counted).map(({ periodId, rule }) => [periodId, rule]),
      [['pension', 'kz.record.notListed']],
    );
  });
});

describe('Savings exported under the agreement', () => {
  test('stay in tenge while no official rate is recorded', () => {
    const worker = kazakhWorker('100000', {
      accounts: [{ country: 'KZ', kind: 'uapf', balance: '9000000', currency: 'KZT', asOf: '2025-12-31' }],
      circumstances: { departure: { on: '2025-01-01', choice: 'treatyExport' } },
    });
    const abroad = { ...worker, person: { ...worker.person, residence: 'MN' } };
    const assume = { 'kzmn.inForceFrom': '2026-01-01' };
    const found = awardOfKazakhstan(abroad, '2026-06-01', { benefit: 'savings', treaty: 'kz-mn', assume });
    assert.match(rulesOf(found), /kz\.savings\.rateMissing/);
    assert.equal(found.components[0]?.converted, undefined);
  });
});
