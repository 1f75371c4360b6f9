/** Files of an edition written from a table: what the importer reads back. */
import { SEXES, type Sex } from '../columns.ts';
import type { WppFiles } from './wpp-files.ts';
import type { Level, Series, WppTable } from './wpp-table.ts';

type Cell = string | number;

/** Files of WPP 2024 with this country and, before it, rows of another that must be passed over. */
export function files2024(table: WppTable): WppFiles {
  const { code, deathRates, fertilityPattern, population, migrationByAge, fertilityVariants } = table;
  const yearly = (column: string, { first, values }: Series, from: number, to: number): string =>
    csv(
      ['country_code', 'year', column],
      years(from, to).map((year) => [code, year, values[year - first] ?? '']),
    );
  const later = (columns: readonly (readonly [string, Series])[]): string =>
    csv(
      ['country_code', 'year', ...columns.map(([name]) => name)],
      years(2024, 2100).map((year) => [
        code,
        year,
        ...columns.map(([, s]) => s.values[year - s.first] ?? ''),
      ]),
    );
  const { totalFertility, lifeExpectancy, netMigration, sexRatio } = table;
  const variants = (['low', 'high'] as const).map(
    (name) => [`tfr_${name}`, { first: 2024, step: 1, values: fertilityVariants?.[name] ?? [] }] as const,
  );
  return new Map([
    [
      'wpp2024_popAge5_midyear_1950_2023.csv',
      csv(
        ['country_code', 'year', 'sex', 'ageStart', 'ageEnd', 'pop'],
        population.M.flatMap((_, i) =>
          SEXES.flatMap((sex) =>
            (population[sex][i] ?? []).map((persons, group) => [
              code,
              population.first + i,
              sex,
              group * 5,
              group === 20 ? 'NA' : group * 5 + 4,
              persons,
            ]),
          ),
        ),
      ),
    ],
    ['wpp2024_mx5dt.csv', byPeriod(code, deathRates.first, { mxM: deathRates.M, mxF: deathRates.F })],
    [
      'wpp2024_e01dt.csv',
      csv(
        ['country_code', 'year', 'e0M', 'e0F'],
        years(1950, 2023).map((year) => [
          code,
          year,
          ...SEXES.map((sex) => lifeExpectancy[sex].values[year - 1950] ?? ''),
        ]),
      ),
    ],
    ['wpp2024_e0proj1dt.csv', later(SEXES.flatMap((sex: Sex) => bounds(`e0${sex}`, lifeExpectancy[sex])))],
    ['wpp2024_tfr1dt.csv', yearly('tfr', totalFertility, 1950, 2023)],
    ['wpp2024_tfrproj1dt.csv', later([...bounds('tfr', totalFertility), ...variants])],
    [
      'wpp2024_percentASFR5dt.csv',
      byPeriod(code, fertilityPattern.first, { pasfr: fertilityPattern.values }),
    ],
    ['wpp2024_sexRatio1dt.csv', yearly('srb', sexRatio, 1950, 2100)],
    ['wpp2024_mig1dt.csv', yearly('mig', netMigration, 1950, 2023)],
    ['wpp2024_migproj1dt.csv', later(bounds('mig', netMigration))],
    [
      'wpp2024_migprojAge5dt.csv',
      byPeriod(code, 2020, { migM: migrationByAge?.M ?? [], migF: migrationByAge?.F ?? [] }),
    ],
    [
      'wpp2024extra_births1dt.csv',
      yearly('births', table.births ?? { first: 0, step: 1, values: [] }, 1950, 2023),
    ],
  ]);
}

const BOUNDS = { low80: '80l', high80: '80u', low95: '95l', high95: '95u' } as const;

function bounds(name: string, level: Level): (readonly [string, Series])[] {
  return [
    [name, level],
    ...(['low80', 'high80', 'low95', 'high95'] as const).map(
      (bound) =>
        [
          `${name}_${BOUNDS[bound]}`,
          { first: level.bounds?.first ?? 0, step: 1, values: level.bounds?.[bound] ?? [] },
        ] as const,
    ),
  ];
}

/** Files of WPP 2019, which have a column for each year or period. */
export function files2019(table: WppTable): WppFiles {
  const { code, deathRates, published, population } = table;
  const wide = (first: number, lists: readonly (readonly number[])[], suffix: boolean): string =>
    csv(
      ['country_code', 'name', ...lists.map((_, i) => label(first + 5 * i, suffix)), 'last.observed'],
      (lists[0] ?? []).map((_, row) => [code, 'name', ...lists.map((list) => list[row] ?? ''), 2018]),
    );
  const split = ({ first, values }: Series, from: number, to: number): string =>
    wide(
      from,
      values.slice((from - first) / 5, (to - first) / 5).map((value) => [value]),
      true,
    );
  const thousands = (first: number, lists: readonly (readonly number[])[]): string =>
    wide(
      first,
      lists.map((list) => list.map((persons) => persons / 1000)),
      false,
    );
  const { totalFertility, lifeExpectancy } = table;
  return new Map([
    ...SEXES.flatMap((sex): [string, string][] => [
      [`wpp2019_pop${sex}.csv`, thousands(population.first, population[sex])],
      [`wpp2019_pop${sex}projMed.csv`, thousands(published?.first ?? 0, published?.[sex] ?? [])],
      [`wpp2019_mx${sex}.csv`, wide(deathRates.first, deathRates[sex], true)],
      [`wpp2019_e0${sex}.csv`, split(lifeExpectancy[sex], 1950, 2020)],
      [`wpp2019_e0${sex}proj.csv`, split(lifeExpectancy[sex], 2020, 2100)],
    ]),
    ['wpp2019_tfr.csv', split(totalFertility, 1950, 2020)],
    ['wpp2019_tfrprojMed.csv', split(totalFertility, 2020, 2100)],
    ['wpp2019_percentASFR.csv', wide(table.fertilityPattern.first, table.fertilityPattern.values, true)],
    ['wpp2019_sexRatio.csv', split(table.sexRatio, 1950, 2100)],
    ['wpp2019_migration.csv', split(table.netMigration, 1950, 2100)],
  ]);
}

function byPeriod(
  code: number,
  first: number,
  columns: Readonly<Record<string, readonly (readonly number[])[]>>,
): string {
  const lists = Object.values(columns);
  return csv(
    ['country_code', 'period', 'age', ...Object.keys(columns)],
    (lists[0] ?? []).flatMap((ages, period) =>
      ages.map((_, age) => [
        code,
        label(first + 5 * period, true),
        age,
        ...lists.map((list) => list[period]?.[age] ?? ''),
      ]),
    ),
  );
}

function label(first: number, isPeriod: boolean): string {
  return isPeriod ? `${first}-${first + 5}` : String(first);
}

function csv(names: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const other = names.map((name) => (name === 'country_code' ? 7 : 0));
  return `${[names, other, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

function years(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
