import type { Country } from './countries.ts';
import type { WppTable } from './wpp/wpp-table.ts';

/** Editions of World Population Prospects that this room carries. */
export const EDITIONS = [2024, 2019] as const;
export type Edition = (typeof EDITIONS)[number];

/** The figures of a country, loaded when asked for; nothing leaves the machine. */
export async function loadTable(country: Country, edition: Edition = 2024): Promise<WppTable> {
  const { default: table } = await LOADERS[edition][country]();
  return table;
}

type Loader = () => Promise<{ readonly default: WppTable }>;

const LOADERS: Readonly<Record<Edition, Readonly<Record<Country, Loader>>>> = {
  2024: {
    mn: () => import('./wpp/generated/2024-mn.json', { with: { type: 'json' } }),
    kz: () => import('./wpp/generated/2024-kz.json', { with: { type: 'json' } }),
    cn: () => import('./wpp/generated/2024-cn.json', { with: { type: 'json' } }),
    kg: () => import('./wpp/generated/2024-kg.json', { with: { type: 'json' } }),
  },
  2019: {
    mn: () => import('./wpp/generated/2019-mn.json', { with: { type: 'json' } }),
    kz: () => import('./wpp/generated/2019-kz.json', { with: { type: 'json' } }),
    cn: () => import('./wpp/generated/2019-cn.json', { with: { type: 'json' } }),
    kg: () => import('./wpp/generated/2019-kg.json', { with: { type: 'json' } }),
  },
};
