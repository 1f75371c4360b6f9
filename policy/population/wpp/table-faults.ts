import type { Fault } from '@urtuu/law';
import { SEXES } from '../columns.ts';
import type { Level, Series, WppTable } from './wpp-table.ts';

/** What no country has: values beyond these bounds are a mistake in the file. */
const POSSIBLE = {
  totalFertility: [0, 12],
  lifeExpectancy: [10, 110],
  sexRatio: [0.8, 1.5],
  deathRate: [1e-9, 10],
  fertilityShare: [0, 100],
} as const satisfies Record<string, readonly [number, number]>;

/** Values of a table that cannot be, and series that end before others, each with its place in the table. */
export function tableFaults(table: WppTable): Fault[] {
  const { population, deathRates, fertilityPattern } = table;
  const end = lastOf(table.totalFertility);
  return [
    ...beyond('/totalFertility', table.totalFertility.values, POSSIBLE.totalFertility),
    ...beyond('/sexRatio', table.sexRatio.values, POSSIBLE.sexRatio),
    ...fertilityPattern.values.flatMap((shares, i) =>
      beyond(`/fertilityPattern/${i}`, shares, POSSIBLE.fertilityShare),
    ),
    ...SEXES.flatMap((sex) => [
      ...beyond(`/lifeExpectancy/${sex}`, table.lifeExpectancy[sex].values, POSSIBLE.lifeExpectancy),
      ...population[sex].flatMap((groups, i) =>
        beyond(`/population/${sex}/${i}`, groups, [0, Number.MAX_SAFE_INTEGER]),
      ),
      ...deathRates[sex].flatMap((rates, i) => beyond(`/deathRates/${sex}/${i}`, rates, POSSIBLE.deathRate)),
    ]),
    ...(
      [
        ['/lifeExpectancy/M', table.lifeExpectancy.M],
        ['/lifeExpectancy/F', table.lifeExpectancy.F],
        ['/netMigration', table.netMigration],
        ['/sexRatio', table.sexRatio],
      ] as const
    ).flatMap(([pointer, series]) =>
      lastOf(series) < end
        ? [{ pointer, code: 'missing', detail: `found values to ${lastOf(series)}, wanted to ${end}` }]
        : [],
    ),
  ];
}

function lastOf({ first, step, values }: Series | Level): number {
  return first + step * (values.length - 1);
}

function beyond(
  pointer: string,
  values: readonly number[],
  [least, most]: readonly [number, number],
): Fault[] {
  return values.flatMap((value, i) =>
    value >= least && value <= most
      ? []
      : [{ pointer: `${pointer}/${i}`, code: 'value', detail: `found ${value}, wanted ${least} to ${most}` }],
  );
}
