import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, bySex, SEXES, sum } from './columns.ts';
import { medianLevels } from './assumptions.ts';
import { COUNTRIES, type Country } from './countries.ts';
import { lastYear, populationOn, project, totalOf } from './project.ts';
import { grouped } from './single-ages.ts';
import { loadTable } from './tables.ts';

const NAMES = Object.keys(COUNTRIES) as Country[];

describe('a projection on the figures of WPP 2019', () => {
  for (const country of NAMES) {
    test(`is within 0.3 % of the published medium total every five years (${country})`, async () => {
      const table = await loadTable(country, 2019);
      const { years, from } = project(table, { to: 2100 });
      for (const { year, groups } of publishedBy(table)) {
        const found = totalOf(at5(years, year - from));
        const wanted = totalOf(groups);
        assert.ok(Math.abs(found / wanted - 1) < 0.003, `${year}: ${found} instead of ${wanted}`);
      }
    });

    test(`has the published shares of children, working age and old to 0.2 points (${country})`, async () => {
      const table = await loadTable(country, 2019);
      const { years, from } = project(table, { to: 2100 });
      for (const { year, groups } of publishedBy(table)) {
        const found = sharesOf(bySex((sex) => grouped(at5(years, year - from)[sex])));
        for (const [i, wanted] of sharesOf(groups).entries())
          assert.ok(Math.abs(at(found, i) - wanted) < 0.2, `${year}: ${at(found, i)} instead of ${wanted}`);
      }
    });
  }
});

describe('a projection on the figures of WPP 2024', () => {
  for (const country of NAMES) {
    test(`begins with the published population, by groups (${country})`, async () => {
      const table = await loadTable(country);
      const start = populationOn(table, 2023);
      for (const sex of SEXES) {
        const published = table.population[sex].at(-1) ?? [];
        for (const [i, persons] of grouped(start[sex]).entries())
          assert.ok(Math.abs(persons - at(published, i)) < 1e-3, `${sex} ${i * 5}`);
        assert.ok(start[sex].every((persons) => persons >= 0));
      }
    });

    test(`reaches 2100 with no negative group (${country})`, async () => {
      const table = await loadTable(country);
      const { years } = project(table, { to: lastYear(table) });
      assert.equal(years.length, 2100 - 2023 + 1);
      for (const people of years)
        for (const sex of SEXES) assert.ok(people[sex].every((persons) => persons >= 0));
    });

    test(`has the births of the estimates within 1 % a year (${country})`, async () => {
      const table = await loadTable(country);
      for (let year = 2015; year < 2023; year += 1) {
        const { flows } = project(table, { from: year, to: year + 1 });
        const { first, values } = table.births ?? { first: 0, values: [] };
        const wanted = ((at(values, year - first) + at(values, year + 1 - first)) / 2) * 1000;
        const found = totalOfFlow(flows[0]?.births);
        assert.ok(Math.abs(found / wanted - 1) < 0.01, `${year}: ${found} instead of ${wanted}`);
      }
    });
  }

  test('without births loses everybody below the years passed, without migration nobody comes', async () => {
    const table = await loadTable('kg');
    const none = (year: number) => ({ ...medianLevels(table, year), totalFertility: 0, netMigration: 0 });
    const { migrationByAge: _, ...others } = table;
    const { years, flows } = project(others, { to: 2053, levels: none });
    const last = at5(years, 30);
    for (const sex of SEXES) assert.equal(sum(last[sex].slice(0, 30)), 0);
    assert.ok(flows.every(({ births, migration }) => births.M + births.F + migration.M + migration.F === 0));
  });
});

function at5<T>(years: readonly T[], index: number): T {
  const found = years[index];
  assert.ok(found !== undefined);
  return found;
}

function publishedBy({ published }: Awaited<ReturnType<typeof loadTable>>) {
  assert.ok(published !== undefined);
  return published.M.map((men, i) => ({
    year: published.first + published.step * i,
    groups: { M: men, F: published.F[i] ?? [] },
  }));
}

/** Percent of all at 0–14, 15–64, 65 and more. */
function sharesOf(groups: { readonly M: readonly number[]; readonly F: readonly number[] }): number[] {
  const all = totalOf(groups);
  const of = (from: number, to: number): number =>
    ((sum(groups.M.slice(from, to)) + sum(groups.F.slice(from, to))) / all) * 100;
  return [of(0, 3), of(3, 13), of(13, 21)];
}

function totalOfFlow(flow: { readonly M: number; readonly F: number } | undefined): number {
  return flow === undefined ? Number.NaN : flow.M + flow.F;
}
