/** What a projection supposes, year by year, and the rates by age that follow from it. */
import { ageColumn, at, bySex, SEXES, sum, type AgeColumn, type BySex, type Sex } from './columns.ts';
import { atExpectancy, forcesOf, lifeTable, type Forces } from './life-table.ts';
import type { Population, YearRates } from './project-year.ts';
import { fertilityByAge, fertilityByGroup, GROUP, singleAges } from './single-ages.ts';
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

/** Turns levels into rates by age. Keeps what it has computed of a table, which many paths share. */
export class AgePatterns {
  readonly #table: WppTable;
  readonly #forces = new Map<string, Forces>();

  constructor(table: WppTable) {
    this.#table = table;
  }

  /** Whether the levels are of calendar years, and not of five-year periods. */
  get #isYearly(): boolean {
    return this.#table.totalFertility.step === 1;
  }

  /** Rates of the year that begins on 1 July. */
  rates(year: number, levels: Levels): YearRates {
    return {
      fertility: this.#fertility(year, levels.totalFertility),
      sexRatio: levels.sexRatio,
      lifeTables: bySex((sex) =>
        atExpectancy(lifeTable(this.#forcesIn(year, sex), sex), levels.lifeExpectancy[sex], sex),
      ),
      migration: this.#migration(year, levels.netMigration),
    };
  }

  #fertility(year: number, total: number): AgeColumn {
    const { first, values } = this.#table.fertilityPattern;
    const { before, after, weight } = this.#between(year, first, values.length);
    const [earlier = [], later = []] = [values[before], values[after]];
    const pattern = earlier.map((share, i) => share * (1 - weight) + at(later, i) * weight);
    return this.#isYearly ? fertilityByAge(total, pattern) : fertilityByGroup(total, pattern);
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

  // The published migrants by age, and what the total differs from them by a standard schedule.
  #migration(year: number, total: number): Population {
    const planned = this.#migrationByAge(year);
    const rest = (total - sum(planned.M) - sum(planned.F)) / SEXES.length;
    return bySex((sex) => ageColumn((age) => at(planned[sex], age) + rest * at(STANDARD_MIGRATION, age)));
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

interface Between {
  readonly before: number;
  readonly after: number;
  readonly weight: number;
}
