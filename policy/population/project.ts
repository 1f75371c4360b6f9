/** A projection: from the estimated population of one day, year by year, to a later one. */
import { at, bySex, sum, type BySex } from './columns.ts';
import { AgePatterns, medianLevels, type Levels } from './assumptions.ts';
import { projectYear, type Population, type YearFlows } from './project-year.ts';
import { singleAges } from './single-ages.ts';
import type { WppTable } from './wpp/wpp-table.ts';

export interface Projection {
  /** First year, whose population is an estimate and not projected. */
  readonly from: number;
  readonly to: number;
  /** Population of 1 July, of each year from `from` to `to`. */
  readonly years: readonly Population[];
  /** What happened from 1 July of each year but the last to the next. */
  readonly flows: readonly YearFlows[];
  readonly attribution: string;
}

export interface ProjectOptions {
  readonly to: number;
  /** A year of the estimates to begin with, to compare with what came; the last one unless given. */
  readonly from?: number;
  /** Levels of the year that begins on 1 July with these people; the median path of the table unless given. */
  readonly levels?: (year: number, people: Population) => Levels;
  readonly patterns?: AgePatterns;
}

/** Projects a country from an estimate of its table. Throws BrokenBalance where people do not balance. */
export function project(table: WppTable, options: ProjectOptions): Projection {
  const {
    to,
    from = lastEstimate(table),
    levels = (year: number) => medianLevels(table, year),
    patterns = new AgePatterns(table),
  } = options;
  const flows: YearFlows[] = [];
  let people: Population = populationOn(table, from);
  const years = [people];
  for (let year = from; year < to; year += 1) {
    const next = projectYear(people, patterns.rates(year, levels(year, people)));
    people = next.closing;
    years.push(people);
    flows.push(next.flows);
  }
  return { from, to, years, flows, attribution: table.attribution };
}

/** Last year of the estimates: where a projection begins. */
export function lastEstimate({ population }: WppTable): number {
  return population.first + population.step * (population.M.length - 1);
}

/** Last year to which the assumptions of the table reach. */
export function lastYear({ totalFertility: { first, step, values } }: WppTable): number {
  return step === 1 ? first + values.length - 1 : first + step * values.length;
}

/** The estimated population of 1 July of a year in the table, by single age. */
export function populationOn(table: WppTable, year: number): Population {
  const { first, step, ...groups } = table.population;
  const born = cohortSizes(table, year);
  return bySex((sex) => singleAges(groups[sex][(year - first) / step] ?? [], born));
}

// Those aged x on 1 July were born in the twelve months that ended x years before.
function cohortSizes({ births }: WppTable, year: number): ((age: number) => number) | undefined {
  if (births === undefined) return undefined;
  const bornIn = (of: number): number =>
    at(births.values, Math.min(births.values.length - 1, Math.max(0, of - births.first)));
  return (age) => bornIn(year - age - 1) + bornIn(year - age);
}

/** Sum over all ages, both sexes. */
export function totalOf(people: BySex<ArrayLike<number>>): number {
  return sum(people.M) + sum(people.F);
}
