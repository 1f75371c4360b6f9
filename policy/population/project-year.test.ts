import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ageColumn, at, bySex, OPEN_AGE, SEXES, sum, type AgeColumn } from './columns.ts';
import { atExpectancy, forcesOf, lifeTable } from './life-table.ts';
import { BrokenBalance, projectYear, type YearRates } from './project-year.ts';

/** Deaths per person-year that rise with age, roughly those of a country with an expectancy of 70 years. */
const DEATH_RATES = Array.from({ length: 22 }, (_, i) => (i === 0 ? 0.02 : 0.0004 * Math.exp(i * 0.36)));
const LIFE_TABLES = bySex((sex) => lifeTable(forcesOf(DEATH_RATES, sex), sex));
const NOBODY = bySex(() => ageColumn());

function rates(change: Partial<YearRates> = {}): YearRates {
  return { fertility: ageColumn(), sexRatio: 1.05, lifeTables: LIFE_TABLES, migration: NOBODY, ...change };
}

const column = (most: number) =>
  fc
    .array(fc.double({ min: 0, max: most, noNaN: true }), { minLength: 101, maxLength: 101 })
    .map((values): AgeColumn => Float64Array.from(values));

describe('a year of projection', () => {
  test('loses and invents nobody, whatever the people, the births and the migrants', () => {
    fc.assert(
      fc.property(
        column(1e6),
        column(1e6),
        column(0.3),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (men, women, fertility, share) => {
          const migration = { M: men.map((n) => n * share), F: women.map((n) => n * share) };
          const { closing, flows } = projectYear({ M: men, F: women }, rates({ fertility, migration }));
          for (const sex of SEXES) {
            const opening = sum(sex === 'M' ? men : women);
            const expected = opening + flows.births[sex] - flows.deaths[sex] + flows.migration[sex];
            assert.ok(Math.abs(sum(closing[sex]) - expected) <= 1e-9 * Math.max(1, opening));
            assert.ok(closing[sex].every((persons) => persons >= 0));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('divides births by the sex ratio at birth', () => {
    const women = ageColumn((age) => (age >= 15 && age < 50 ? 1000 : 0));
    const fertility = ageColumn((age) => (age >= 20 && age < 30 ? 0.2 : 0));
    const { flows } = projectYear({ M: ageColumn(), F: women }, rates({ fertility, sexRatio: 1.07 }));
    assert.ok(Math.abs(flows.births.M / flows.births.F - 1.07) < 1e-12);
    assert.ok(flows.births.M + flows.births.F > 1900 && flows.births.M + flows.births.F < 2000);
  });

  test('leaves a stationary population as it is', () => {
    const { living } = LIFE_TABLES.F;
    const people = { M: LIFE_TABLES.M.living, F: living };
    // One birth of each sex a year, spread over women of a single age, keeps the life table's own population.
    const births = 2 / ((at(living, 30) + at(living, 30)) / 2);
    const fertility = ageColumn((age) => (age === 30 ? births : 0));
    const { closing } = projectYear(people, rates({ fertility, sexRatio: 1 }));
    for (const sex of SEXES)
      for (let age = 0; age <= OPEN_AGE; age += 1)
        assert.ok(Math.abs(at(closing[sex], age) - at(people[sex], age)) < 1e-9, `${sex} ${age}`);
  });

  test('takes emigrants whom a group does not have from the nearest younger one, and says how many', () => {
    const people = { M: ageColumn((age) => (age === 40 ? 100 : age === 39 ? 500 : 0)), F: ageColumn() };
    const migration = { M: ageColumn((age) => (age === 40 ? -300 : 0)), F: ageColumn() };
    const { closing, flows } = projectYear(people, rates({ migration }));
    assert.ok(flows.moved > 0);
    assert.ok(Math.abs(sum(closing.M) - (600 - flows.deaths.M - 300)) < 1e-6);
  });

  test('stops when more people leave than there are', () => {
    const people = bySex(() => ageColumn(() => 1));
    const migration = { M: ageColumn(() => -3), F: ageColumn() };
    assert.throws(() => projectYear(people, rates({ migration })), BrokenBalance);
  });

  test('stops when people appear or vanish', () => {
    const people = bySex(() => ageColumn(() => 1));
    const broken = { ...LIFE_TABLES.M, living: LIFE_TABLES.M.living.map(() => Number.NaN) };
    assert.throws(
      () => projectYear(people, rates({ lifeTables: { M: broken, F: LIFE_TABLES.F } })),
      BrokenBalance,
    );
  });

  test('gives those of 99 and the open group the survival of the open group', () => {
    const table = atExpectancy(LIFE_TABLES.F, 80, 'F');
    const people = { M: ageColumn(), F: ageColumn((age) => (age >= 99 ? 1000 : 0)) };
    const { closing } = projectYear(people, rates({ lifeTables: { M: table, F: table } }));
    const above = at(table.living, 100);
    assert.ok(Math.abs(at(closing.F, 100) - (2000 * above) / (at(table.living, 99) + above)) < 1e-9);
  });
});
