import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assessment, AssessOptions } from '../../assessment.ts';
import { awardOfMongolia, person, record } from '../../testing.ts';

function gift(birthDate: string, on = '2025-02-01', more: Partial<AssessOptions> = {}): Assessment {
  const wire = record({ person: person({ residence: 'MN', birthDate }) });
  return awardOfMongolia(wire, on, { benefit: 'seniorGift', ...more });
}

describe('Gift to seniors of Mongolia', () => {
  const bands = [
    ['1960-02-02', undefined], // 64
    ['1960-02-01', '50000'], // 65
    ['1955-02-02', '50000'],
    ['1955-02-01', '80000'], // 70
    ['1945-02-02', '80000'],
    ['1945-02-01', '150000'], // 80
    ['1935-02-02', '150000'],
    ['1935-02-01', '250000'], // 90
    ['1930-01-01', '250000'],
  ] as const;
  for (const [born, amount] of bands) {
    test(`of who was born on ${born} is ${amount ?? 'none'}`, () => {
      const found = gift(born);
      assert.equal(found.total?.amount, amount);
      assert.equal(found.total?.per, amount === undefined ? undefined : 'payment');
    });
  }

  test('is for a payment, or for a year if so assumed', () => {
    const assume = { 'mn.seniorGift': 'perYear' };
    assert.equal(gift('1950-01-01', '2025-02-01', { assume }).components[0]?.per, 'year');
    assert.equal(gift('1950-01-01').components[0]?.per, 'payment');
  });

  test('is not known before 2022, nor where the year of birth spans two bands', () => {
    assert.equal(gift('1950-01-01', '2021-12-31').outcome, 'undetermined');
    const wire = record({
      person: person({ residence: 'MN', birthDate: '1955-01-01', birthDatePrecision: 'year' }),
    });
    assert.deepEqual(
      awardOfMongolia(wire, '2025-02-01', { benefit: 'seniorGift' }).missing.map(({ fact }) => fact),
      ['person.birthDate'],
    );
  });
});
