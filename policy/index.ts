export { AgePatterns, medianLevels, type Levels } from './population/assumptions.ts';
export { AGES, bySex, OPEN_AGE, SEXES, type AgeColumn, type BySex, type Sex } from './population/columns.ts';
export { COUNTRIES, isCountry, type Country } from './population/countries.ts';
export { indicatorsOf, type Indicators } from './population/indicators.ts';
export { BrokenBalance, type Population, type YearFlows } from './population/project-year.ts';
export {
  lastEstimate,
  lastYear,
  populationOn,
  project,
  totalOf,
  type Projection,
} from './population/project.ts';
export { parseScenario, scenarioLevels, type Scenario, type ScenarioInput } from './population/scenario.ts';
export { grouped } from './population/single-ages.ts';
export { EDITIONS, loadTable, type Edition } from './population/tables.ts';
export { shifted, type Shift } from './population/shift.ts';
export {
  BAND_INDICATORS,
  bandsOf,
  QUANTILES,
  type BandIndicator,
  type BandYear,
} from './population/uncertainty/bands.ts';
export {
  hasBounds,
  PathSimulation,
  SHARED_MORTALITY,
  YEARLY_CORRELATION,
  type PathFigures,
  type PathOptions,
} from './population/uncertainty/paths.ts';
export { isVariant, VARIANTS, type LevelsOfYear, type Variant } from './population/variants.ts';
export { readWpp2019 } from './population/wpp/read-wpp-2019.ts';
export { readWpp2024 } from './population/wpp/read-wpp-2024.ts';
export type { WppFiles } from './population/wpp/wpp-files.ts';
export type { WppTable } from './population/wpp/wpp-table.ts';
