export * from './contract.ts';
export * from './postgres/database.ts';
export { refusable } from './postgres/refusable.ts';
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
export { observeJobs } from './jobs/observe-jobs.ts';
export * from './telemetry/logger.ts';
export { sql } from 'kysely';
export * from './access/access-log.ts';
export * from './access/audit.ts';
export * from './access/principal.ts';
export { keyedPseudonyms, type PseudonymOf } from './access/pseudonym.ts';
export * from './http/call.ts';
export { openApiDocument, serveOpenApi, type OpenApiInfo } from './http/openapi.ts';
export { mergeCatalogues, problemCatalogue, type PlatformProblemCode } from './http/problem-catalogue.ts';
export { PROBLEM_MEDIA, problemDocument } from './http/problem.ts';
export { registerRoutes, type PartnerCheck, type RouteServices } from './http/routes.ts';
export { createServer, type HttpServer, type ServerOptions } from './http/server.ts';
export * from './telemetry/telemetry.ts';
export { createPdfRenderer, PDF_FONTS, type PdfRenderer, type PdfRequest } from './pdf/renderer.ts';
export {
  CLAIM_NAMES,
  openIdProvider,
  type ClaimNames,
  type OpenIdOptions,
  type OpenIdProvider,
} from './access/open-id.ts';
export { openSessions, type Sessions, type SessionsOptions } from './access/sessions.ts';
export { localPath, registerSignIn, type SignInOptions } from './access/sign-in.ts';
export { serveConsole } from './http/console.ts';
export { registerHealth, standardChecks, type ReadinessCheck } from './http/health.ts';
