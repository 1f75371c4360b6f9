import type { ModuleMigrations } from '@urtuu/platform';

export const exchangeMigrations: ModuleMigrations = {
  module: 'exchange',
  directory: new URL('./migrations/', import.meta.url),
};
