import type { Result } from '@urtuu/kernel';
import type { Fault } from '@urtuu/law';
import { attributionOf } from './attribution.ts';
import { WppSource, type WppFiles } from './wpp-files.ts';
import type { Bounds, GroupedPopulation, Level, WppTable } from './wpp-table.ts';

const MORTALITY_AGES = 22;
const FERTILE_GROUPS = 7;
const GROUPS = 21;

/** Files of the 2024 edition that are read, as R packages of the UN Population Division name their tables. */
export const WPP_2024_FILES = {
  population: 'wpp2024_popAge5_midyear_1950_2023.csv',
  deathRates: 'wpp2024_mx5dt.csv',
  expectancy: 'wpp2024_e01dt.csv',
  expectancyLater: 'wpp2024_e0proj1dt.csv',
  fertility: 'wpp2024_tfr1dt.csv',
  fertilityLater: 'wpp2024_tfrproj1dt.csv',
  fertilityPattern: 'wpp2024_percentASFR5dt.csv',
  sexRatio: 'wpp2024_sexRatio1dt.csv',
  migration: 'wpp2024_mig1dt.csv',
  migrationLater: 'wpp2024_migproj1dt.csv',
  migrationByAge: 'wpp2024_migprojAge5dt.csv',
  births: 'wpp2024extra_births1dt.csv',
} as const;

/** Reads a country from the files of World Population Prospects 2024; every fault with its file, line and column. */
export function readWpp2024(files: WppFiles, code: number): Result<WppTable, Fault[]> {
  const source = new WppSource(files, code);
  const of = WPP_2024_FILES;
  const level = (known: string, later: string, column: string): Level => ({
    ...source.yearly([known, later], column),
    bounds: boundsIn(source, later, column),
  });
  const variant = (column: string) => source.yearly([of.fertilityLater], column);
  const migrants = (column: string) => source.byPeriod(of.migrationByAge, column, GROUPS);
  const deaths = (column: string) => source.byPeriod(of.deathRates, column, MORTALITY_AGES);
  const table: WppTable = {
    edition: 2024,
    code,
    attribution: attributionOf(2024),
    population: populationIn(source),
    totalFertility: level(of.fertility, of.fertilityLater, 'tfr'),
    fertilityVariants: {
      first: variant('tfr_low').first,
      low: variant('tfr_low').values,
      high: variant('tfr_high').values,
    },
    fertilityPattern: source.byPeriod(of.fertilityPattern, 'pasfr', FERTILE_GROUPS),
    sexRatio: source.yearly([of.sexRatio], 'srb'),
    lifeExpectancy: {
      M: level(of.expectancy, of.expectancyLater, 'e0M'),
      F: level(of.expectancy, of.expectancyLater, 'e0F'),
    },
    deathRates: { first: deaths('mxM').first, M: deaths('mxM').values, F: deaths('mxF').values },
    netMigration: level(of.migration, of.migrationLater, 'mig'),
    migrationByAge: {
      first: migrants('migM').first,
      step: 5,
      M: migrants('migM').values,
      F: migrants('migF').values,
    },
    births: source.yearly([of.births], 'births'),
  };
  return source.checked(table);
}

function boundsIn(source: WppSource, file: string, column: string): Bounds {
  const bound = (suffix: string) => source.yearly([file], `${column}_${suffix}`);
  return {
    first: bound('95l').first,
    low95: bound('95l').values,
    low80: bound('80l').values,
    high80: bound('80u').values,
    high95: bound('95u').values,
  };
}

function populationIn(source: WppSource): GroupedPopulation {
  const file = WPP_2024_FILES.population;
  const rows = source.rows(file);
  const groupsOf = (sex: string): number[][] => {
    const years = Map.groupBy(
      rows.filter(({ cells }) => cells.get('sex') === sex),
      (row) => source.number(file, row, 'year'),
    );
    return [...years.keys()]
      .toSorted((a, b) => a - b)
      .map((year) =>
        (years.get(year) ?? [])
          .toSorted((a, b) => source.number(file, a, 'ageStart') - source.number(file, b, 'ageStart'))
          .map((row) => source.number(file, row, 'pop')),
      );
  };
  const first = Math.min(...rows.map((row) => source.number(file, row, 'year')));
  return { first, step: 1, M: groupsOf('M'), F: groupsOf('F') };
}
