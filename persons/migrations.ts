import type { ModuleMigrations } from '@urtuu/platform';

/** The tables of this room. */
export const personsMigrations: ModuleMigrations = {
  module: 'persons',
  directory: new URL('./migrations/', import.meta.url),
};
