/** What the population page shows of a country, computed in the browser. Pure, so that tests need no worker. */
import {
  AGES,
  AgePatterns,
  indicatorsOf,
  lastEstimate,
  lastYear,
  loadTable,
  populationOn,
  project,
  scenarioLevels,
  SEXES,
  shifted,
  totalOf,
  type Country,
  type Indicators,
  type LevelsOfYear,
  type Sex,
  type Variant,
  type WppTable,
} from '@urtuu/policy';
import { expectOk } from '@urtuu/kernel';

/** What somebody has set: a variant, and how far levels move away from it by 2050. */
export interface Asked {
  readonly country: Country;
  readonly variant: Variant;
  /** Children per woman. */
  readonly fertility: number;
  /** Years of life. */
  readonly expectancy: number;
  /** Net migrants a year per 1,000 people of the last estimate. */
  readonly migration: number;
}

export interface CountryFigures {
  readonly country: Country;
  readonly from: number;
  readonly to: number;
  readonly lastEstimate: number;
  readonly indicators: readonly Indicators[];
  /** Persons by sex: year by year from `from`, in each the ages 0 … 100. */
  readonly persons: Readonly<Record<Sex, Float32Array<ArrayBuffer>>>;
  readonly attribution: string;
}

/** Year by which a shift is reached. */
export const SHIFTED_BY = 2050;

export interface Prepared {
  readonly table: WppTable;
  readonly patterns: AgePatterns;
  readonly levels: LevelsOfYear;
}

export async function prepare(asked: Asked): Promise<Prepared> {
  const table = await loadTable(asked.country);
  const patterns = new AgePatterns(table);
  const around = expectOk(scenarioLevels(table, { variant: asked.variant }, patterns), asked.variant);
  const from = lastEstimate(table);
  const shift = {
    totalFertility: asked.fertility,
    lifeExpectancy: asked.expectancy,
    netMigration: (asked.migration * totalOf(populationOn(table, from))) / 1000,
  };
  return { table, patterns, levels: shifted(around, shift, { from, full: SHIFTED_BY }) };
}

/** Estimates and projection of every year. */
export function figuresOf(country: Country, { table, patterns, levels }: Prepared): CountryFigures {
  const { first } = table.population;
  const to = lastYear(table);
  const estimated = lastEstimate(table);
  const projection = project(table, { to, levels, patterns });
  const years = to - first + 1;
  const persons = { M: new Float32Array(years * AGES), F: new Float32Array(years * AGES) };
  const indicators: Indicators[] = [];
  for (let year = first; year <= to; year += 1) {
    const people = projection.years[year - estimated] ?? populationOn(table, year);
    indicators.push(indicatorsOf(people));
    for (const sex of SEXES) persons[sex].set(people[sex], (year - first) * AGES);
  }
  return {
    country,
    from: first,
    to,
    lastEstimate: estimated,
    indicators,
    persons,
    attribution: table.attribution,
  };
}

/** Ages 0 … 100 of one sex in one year. */
export function agesIn({ from, persons }: CountryFigures, sex: Sex, year: number): Float32Array {
  return persons[sex].subarray((year - from) * AGES, (year - from + 1) * AGES);
}
