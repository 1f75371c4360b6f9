import type { ModuleMigrations } from '@urtuu/platform';

/** The tables of this room. */
export const pensionsMigrations: ModuleMigrations = {
  module: 'pensions',
  directory: new URL('./migrations/', import.meta.url),
};
