import type { Result } from '@urtuu/kernel';
import type { Fault } from '@urtuu/law';
import { attributionOf } from './attribution.ts';
import { WppSource, type WppFiles } from './wpp-files.ts';
import type { Series, WppTable } from './wpp-table.ts';

const MORTALITY_AGES = 22;
const FERTILE_GROUPS = 7;
const GROUPS = 21;
const FIVE_YEARS = 5;

/** Files of the 2019 edition that are read, as the R package wpp2019 names its tables. */
export const WPP_2019_FILES = {
  population: { M: 'wpp2019_popM.csv', F: 'wpp2019_popF.csv' },
  published: { M: 'wpp2019_popMprojMed.csv', F: 'wpp2019_popFprojMed.csv' },
  deathRates: { M: 'wpp2019_mxM.csv', F: 'wpp2019_mxF.csv' },
  expectancy: { M: 'wpp2019_e0M.csv', F: 'wpp2019_e0F.csv' },
  expectancyLater: { M: 'wpp2019_e0Mproj.csv', F: 'wpp2019_e0Fproj.csv' },
  fertility: 'wpp2019_tfr.csv',
  fertilityLater: 'wpp2019_tfrprojMed.csv',
  fertilityPattern: 'wpp2019_percentASFR.csv',
  sexRatio: 'wpp2019_sexRatio.csv',
  migration: 'wpp2019_migration.csv',
} as const;

/**
 * Reads a country from the files of World Population Prospects 2019, with the medium projection that they publish by
 * age for comparison. They give migration as a total alone and no yearly figures.
 */
export function readWpp2019(files: WppFiles, code: number): Result<WppTable, Fault[]> {
  const source = new WppSource(files, code);
  const of = WPP_2019_FILES;
  const level = (...names: string[]): Series => {
    const { first, values } = source.wide(names, 1);
    return { first, step: FIVE_YEARS, values: values.map(([value = Number.NaN]) => value) };
  };
  const persons = (name: string) => {
    const { first, values } = source.wide([name], GROUPS);
    return { first, values: values.map((groups) => groups.map((thousands) => toPersons(thousands))) };
  };
  const population = (names: { readonly M: string; readonly F: string }) => ({
    first: persons(names.M).first,
    step: FIVE_YEARS,
    M: persons(names.M).values,
    F: persons(names.F).values,
  });
  const deaths = (name: string) => source.wide([name], MORTALITY_AGES);
  const table: WppTable = {
    edition: 2019,
    code,
    attribution: attributionOf(2019),
    population: population(of.population),
    totalFertility: level(of.fertility, of.fertilityLater),
    fertilityPattern: source.wide([of.fertilityPattern], FERTILE_GROUPS),
    sexRatio: level(of.sexRatio),
    lifeExpectancy: {
      M: level(of.expectancy.M, of.expectancyLater.M),
      F: level(of.expectancy.F, of.expectancyLater.F),
    },
    deathRates: {
      first: deaths(of.deathRates.M).first,
      M: deaths(of.deathRates.M).values,
      F: deaths(of.deathRates.F).values,
    },
    netMigration: level(of.migration),
    published: population(of.published),
  };
  return source.checked(table);
}

// Thousands with three decimals are whole persons.
function toPersons(thousands: number): number {
  return Math.round(thousands * 1000);
}
