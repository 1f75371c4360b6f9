/** What a projection supposes, year by year, and the rates by age that follow from it. */
import { ageColumn, at, bySex, sum, type AgeColumn, type BySex, type Sex } from './columns.ts';
import { atExpectancy, forcesOf, lifeTable, type Forces, type LifeTable } from './life-table.ts';
import type { Population, YearRates } from './project-year.ts';
import { fertilityByGroup, GROUP, singleAges } from './single-ages.ts';
import { STANDARD_MIGRATION } from './standard-migration.ts';
import type { Series, WppTable } from './wpp/wpp-table.ts';

/** Levels of one year from 1 July to 1 July. */
export interface Levels {
  /** Children per woman. */
  readonly totalFertility: number;
  /** Years. */
  readonly lifeExpectancy: BySex<number>;
  /** Net migrants, persons. */
  readonly netMigration: number;
  /** Boys born per girl. */
  readonly sexRatio: number;
  /** Nobody comes or goes at any age; else the published net migrants by age do even where they add up to 0. */
  readonly isClosed?: boolean;
}

/** The levels that the table supposes for the year which begins on 1 July of `year`. */
export function medianLevels(table: WppTable, year: number): Levels {
  return {
    totalFertility: yearFrom(table.totalFertility, year),
    lifeExpectancy: bySex((sex) => yearFrom(table.lifeExpectancy[sex], year)),
    netMigration: (yearFrom(table.netMigration, year) * 1000) / table.netMigration.step,
    sexRatio: yearFrom(table.sexRatio, year),
  };
}

/**
 * The value of the year that begins on 1 July: the mean of two calendar years, or the five-year period it lies in.
 * WPP 2024 computes its 1 July populations so (their yearly changes are the means of two calendar years').
 */
export function yearFrom({ first, step, values }: Series, year: number): number {
  if (step === 1) return (at(values, year - first) + at(values, year + 1 - first)) / 2;
  return at(values, Math.floor((year - first) / step));
}

/** Turns levels into rates by age. What depends on the year alone is computed once and shared by all paths. */
export class AgePatterns {
  readonly #table: WppTable;
  readonly #forces = new Map<string, Forces>();
  readonly #years = new Map<number, YearPattern>();

  constructor(table: WppTable) {
    this.#table = table;
  }

  /** Rates of the year that begins on 1 July. Throws RangeError for a life expectancy that no mortality has. */
  rates(year: number, levels: Levels): YearRates {
    const { fertility, lifeTables, migration, planned } = this.ofYear(year);
    return {
      fertility: scaled(fertility, levels.totalFertility),
      sexRatio: levels.sexRatio,
      lifeTables: bySex((sex) => atExpectancy(lifeTables[sex], levels.lifeExpectancy[sex], sex)),
      migration:
        levels.isClosed === true
          ? NOBODY
          : bySex((sex) => withStandard(migration[sex], (levels.netMigration - planned) / 2)),
    };
  }

  /** The shapes by age of the year that begins on 1 July. */
  ofYear(year: number): YearPattern {
    const known = this.#years.get(year);
    if (known !== undefined) return known;
    const migration = this.#migrationByAge(year);
    const pattern: YearPattern = {
      fertility: this.#fertility(year),
      lifeTables: bySex((sex) => lifeTable(this.#forcesIn(year, sex), sex)),
      migration,
      planned: sum(migration.M) + sum(migration.F),
    };
    this.#years.set(year, pattern);
    return pattern;
  }

  /** Whether the levels are of calendar years, and not of five-year periods. */
  get #isYearly(): boolean {
    return this.#table.totalFertility.step === 1;
  }

  #fertility(year: number): AgeColumn {
    const { first, values } = this.#table.fertilityPattern;
    const { before, after, weight } = this.#between(year, first, values.length);
    const [earlier = [], later = []] = [values[before], values[after]];
    const pattern = earlier.map((share, i) => share * (1 - weight) + at(later, i) * weight);
    return fertilityByGroup(1, pattern);
  }

  #forcesIn(year: number, sex: Sex): Forces {
    const { first } = this.#table.deathRates;
    const { before, after, weight } = this.#between(year, first, this.#table.deathRates[sex].length);
    const one = this.#forcesOfPeriod(before, sex);
    if (weight === 0) return one;
    const other = this.#forcesOfPeriod(after, sex);
    return ageColumn((age) => at(one, age) ** (1 - weight) * at(other, age) ** weight);
  }

  #forcesOfPeriod(period: number, sex: Sex): Forces {
    const key = `${sex}${period}`;
    const known = this.#forces.get(key);
    if (known !== undefined) return known;
    const forces = forcesOf(this.#table.deathRates[sex][period] ?? [], sex);
    this.#forces.set(key, forces);
    return forces;
  }

  // Yearly levels move on between the centres of two periods, and so do the patterns; levels of a period use its own.
  #between(year: number, first: number, periods: number): Between {
    if (!this.#isYearly) {
      const period = Math.floor((year - first) / GROUP);
      return { before: period, after: period, weight: 0 };
    }
    const place = Math.min(periods - 1, Math.max(0, (year + 0.5 - first) / GROUP - 0.5));
    const before = Math.min(periods - 2, Math.floor(place));
    return { before, after: before + 1, weight: place - before };
  }

  #migrationByAge(year: number): Population {
    const published = this.#table.migrationByAge;
    return bySex((sex) => {
      const groups = published?.[sex][Math.floor((year - published.first) / published.step)];
      if (published === undefined || groups === undefined) return ageColumn();
      const { step } = published;
      return singleAges(groups).map((thousands) => (thousands * 1000) / step);
    });
  }
}

/** Shapes by age of one year, which levels bring to their size. */
export interface YearPattern {
  /** Births per woman of each age if she has one child in all. */
  readonly fertility: AgeColumn;
  readonly lifeTables: BySex<LifeTable>;
  /** Net migrants by age as published; what a level differs from their sum goes by a standard schedule. */
  readonly migration: Population;
  /** Sum of the published net migrants. */
  readonly planned: number;
}

interface Between {
  readonly before: number;
  readonly after: number;
  readonly weight: number;
}

const NOBODY: Population = bySex(() => ageColumn());

// Loops and no callbacks: a simulation of 1,000 paths comes here 77,000 times.
function scaled(column: AgeColumn, by: number): AgeColumn {
  const found = new Float64Array(column.length);
  for (let age = 0; age < column.length; age += 1) found[age] = at(column, age) * by;
  return found;
}

/** Published migrants, and of others as many at each age as the standard schedule has. */
function withStandard(published: AgeColumn, others: number): AgeColumn {
  const found = new Float64Array(published.length);
  for (let age = 0; age < published.length; age += 1)
    found[age] = at(published, age) + others * at(STANDARD_MIGRATION, age);
  return found;
}
