import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { at, OPEN_AGE, SEXES, sum } from './columns.ts';
import { COUNTRIES, type Country } from './countries.ts';
import { atExpectancy, forcesOf, lifeExpectancy, lifeTable } from './life-table.ts';
import { loadTable } from './tables.ts';

describe('a life table', () => {
  for (const country of Object.keys(COUNTRIES) as Country[]) {
    test(`made from published rates has the published expectancy within 0.1 year, every period (${country})`, async () => {
      const table = await loadTable(country, 2019);
      for (const sex of SEXES) {
        for (const [i, wanted] of table.lifeExpectancy[sex].values.entries()) {
          const found = lifeExpectancy(lifeTable(forcesOf(table.deathRates[sex][i] ?? [], sex), sex));
          assert.ok(Math.abs(found - wanted) < 0.1, `${sex} ${1950 + 5 * i}: ${found}, published ${wanted}`);
        }
      }
    });

    test(`has survivors that never rise and ages that sum to its expectancy (${country})`, async () => {
      const table = await loadTable(country);
      for (const sex of SEXES) {
        for (const rates of table.deathRates[sex]) {
          const { survivors, living } = lifeTable(forcesOf(rates, sex), sex);
          for (let age = 0; age < OPEN_AGE; age += 1)
            assert.ok(at(survivors, age + 1) < at(survivors, age) && at(survivors, age + 1) > 0);
          assert.ok(sum(living) > 25 && sum(living) < 100);
        }
      }
    });
  }

  test('at another level has exactly the expectancy asked for', async () => {
    const table = await loadTable('mn');
    const base = lifeTable(forcesOf(table.deathRates.M.at(-1) ?? [], 'M'), 'M');
    fc.assert(
      fc.property(fc.double({ min: 35, max: 95, noNaN: true }), (wanted) => {
        assert.ok(Math.abs(lifeExpectancy(atExpectancy(base, wanted, 'M')) - wanted) < 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  test('cannot be brought to an expectancy that no level of its pattern has', async () => {
    const table = await loadTable('mn');
    const base = lifeTable(forcesOf(table.deathRates.F.at(-1) ?? [], 'F'), 'F');
    assert.throws(() => atExpectancy(base, 5000, 'F'), /no level of this pattern/);
  });
});
