import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '@urtuu/kernel';
import { medianLevels } from './assumptions.ts';
import { COUNTRIES, type Country } from './countries.ts';
import { project, totalOf } from './project.ts';
import { parseScenario, scenarioLevels, type ScenarioInput } from './scenario.ts';
import { EDITIONS, loadTable } from './tables.ts';
import type { WppTable } from './wpp/wpp-table.ts';

function levelsOf(table: WppTable, scenario: ScenarioInput) {
  return expectOk(scenarioLevels(table, expectOk(parseScenario(scenario), 'form')), 'scenario');
}

function faultsOf(table: WppTable, json: unknown): string[] {
  const parsed = parseScenario(json);
  const found = parsed.ok ? scenarioLevels(table, parsed.value) : parsed;
  return found.ok ? [] : found.error.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('a scenario', () => {
  test('that says nothing is the median path', async () => {
    const table = await loadTable('mn');
    assert.deepEqual(levelsOf(table, {})(2050), medianLevels(table, 2050));
  });

  test('moves in a straight line between its years, the variant before, its last value after', async () => {
    const table = await loadTable('mn');
    const values = { 2030: 3, 2040: 2 };
    const levels = levelsOf(table, { totalFertility: { unit: 'children per woman', values } });
    assert.equal(levels(2028).totalFertility, medianLevels(table, 2028).totalFertility);
    // The year from 1 July 2034 is half in the calendar year 2034 (2.6), half in 2035 (2.5).
    assert.ok(Math.abs(levels(2034).totalFertility - 2.55) < 1e-12);
    assert.equal(levels(2090).totalFertility, 2);
    assert.deepEqual(levels(2034).lifeExpectancy, medianLevels(table, 2034).lifeExpectancy);
  });

  test('takes migrants in persons or in thousands, and means the same', async () => {
    const table = await loadTable('kz');
    const persons = { unit: 'persons per year', values: { 2030: -20_000 } } as const;
    const thousands = { unit: 'thousands per year', values: { 2030: -20 } } as const;
    const [one, other] = [persons, thousands].map((netMigration) => levelsOf(table, { netMigration })(2060));
    assert.equal(one?.netMigration, -20_000);
    assert.deepEqual(one, other);
  });

  test('reaches every life expectancy it may ask for, in every country', async () => {
    for (const country of Object.keys(COUNTRIES) as Country[]) {
      const table = await loadTable(country);
      for (const years of [30, 100]) {
        const expectancy = { unit: 'years', values: { 2030: years } } as const;
        const levels = levelsOf(table, { lifeExpectancy: { M: expectancy, F: expectancy } });
        const found = project(table, { to: 2040, levels });
        assert.ok(totalOf(found.years.at(-1) ?? { M: [], F: [] }) > 0);
      }
    }
  });

  test('is refused with the place: no unit, another unit, no year, an impossible value, a stranger', async () => {
    const table = await loadTable('mn');
    assert.deepEqual(faultsOf(table, { totalFertility: { values: { 2030: 2 } } }), [
      '/totalFertility/unit missing',
    ]);
    assert.deepEqual(faultsOf(table, { netMigration: { unit: 'percent', values: { 2030: 2 } } }), [
      '/netMigration/unit value',
    ]);
    assert.deepEqual(faultsOf(table, { totalFertility: { unit: 'children per woman', values: {} } }), [
      '/totalFertility/values value',
    ]);
    assert.deepEqual(
      faultsOf(table, { totalFertility: { unit: 'children per woman', values: { 2030: 25 } } }),
      ['/totalFertility/values/2030 value'],
    );
    assert.deepEqual(faultsOf(table, { births: 5 }), ['/births unknown-member']);
    assert.deepEqual(faultsOf(table, { variant: 'lucky' }), ['/variant value']);
  });

  test('is refused for a year outside the projection, and for saying a thing twice', async () => {
    const table = await loadTable('mn');
    const values = { 2020: 3, 2030: 2, 2101: 1 };
    const totalFertility = { unit: 'children per woman', values };
    assert.deepEqual(faultsOf(table, { totalFertility }), [
      '/totalFertility/values/2020 value',
      '/totalFertility/values/2101 value',
    ]);
    assert.deepEqual(
      faultsOf(table, {
        variant: 'low',
        totalFertility: { unit: 'children per woman', values: { 2030: 2 } },
      }),
      ['/totalFertility value'],
    );
  });

  test('of an edition without variants of fertility cannot be low or high', async () => {
    assert.deepEqual(faultsOf(await loadTable('mn', EDITIONS[1]), { variant: 'low' }), ['/variant value']);
  });
});
