/** Possible futures: fertility, mortality and migration wander within the bounds that the UN publishes for each. */
import { AgePatterns, type Levels } from '../assumptions.ts';
import { AGES, at, bySex, sum } from '../columns.ts';
import type { Population } from '../project-year.ts';
import { lastEstimate, project, totalOf, type Projection } from '../project.ts';
import type { LevelsOfYear } from '../variants.ts';
import type { Level, WppTable } from '../wpp/wpp-table.ts';
import { normalQuantile } from './normal.ts';
import { philox, uniform } from './philox.ts';

export interface PathOptions {
  readonly to: number;
  /** The levels around which the paths wander. */
  readonly around: LevelsOfYear;
  /** Any whole number; the same one gives the same paths. */
  readonly seed: number;
  /** Correlation of the deviations of two years that follow each other, 0 to 1. The bounds say nothing about it. */
  readonly correlation: number;
}

/** Default of `correlation`. */
export const YEARLY_CORRELATION = 0.95;

/** How much of the deviations of men's and women's life expectancy is the same. */
export const SHARED_MORTALITY = 0.9;

/** Series of deviations; the number is part of the key of its random numbers. */
const SERIES = { fertility: 0, mortality: 1, mortalityM: 2, mortalityF: 3, migration: 4 } as const;

/** Half the width of the 95 % interval of a standard normal deviate. */
const WIDTH_95 = 1.959963984540054;

/** Least children per woman that a path may have. */
const LEAST_FERTILITY = 0.1;

/** Whether a table has bounds to wander in. */
export function hasBounds({ totalFertility, lifeExpectancy, netMigration }: WppTable): boolean {
  return [totalFertility, lifeExpectancy.M, lifeExpectancy.F, netMigration].every(
    ({ bounds }) => bounds !== undefined,
  );
}

/**
 * The paths of a country. Each component of a path is its median plus z σ, σ from the published 95 % bound above or below,
 * z a first-order autoregressive normal series of variance 1. Fertility, mortality and migration are independent; men and
 * women share most of z. In a path with fewer people than the middle one fewer migrate, in proportion: the bounds are of
 * numbers of people, and a path would else be emptied. The same number gives the same path, whoever computes it.
 */
export class PathSimulation {
  readonly #table: WppTable;
  readonly #options: PathOptions;
  readonly #patterns: AgePatterns;
  /** People of the path around which all others wander, on 1 July of each year. */
  readonly #middle: readonly number[];

  constructor(table: WppTable, options: PathOptions, patterns: AgePatterns = new AgePatterns(table)) {
    this.#table = table;
    this.#options = options;
    this.#patterns = patterns;
    this.#middle = project(table, { to: options.to, levels: options.around, patterns }).years.map(totalOf);
  }

  /** One path, to look at. */
  project(path: number): Projection {
    return project(this.#table, {
      to: this.#options.to,
      levels: this.levels(path),
      patterns: this.#patterns,
    });
  }

  /** Levels of one path, of the year that begins on 1 July with these people. */
  levels(path: number): (year: number, people: Population) => Levels {
    const { totalFertility, lifeExpectancy, netMigration } = this.#table;
    const from = lastEstimate(this.#table);
    const years = this.#options.to - from + 1;
    const z = (series: number): Float64Array => wander(series, path, years, this.#options);
    const shared = z(SERIES.mortality);
    const mortality = bySex((sex) => mixed(shared, z(SERIES[`mortality${sex}`])));
    const fertility = z(SERIES.fertility);
    const migration = z(SERIES.migration);
    const moved = (level: Level, year: number, by: Float64Array): number =>
      (deviation(level, year, at(by, year - from)) + deviation(level, year + 1, at(by, year + 1 - from))) / 2;
    return (year, people) => {
      const levels = this.#options.around(year);
      const size = Math.min(1, totalOf(people) / at(this.#middle, year - from));
      const migrants = levels.isClosed === true ? 0 : 1000 * size * moved(netMigration, year, migration);
      return {
        ...levels,
        totalFertility: Math.max(
          LEAST_FERTILITY,
          levels.totalFertility + moved(totalFertility, year, fertility),
        ),
        lifeExpectancy: bySex(
          (sex) => levels.lifeExpectancy[sex] + moved(lifeExpectancy[sex], year, mortality[sex]),
        ),
        netMigration: levels.netMigration + migrants,
      };
    };
  }

  /** Figures of the paths `first` to `first + count − 1`. Any division of the paths over threads gives the same ones. */
  figures(first: number, count: number): PathFigures {
    const from = lastEstimate(this.#table);
    const years = this.#options.to - from + 1;
    const column = (): Float64Array => new Float64Array(years * count);
    const figures = { from, years, total: column(), young: column(), working: column(), old: column() };
    for (let i = 0; i < count; i += 1) {
      for (const [year, people] of this.project(first + i).years.entries()) {
        const place = i * years + year;
        figures.young[place] = between(people, 0, 15);
        figures.working[place] = between(people, 15, 65);
        figures.old[place] = between(people, 65, AGES);
        figures.total[place] = between(people, 0, AGES);
      }
    }
    return figures;
  }
}

function mixed(shared: Float64Array, own: Float64Array): Float64Array {
  return shared.map(
    (value, i) => Math.sqrt(SHARED_MORTALITY) * value + Math.sqrt(1 - SHARED_MORTALITY) * at(own, i),
  );
}

// Median to bound of 95 % is 1.96 σ; above and below differ. Years of the estimates have no bounds and do not move.
function deviation({ first, values, bounds }: Level, year: number, z: number): number {
  if (bounds === undefined || year < bounds.first) return 0;
  const median = at(values, year - first);
  const bound = at(z > 0 ? bounds.high95 : bounds.low95, year - bounds.first);
  return (Math.abs(bound - median) / WIDTH_95) * z;
}

function wander(
  series: number,
  path: number,
  years: number,
  { seed, correlation }: PathOptions,
): Float64Array<ArrayBuffer> {
  const fresh = Math.sqrt(1 - correlation ** 2);
  const z = new Float64Array(years);
  for (let i = 0; i < years; i += 1) {
    const draw = normalQuantile(uniform(philox([i, series, path, 0], [seed, 0])[0]));
    z[i] = i === 0 ? draw : correlation * at(z, i - 1) + fresh * draw;
  }
  return z;
}

/** Persons of each path and year, path by path: total, and those aged 0–14, 15–64, 65 and more. */
export interface PathFigures {
  readonly from: number;
  readonly years: number;
  readonly total: Float64Array;
  readonly young: Float64Array;
  readonly working: Float64Array;
  readonly old: Float64Array;
}

function between(people: Population, from: number, to: number): number {
  return sum(people.M.subarray(from, to)) + sum(people.F.subarray(from, to));
}
