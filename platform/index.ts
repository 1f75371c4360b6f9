export * from './contract.ts';
export * from './postgres/database.ts';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './postgres/embedded.ts';
export { PostgresUnavailable } from './postgres/binaries.ts';
export {
  migrate,
  MigrationRefused,
  pendingMigrations,
  platformMigrations,
  type ModuleMigrations,
} from './postgres/migrate.ts';
export { jsonb } from './postgres/value-types.ts';
export * from './jobs/jobs.ts';
export * from './telemetry/logger.ts';
export { sql } from 'kysely';
