import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { at, sum } from './columns.ts';
import { fertilityByGroup, grouped, singleAges } from './single-ages.ts';

const groups = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 21, maxLength: 21 });

describe('single ages', () => {
  test('keep every group and give no age a negative share', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 50 }), (persons, wave) => {
        const ages = singleAges(persons, (age) => 1 + (age % wave));
        assert.ok(ages.every((value) => value >= -1e-6));
        for (const [i, total] of grouped(ages).entries())
          assert.ok(Math.abs(total - at(persons, i)) < 1e-6 * (1 + sum(persons)));
      }),
    );
  });

  test('keep a large cohort visible inside its group', () => {
    const ages = singleAges(
      Array.from({ length: 21 }, () => 500),
      (age) => (age === 22 ? 3 : 1),
    );
    assert.ok(at(ages, 22) > 2 * at(ages, 21) && at(ages, 22) > 2 * at(ages, 23));
  });

  test('are equal where groups and cohorts are', () => {
    const ages = singleAges(Array.from({ length: 21 }, () => 500));
    for (let age = 0; age < 100; age += 1) assert.ok(Math.abs(at(ages, age) - 100) < 1e-9);
  });
});

describe('births per woman by age', () => {
  test('add up to the total fertility and to its groups', () => {
    const pattern = [6, 25, 30, 22, 12, 4, 1];
    const ages = fertilityByGroup(2.4, pattern);
    assert.ok(Math.abs(sum(ages) - 2.4) < 1e-12);
    for (const [i, share] of pattern.entries())
      assert.ok(Math.abs(sum(ages.slice(15 + 5 * i, 20 + 5 * i)) - (2.4 * share) / 100) < 1e-12);
    assert.equal(sum(ages.slice(0, 15)) + sum(ages.slice(50)), 0);
  });
});
