/** One year of cohort-component projection, from 1 July to 1 July, by sex and single year of age. */
import { AGES, at, bySex, OPEN_AGE, sum, SEXES, type AgeColumn, type BySex } from './columns.ts';
import type { LifeTable } from './life-table.ts';

/** Persons by sex and age. */
export type Population = BySex<AgeColumn>;

export interface YearRates {
  /** Births in the year per woman of each age. */
  readonly fertility: AgeColumn;
  /** Boys born per girl. */
  readonly sexRatio: number;
  readonly lifeTables: BySex<LifeTable>;
  /** Net migrants of the year, persons by sex and age. */
  readonly migration: Population;
}

export interface YearFlows {
  readonly births: BySex<number>;
  readonly deaths: BySex<number>;
  readonly migration: BySex<number>;
  /** Emigrants taken from other ages of their sex, because the group they were planned for is empty. */
  readonly moved: number;
}

/** Thrown when people appear or vanish in a projection: nothing computed from it may be shown. */
export class BrokenBalance extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BrokenBalance';
  }
}

/**
 * Half of the migrants come or go first; the people of each age survive to the next by L(x + 1) / L(x); births fall on
 * the women at the start and at the end in equal parts; then the other half of the migrants. Method: UN, Manual III,
 * “Methods for population projections by sex and age” (1956); S. Preston, P. Heuveline, M. Guillot, Demography (2001), ch. 6.
 * Throws BrokenBalance unless opening + births − deaths + migration = closing for each sex.
 */
export function projectYear(
  opening: Population,
  rates: YearRates,
): { readonly closing: Population; readonly flows: YearFlows } {
  const first = halfOfMigration(opening, rates);
  const survived = bySex((sex) => survivorsOf(first.people[sex], rates.lifeTables[sex]));
  const beforeBirths = bySex((sex) => survived[sex].people);
  const born = birthsBySex(opening.F, beforeBirths.F, rates);
  const newborn = bySex((sex) => born[sex] * at(rates.lifeTables[sex].living, 0));
  for (const sex of SEXES) beforeBirths[sex][0] = newborn[sex];
  const second = halfOfMigration(beforeBirths, rates);
  const flows: YearFlows = {
    births: born,
    deaths: bySex((sex) => survived[sex].deaths + born[sex] - newborn[sex]),
    migration: bySex((sex) => sum(rates.migration[sex])),
    moved: first.moved + second.moved,
  };
  checkBalance(opening, flows, second.people);
  return { closing: second.people, flows };
}

function survivorsOf(
  people: AgeColumn,
  { living }: LifeTable,
): { readonly people: AgeColumn; readonly deaths: number } {
  const open = at(living, OPEN_AGE);
  const survived = new Float64Array(AGES);
  let deaths = 0;
  for (let age = 0; age < AGES; age += 1) {
    const group = at(people, age);
    const oldest = age >= OPEN_AGE - 1;
    const share = oldest ? open / (at(living, OPEN_AGE - 1) + open) : at(living, age + 1) / at(living, age);
    const next = Math.min(age + 1, OPEN_AGE);
    survived[next] = at(survived, next) + group * share;
    deaths += group * (1 - share);
  }
  return { people: survived, deaths };
}

/** Births on the mean of the women at the start of the year and at its end, when the second half of migration is done. */
function birthsBySex(
  start: AgeColumn,
  survived: AgeColumn,
  { fertility, sexRatio, migration }: YearRates,
): BySex<number> {
  let births = 0;
  for (let age = 1; age < AGES; age += 1) {
    const end = Math.max(0, at(survived, age) + at(migration.F, age) / 2);
    births += (at(fertility, age) * (at(start, age) + end)) / 2;
  }
  return { M: (births * sexRatio) / (1 + sexRatio), F: births / (1 + sexRatio) };
}

/** No group goes below zero: emigrants whom it does not have leave from the nearest younger, else older one. */
function halfOfMigration(
  people: Population,
  { migration }: YearRates,
): { readonly people: Population; readonly moved: number } {
  let moved = 0;
  const after = bySex((sex) => {
    const left = new Float64Array(AGES);
    let missing = 0;
    for (let age = 0; age < AGES; age += 1) {
      const group = at(people[sex], age) + at(migration[sex], age) / 2;
      left[age] = group;
      missing += Math.max(0, -group);
    }
    moved += missing;
    if (missing > 0 && takeFromOthers(left) > TOLERANCE * sum(people[sex]))
      throw new BrokenBalance(`more people emigrate than there are: ${Math.ceil(missing)} too many (${sex})`);
    return left;
  });
  return { people: after, moved };
}

/** Fills groups below zero from the others, first from younger, then from older ones; what all of them cannot give. */
function takeFromOthers(groups: AgeColumn): number {
  let owed = 0;
  for (const age of [...YOUNGER, ...OLDER]) {
    const rest = at(groups, age) - owed;
    groups[age] = Math.max(0, rest);
    owed = Math.max(0, -rest);
  }
  return owed;
}

const OLDER = Array.from({ length: AGES }, (_, age) => age);
const YOUNGER = OLDER.toReversed();

const TOLERANCE = 1e-9;

function checkBalance(opening: Population, flows: YearFlows, closing: Population): void {
  for (const sex of SEXES) {
    const before = sum(opening[sex]);
    const expected = before + flows.births[sex] - flows.deaths[sex] + flows.migration[sex];
    const found = sum(closing[sex]);
    if (!(Math.abs(found - expected) <= TOLERANCE * Math.max(1, before)))
      throw new BrokenBalance(
        `population does not balance (${sex}): opening ${before} + births ${flows.births[sex]} − deaths ${flows.deaths[sex]} + migration ${flows.migration[sex]} = ${expected}, closing ${found}`,
      );
  }
}
