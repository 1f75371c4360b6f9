/**
 * The testing kit. Servers whose callers are told by a header, and databases: a fresh one per suite, cloned from a template that carries the migrations. On the server named
 * by URTUU_TEST_DATABASE_URL if that is set; else on an embedded server in `.urtuu/test`, shared by all test
 * processes and stopped by the last one to exit.
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Principal } from './access/principal.ts';
import type { ProblemCatalogue } from './contract.ts';
import { createServer, type HttpServer } from './http/server.ts';
import { openDatabase, type Database } from './postgres/database.ts';
import { onServer, startEmbeddedPostgres } from './postgres/embedded.ts';
import { PostgresUnavailable } from './postgres/binaries.ts';
import { migrate, readMigrations, type ModuleMigrations } from './postgres/migrate.ts';
import { lifeOf } from './postgres/process-life.ts';
import { createLogger, type Logger } from './telemetry/logger.ts';
import { startTelemetry } from './telemetry/telemetry.ts';

export { permissionFaults, type HeadersOf } from './http/permissions.ts';

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes and drops it; call it in `after`. */
  drop(): Promise<void>;
}

/** A fresh database with the tables of the platform and of the modules given. */
export async function testDatabase(modules: readonly ModuleMigrations[]): Promise<TestDatabase> {
  const url = await testDatabaseUrl(modules);
  const database = openDatabase(url, { applicationName: 'urtuu test' });
  return {
    database,
    url,
    async drop() {
      await database.close();
      await dropTestDatabase(url);
    },
  };
}

/** As `testDatabase`, for a test that starts its own processes: the address alone. Drop it by `dropTestDatabase`. */
export async function testDatabaseUrl(modules: readonly ModuleMigrations[]): Promise<string> {
  const server = await databaseServer();
  const name = freshName();
  const template = await templateOf(server, modules);
  await onServer(server('postgres'), (client) =>
    client.query(`create database ${name} template ${template}`),
  );
  return server(name);
}

/** An empty database without any table. */
export async function emptyTestDatabaseUrl(): Promise<string> {
  const server = await databaseServer();
  const name = freshName();
  await onServer(server('postgres'), (client) => client.query(`create database ${name} ${COLLATION}`));
  return server(name);
}

export async function dropTestDatabase(url: string): Promise<void> {
  const server = await databaseServer();
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await onServer(server('postgres'), (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}

/** A server whose callers are named by the header `x-test-principal`; nobody without it. Close it in `after`. */
export async function testServer(options: {
  readonly catalogue: ProblemCatalogue;
  readonly people?: Readonly<Record<string, Principal>>;
  readonly logger?: Logger;
  readonly handlerTimeout?: number;
}): Promise<HttpServer> {
  const { catalogue, people = {}, handlerTimeout } = options;
  return createServer({
    catalogue,
    logger: options.logger ?? createLogger({ name: 'urtuu-test', level: 'silent' }),
    telemetry: startTelemetry({ service: 'urtuu-test' }),
    session: {
      principalOf: ({ 'x-test-principal': name }) =>
        Promise.resolve(typeof name === 'string' ? people[name] : undefined),
    },
    ...(handlerTimeout === undefined ? {} : { handlerTimeout }),
  });
}

type Address = (database: string) => string;

const DIRECTORY = fileURLToPath(new URL('../.urtuu/test', import.meta.url));

/** The encoding must not depend on how the server was installed. */
const COLLATION = `template template0 encoding 'UTF8'`;

const TEMPLATES_KEPT = 20;

let serverOfProcess: Promise<Address> | undefined;
const templates = new Map<string, Promise<string>>();
let made = 0;

function databaseServer(): Promise<Address> {
  serverOfProcess ??= connectDatabaseServer();
  return serverOfProcess;
}

async function connectDatabaseServer(): Promise<Address> {
  const given = process.env.URTUU_TEST_DATABASE_URL;
  if (given !== undefined && given !== '') {
    return (database) => {
      const url = new URL(given);
      url.pathname = `/${encodeURIComponent(database)}`;
      return url.toString();
    };
  }
  const embedded = await startForTests();
  process.once('exit', () => embedded.stopNow());
  await removeLeftovers(embedded.url);
  return embedded.url;
}

async function startForTests(): ReturnType<typeof startEmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ dir: DIRECTORY, durability: 'none' });
  } catch (error) {
    if (!(error instanceof PostgresUnavailable)) throw error;
    // Without fsync a machine that lost power may have left a broken cluster; nothing in it is worth keeping.
    await rm(DIRECTORY, { recursive: true, force: true });
    return startEmbeddedPostgres({ dir: DIRECTORY, durability: 'none' });
  }
}

function freshName(): string {
  made += 1;
  const random = Math.random().toString(36).slice(2, 8);
  return `urtuu_test_${process.pid}_${made}_${random}`;
}

/** Databases of test processes that were killed before they could drop them, and templates of older migrations. */
async function removeLeftovers(server: Address): Promise<void> {
  await onServer(server('postgres'), async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'urtuu\\_test\\_%'`,
    );
    for (const { datname } of rows) {
      const pid = Number(datname.split('_')[2]);
      if (lifeOf(pid) !== 'living') await client.query(`drop database if exists ${datname} with (force)`);
    }
    const templates = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'urtuu\\_template\\_%' order by oid desc offset ${TEMPLATES_KEPT}`,
    );
    for (const { datname } of templates.rows) {
      // One that another process is cloning just now stays until next time.
      await client.query(`drop database if exists ${datname}`).catch(() => undefined);
    }
  });
}

async function templateOf(server: Address, modules: readonly ModuleMigrations[]): Promise<string> {
  const files = await readMigrations(modules);
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.module}/${file.name} ${file.sha256}\n`);
  const name = `urtuu_template_${hash.digest('hex').slice(0, 16)}`;
  let template = templates.get(name);
  if (template === undefined) {
    template = makeTemplate(server, name, modules);
    templates.set(name, template);
  }
  return template;
}

/** Made under another name and renamed when complete; an advisory lock keeps other test processes waiting. */
async function makeTemplate(
  server: Address,
  name: string,
  modules: readonly ModuleMigrations[],
): Promise<string> {
  await onServer(server('postgres'), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    const making = `${name}_making`;
    await client.query(`drop database if exists ${making} with (force)`);
    await client.query(`create database ${making} ${COLLATION}`);
    const database = openDatabase(server(making), { applicationName: 'urtuu test template', poolSize: 4 });
    try {
      await migrate(database, modules);
    } finally {
      await database.close();
    }
    await client.query(`alter database ${making} rename to ${name}`);
  });
  return name;
}
