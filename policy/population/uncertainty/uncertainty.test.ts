import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { medianLevels } from '../assumptions.ts';
import { at } from '../columns.ts';
import { populationOn, project, totalOf } from '../project.ts';
import { loadTable } from '../tables.ts';
import { variantLevels } from '../variants.ts';
import { bandsOf, quantile, QUANTILES } from './bands.ts';
import { normalQuantile } from './normal.ts';
import { hasBounds, PathSimulation, YEARLY_CORRELATION } from './paths.ts';
import { philox } from './philox.ts';

describe('random numbers by position', () => {
  test('are those that the authors of Philox publish', () => {
    const answers: readonly (readonly [number, number, number, number, number, number, string])[] = [
      [0, 0, 0, 0, 0, 0, '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
      [-1, -1, -1, -1, -1, -1, '408f276d 41c83b0e a20bc7c6 6d5451fd'],
      [
        0x243f6a88,
        0x85a308d3,
        0x13198a2e,
        0x03707344,
        0xa4093822,
        0x299f31d0,
        'd16cfe09 94fdcceb 5001e420 24126ea1',
      ],
    ];
    for (const [a, b, c, d, one, two, wanted] of answers) {
      const found = philox([a, b, c, d], [one, two]);
      assert.equal(found.map((bits) => bits.toString(16).padStart(8, '0')).join(' '), wanted);
    }
  });

  test('become normal deviates as SciPy computes them', () => {
    // scipy.stats.norm.ppf
    const wanted: readonly (readonly [number, number])[] = [
      [1e-300, -37.0470962993612],
      [1e-20, -9.262340089798409],
      [1e-5, -4.264890793922825],
      [0.025, -1.9599639845400545],
      [0.3, -0.5244005127080409],
      [0.5, 0],
      [0.9, 1.2815515655446004],
      [1 - 1e-9, 5.997807019601637],
    ];
    for (const [p, deviate] of wanted) assert.ok(Math.abs(normalQuantile(p) - deviate) < 1e-13, String(p));
  });
});

describe('paths of a population', () => {
  test('are the same in any division over threads', async () => {
    const table = await loadTable('mn');
    const options = {
      to: 2035,
      around: (year: number) => medianLevels(table, year),
      seed: 7,
      correlation: YEARLY_CORRELATION,
    };
    const whole = bandsOf([new PathSimulation(table, options).figures(0, 24)]);
    for (const parts of [2, 4]) {
      const count = 24 / parts;
      const divided = Array.from({ length: parts }, (_, i) =>
        new PathSimulation(table, options).figures(i * count, count),
      );
      assert.deepEqual(bandsOf(divided.toReversed()), whole);
    }
  });

  test('have fertility and life expectancy inside the published bounds as often as these say', async () => {
    const table = await loadTable('kz');
    const around = (year: number) => medianLevels(table, year);
    const year = 2060;
    const mean = (values: readonly number[] = []): number =>
      (at(values, year - 2024) + at(values, year + 1 - 2024)) / 2;
    const inside = { fertility95: 0, fertility80: 0, men95: 0 };
    const paths = 1500;
    const simulation = new PathSimulation(table, { to: 2100, around, seed: 1, correlation: 0.95 });
    const people = populationOn(table, 2023);
    for (let path = 0; path < paths; path += 1) {
      const levels = simulation.levels(path)(year, people);
      const { bounds } = table.totalFertility;
      const born = levels.totalFertility;
      if (born > mean(bounds?.low95) && born < mean(bounds?.high95)) inside.fertility95 += 1;
      if (born > mean(bounds?.low80) && born < mean(bounds?.high80)) inside.fertility80 += 1;
      const men = table.lifeExpectancy.M.bounds;
      if (levels.lifeExpectancy.M > mean(men?.low95) && levels.lifeExpectancy.M < mean(men?.high95))
        inside.men95 += 1;
    }
    // Two neighbouring years are averaged, which narrows them by less than 2 %.
    assert.ok(Math.abs(inside.fertility95 / paths - 0.95) < 0.02, JSON.stringify(inside));
    assert.ok(Math.abs(inside.fertility80 / paths - 0.8) < 0.04, JSON.stringify(inside));
    assert.ok(Math.abs(inside.men95 / paths - 0.95) < 0.02, JSON.stringify(inside));
  });

  test('wander by themselves: another seed, another path; the same path in every run', async () => {
    const table = await loadTable('mn');
    const around = (year: number) => medianLevels(table, year);
    const people = populationOn(table, 2023);
    const of = (seed: number, path: number) =>
      new PathSimulation(table, { to: 2100, around, seed, correlation: 0.95 }).levels(path)(2050, people)
        .totalFertility;
    assert.equal(of(1, 3), of(1, 3));
    assert.notEqual(of(1, 3), of(2, 3));
    assert.notEqual(of(1, 3), of(1, 4));
  });

  test('make bands that widen, in order, around the median path', async () => {
    const table = await loadTable('mn');
    const around = (year: number) => medianLevels(table, year);
    const options = { to: 2060, around, seed: 1, correlation: YEARLY_CORRELATION };
    const bands = bandsOf([new PathSimulation(table, options).figures(0, 150)]);
    const { years } = project(table, { to: 2060 });
    assert.deepEqual(
      bands[0]?.bands.total,
      QUANTILES.map(() => totalOf(years[0] ?? { M: [], F: [] })),
    );
    let before = 0;
    for (const [i, { year, bands: of }] of bands.entries()) {
      for (const quantiles of Object.values(of))
        for (let k = 1; k < quantiles.length; k += 1) assert.ok(at(quantiles, k) >= at(quantiles, k - 1));
      if (year % 10 !== 0) continue;
      const width = at(of.total, 4) - at(of.total, 0);
      assert.ok(width > before, `${year}`);
      before = width;
      const median = totalOf(years[i] ?? { M: [], F: [] });
      assert.ok(Math.abs(at(of.total, 2) / median - 1) < 0.02, `${year}`);
    }
  });

  test('move around a scenario as well, and nobody migrates where it is closed', async () => {
    const table = await loadTable('kz');
    const closed = variantLevels(table, 'zero-migration');
    assert.ok(closed.ok);
    const options = { to: 2100, around: closed.value, seed: 1, correlation: 0.95 };
    const levels = new PathSimulation(table, options).levels(5)(2050, populationOn(table, 2023));
    assert.equal(levels.netMigration, 0);
    assert.notEqual(levels.totalFertility, closed.value(2050).totalFertility);
  });

  test('need bounds, which the edition of 2019 does not publish', async () => {
    assert.equal(hasBounds(await loadTable('mn')), true);
    assert.equal(hasBounds(await loadTable('mn', 2019)), false);
  });
});

test('a quantile lies between its neighbours in a straight line', () => {
  // R: quantile(c(1, 2, 4, 8), c(0, 0.1, 0.5, 0.9, 1))
  const found = [0, 0.1, 0.5, 0.9, 1].map((share) => quantile([1, 2, 4, 8], share));
  for (const [i, wanted] of [1, 1.3, 3, 6.8, 8].entries()) assert.ok(Math.abs(at(found, i) - wanted) < 1e-12);
});
