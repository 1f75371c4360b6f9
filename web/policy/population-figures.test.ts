import { indicatorsOf, populationOn, project } from '@urtuu/policy';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agesIn, figuresOf, prepare, type Asked } from './population-figures.ts';

const MEDIUM: Asked = { country: 'mn', variant: 'medium', fertility: 0, expectancy: 0, migration: 0 };

async function figures(change: Partial<Asked> = {}) {
  return figuresOf('mn', await prepare({ ...MEDIUM, ...change }));
}

async function in2100(change: Partial<Asked>) {
  return (await figures(change)).indicators[150];
}

describe('the figures of the population page', () => {
  test('are the estimates of each year and then the projection of the command line', async () => {
    const { table } = await prepare(MEDIUM);
    const found = await figures();
    assert.deepEqual(
      [found.from, found.lastEstimate, found.to, found.indicators.length],
      [1950, 2023, 2100, 151],
    );
    assert.deepEqual(found.indicators[10], indicatorsOf(populationOn(table, 1960)));
    const { years } = project(table, { to: 2100 });
    assert.deepEqual(found.indicators[150], indicatorsOf(years[77] ?? assert.fail()));
    const women = years[77]?.F[30] ?? 0;
    assert.ok(Math.abs((agesIn(found, 'F', 2100)[30] ?? 0) / women - 1) < 1e-6);
  });

  test('move with the assumptions, each in its own direction', async () => {
    const medium = await in2100({});
    const more = await in2100({ fertility: 0.5 });
    const longer = await in2100({ expectancy: 3 });
    const fewer = await in2100({ migration: -2 });
    assert.ok(medium !== undefined && more !== undefined && longer !== undefined && fewer !== undefined);
    assert.ok(more.total > medium.total && more.medianAge < medium.medianAge);
    assert.ok(longer.old > medium.old);
    assert.ok(fewer.total < medium.total);
  });

  test('leave the estimates as they are, whatever is assumed', async () => {
    const [medium, moved] = [await figures(), await figures({ fertility: 1, variant: 'zero-migration' })];
    assert.deepEqual(moved.indicators.slice(0, 74), medium.indicators.slice(0, 74));
  });
});
