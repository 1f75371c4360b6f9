/** From five-year age groups to single years of age. */
import { AGES, ageColumn, at, OPEN_AGE, sum, type AgeColumn } from './columns.ts';
import { monotoneSpline } from './monotone-spline.ts';

/** Width of a published age group, years. */
export const GROUP = 5;

/**
 * Persons by single age from the groups 0–4, 5–9, … 100+, each group kept exactly. The cumulative population is a
 * monotone cubic (PCHIP) of the cumulative size at birth of the cohorts, so that a large cohort stays visible inside its
 * group; where sizes at birth are not known (`cohorts` left out) it is one of age.
 */
export function singleAges(groups: readonly number[], cohorts: (age: number) => number = () => 1): AgeColumn {
  const sizes = [0];
  for (let age = 0; age < OPEN_AGE; age += 1) sizes.push(at(sizes, age) + cohorts(age));
  const knots = [0];
  const totals = [0];
  for (let group = 0; group < OPEN_AGE / GROUP; group += 1) {
    knots.push(at(sizes, (group + 1) * GROUP));
    totals.push(at(totals, group) + at(groups, group));
  }
  const cumulative = monotoneSpline(knots, totals);
  return ageColumn((age) =>
    age === OPEN_AGE
      ? at(groups, OPEN_AGE / GROUP)
      : cumulative(at(sizes, age + 1)) - cumulative(at(sizes, age)),
  );
}

/** Sums of the groups 0–4, 5–9, … 100+. */
export function grouped(ages: AgeColumn): number[] {
  const groups = Array.from({ length: OPEN_AGE / GROUP + 1 }, () => 0);
  for (let age = 0; age < AGES; age += 1) {
    const group = Math.floor(age / GROUP);
    groups[group] = at(groups, group) + at(ages, age);
  }
  return groups;
}

const FIRST_MOTHER = 15;

/**
 * Births per woman by single age from the total fertility and its percent at 15–19, … 45–49: every age of a group has the
 * rate of the group, which is its births by its women. So the births of each group come out as published.
 */
export function fertilityByGroup(total: number, pattern: readonly number[]): AgeColumn {
  const shares = sum(pattern);
  return ageColumn((age) => {
    const share = pattern[Math.floor((age - FIRST_MOTHER) / GROUP)] ?? 0;
    return (total * share) / shares / GROUP;
  });
}
