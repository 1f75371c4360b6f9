import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assessment } from './assessment.ts';
import { reproduce } from './reproduce.ts';
import type { InsuranceRecord } from './record/insurance-record.ts';
import {
  awardOfChina,
  awardOfKazakhstan,
  awardOfMongolia,
  chineseWorker,
  kazakhWorker,
  mongolianWorker,
  period,
} from './testing.ts';

const treaty = { treaty: 'kz-mn', assume: { 'kzmn.inForceFrom': '2026-07-01' } } as const;
const migrant = kazakhWorker('100000', {
  periods: [
    period({ id: 'a', from: '1972-01-01', to: '1984-12-31' }),
    period({ id: 'b', country: 'MN', from: '1985-01-01', to: '1999-12-31' }),
  ],
});
const worker = mongolianWorker('1985-01-01', '2023-12-31');
const chinese = chineseWorker('2006-01-01', '2025-12-31');

describe('An award computed again with the versions it was stored with', () => {
  const awards: readonly (readonly [string, InsuranceRecord, Assessment])[] = [
    ['of Kazakhstan', migrant, awardOfKazakhstan(migrant, '2026-03-01')],
    ['of Kazakhstan under the agreement', migrant, awardOfKazakhstan(migrant, '2026-11-02', treaty)],
    [
      'of Kazakhstan without explanation',
      migrant,
      awardOfKazakhstan(migrant, '2026-03-01', { explain: 'none' }),
    ],
    ['of Mongolia', worker, awardOfMongolia(worker, '2024-06-01')],
    [
      'of Mongolia with another reading',
      worker,
      awardOfMongolia(worker, '2024-06-01', { assume: { 'mn.incrementBase': 'requiredRecord' } }),
    ],
    ['of a welfare pension', worker, awardOfMongolia(worker, '2025-06-01', { benefit: 'welfare' })],
    ['of China', chinese, awardOfChina(chinese, '2026-07-10')],
  ];
  for (const [name, record, award] of awards) {
    test(`${name} is the same byte for byte`, () => {
      assert.equal(JSON.stringify(reproduce(record, award)), JSON.stringify(award));
    });
  }

  test('keeps to a stored value that the pack has corrected since', () => {
    const award = awardOfMongolia(worker, '2024-06-01');
    const parameters = award.parameters.map((used) =>
      used.key === 'mn.rate' ? { ...used, value: '60' } : used,
    );
    assert.ok(award.parameters.some(({ key }) => key === 'mn.rate'));
    const again = reproduce(worker, { ...award, parameters });
    assert.ok(Number(again.total?.amount) > Number(award.total?.amount));
    assert.equal(again.parameters.find(({ key }) => key === 'mn.rate')?.value, '60');
  });
});
