import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '@urtuu/kernel';
import { AgePatterns, medianLevels } from './assumptions.ts';
import { at, sum } from './columns.ts';
import { project, totalOf } from './project.ts';
import { loadTable } from './tables.ts';
import { replacementFertility, variantLevels, type Variant } from './variants.ts';

async function in2100(country: 'mn' | 'kz', variant: Variant) {
  const table = await loadTable(country);
  const levels = expectOk(variantLevels(table, variant), variant);
  const { years, flows } = project(table, { to: 2100, levels });
  return { total: totalOf(years.at(-1) ?? { M: [], F: [] }), flows, levels };
}

describe('the variants of the United Nations', () => {
  test('low and high fertility lie half a child apart from the medium, and the populations in order', async () => {
    const table = await loadTable('kz');
    const [low, medium, high] = await Promise.all(
      (['low', 'medium', 'high'] as const).map((variant) => in2100('kz', variant)),
    );
    assert.ok(low !== undefined && medium !== undefined && high !== undefined);
    const fertility = medianLevels(table, 2080).totalFertility;
    assert.ok(Math.abs(low.levels(2080).totalFertility - (fertility - 0.5)) < 1e-6);
    assert.ok(Math.abs(high.levels(2080).totalFertility - (fertility + 0.5)) < 1e-6);
    assert.ok(low.total < medium.total && medium.total < high.total);
  });

  test('constant ones keep what the last twelve months of the estimates had', async () => {
    const table = await loadTable('mn');
    const now = medianLevels(table, 2022);
    const levels = expectOk(variantLevels(table, 'no-change'), 'no-change')(2090);
    assert.equal(levels.totalFertility, now.totalFertility);
    assert.deepEqual(levels.lifeExpectancy, now.lifeExpectancy);
    assert.equal(levels.netMigration, medianLevels(table, 2090).netMigration);
  });

  test('without migration nobody comes or goes at any age', async () => {
    const table = await loadTable('kz');
    const levels = expectOk(variantLevels(table, 'zero-migration'), 'zero-migration')(2040);
    const { migration } = new AgePatterns(table).rates(2040, levels);
    assert.ok([...migration.M, ...migration.F].every((net) => net === 0));
  });

  test('replacement is the fertility with which a generation of girls replaces itself', async () => {
    const table = await loadTable('mn');
    const patterns = new AgePatterns(table);
    const levels = medianLevels(table, 2040);
    const totalFertility = replacementFertility(patterns, 2040, levels);
    const { fertility, lifeTables, sexRatio } = patterns.rates(2040, { ...levels, totalFertility });
    const girls = sum(
      fertility.map((births, age) => (births * at(lifeTables.F.living, age)) / (1 + sexRatio)),
    );
    assert.ok(Math.abs(girls - 1) < 1e-12);
    assert.ok(totalFertility > 2.05 && totalFertility < 2.2);
  });

  test('by momentum alone a population ends up growing no more', async () => {
    const { flows } = await in2100('kz', 'momentum');
    const last = flows.at(-1);
    assert.ok(last !== undefined);
    const births = last.births.M + last.births.F;
    const deaths = last.deaths.M + last.deaths.F;
    assert.ok(Math.abs(births / deaths - 1) < 0.05, `${births} births, ${deaths} deaths`);
  });
});
