/** Figures of a population that people ask for first. */
import { AGES, at, OPEN_AGE, sum } from './columns.ts';
import { totalOf } from './project.ts';
import type { Population } from './project-year.ts';

export interface Indicators {
  readonly total: number;
  readonly men: number;
  readonly women: number;
  /** Persons aged 0–14, 15–64, 65 and more. */
  readonly young: number;
  readonly working: number;
  readonly old: number;
  /** Young and old per 100 of working age. */
  readonly dependency: number;
  /** Old per 100 of working age. */
  readonly oldAgeDependency: number;
  /** Years: half of the people are younger. */
  readonly medianAge: number;
}

const WORKING_FROM = 15;
const OLD_FROM = 65;

export function indicatorsOf(people: Population): Indicators {
  const between = (from: number, to: number): number =>
    sum(people.M.subarray(from, to)) + sum(people.F.subarray(from, to));
  const young = between(0, WORKING_FROM);
  const working = between(WORKING_FROM, OLD_FROM);
  const old = between(OLD_FROM, AGES);
  return {
    total: totalOf(people),
    men: sum(people.M),
    women: sum(people.F),
    young,
    working,
    old,
    dependency: ((young + old) / working) * 100,
    oldAgeDependency: (old / working) * 100,
    medianAge: medianAge(people),
  };
}

/** The age that half of the people have not reached; they are spread evenly over each year of age. */
function medianAge(people: Population): number {
  let missing = totalOf(people) / 2;
  for (let age = 0; age < OPEN_AGE; age += 1) {
    const here = at(people.M, age) + at(people.F, age);
    if (here >= missing) return age + (here === 0 ? 0 : missing / here);
    missing -= here;
  }
  return OPEN_AGE;
}
