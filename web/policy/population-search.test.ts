import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { populationSearch } from './population-search.ts';

describe('the address of the population page', () => {
  test('keeps a scenario', () => {
    const scenario = { countries: 'mn,kz', variant: 'low', fertility: -0.3, expectancy: 2.5, migration: 1 };
    assert.deepEqual(populationSearch(scenario), scenario);
  });

  test('drops what cannot be meant, and what changes nothing', () => {
    assert.deepEqual(
      populationSearch({
        countries: 5,
        variant: '',
        fertility: 'much',
        expectancy: 40,
        migration: 0,
        other: 1,
      }),
      {},
    );
  });
});
