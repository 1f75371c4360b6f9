import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ageColumn } from './columns.ts';
import { indicatorsOf } from './indicators.ts';

describe('indicators of a population', () => {
  test('count young, working and old, and what they are to each other', () => {
    const people = { M: ageColumn((age) => (age < 15 ? 2 : 1)), F: ageColumn((age) => (age < 15 ? 2 : 1)) };
    const found = indicatorsOf(people);
    assert.equal(found.total, 60 + 100 + 72);
    assert.deepEqual([found.young, found.working, found.old], [60, 100, 72]);
    assert.deepEqual([found.dependency, found.oldAgeDependency], [132, 72]);
    assert.equal(found.men, found.women);
  });

  test('know the age that half have not reached, within a year of age as well', () => {
    assert.equal(indicatorsOf({ M: only([10]), F: only([20]) }).medianAge, 11);
    assert.equal(indicatorsOf({ M: only([10, 30]), F: only([20]) }).medianAge, 20.5);
    assert.equal(indicatorsOf({ M: only([100]), F: only([]) }).medianAge, 100);
  });
});

function only(ages: readonly number[]) {
  return ageColumn((age) => (ages.includes(age) ? 100 : 0));
}
