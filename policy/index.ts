export { COUNTRIES, isCountry, type Country } from './population/countries.ts';
export { bySex, OPEN_AGE, SEXES, type BySex, type Sex } from './population/columns.ts';
export { EDITIONS, loadTable, type Edition } from './population/tables.ts';
