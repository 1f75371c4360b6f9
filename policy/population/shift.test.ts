import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '@urtuu/kernel';
import { medianLevels } from './assumptions.ts';
import { shifted } from './shift.ts';
import { loadTable } from './tables.ts';
import { variantLevels } from './variants.ts';

const RAMP = { from: 2025, full: 2050 };

describe('a shift of a scenario', () => {
  test('grows in a straight line and is kept', async () => {
    const table = await loadTable('mn');
    const around = (year: number) => medianLevels(table, year);
    const levels = shifted(around, { totalFertility: 0.5, lifeExpectancy: 2, netMigration: 1000 }, RAMP);
    assert.deepEqual(levels(2023), around(2023));
    // The middle of the year from 1 July 2037 lies half way.
    assert.ok(Math.abs(levels(2037).totalFertility - around(2037).totalFertility - 0.25) < 1e-12);
    assert.ok(Math.abs(levels(2080).lifeExpectancy.F - around(2080).lifeExpectancy.F - 2) < 1e-12);
    assert.ok(Math.abs(levels(2080).netMigration - around(2080).netMigration - 1000) < 1e-9);
  });

  test('leaves a closed population closed, and fertility not below zero', async () => {
    const closed = expectOk(variantLevels(await loadTable('mn'), 'zero-migration'), 'zero-migration');
    const levels = shifted(closed, { totalFertility: -9, lifeExpectancy: 0, netMigration: 500 }, RAMP)(2090);
    assert.equal(levels.netMigration, 0);
    assert.equal(levels.totalFertility, 0);
  });
});
