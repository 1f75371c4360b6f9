/**
 * A real PostgreSQL from npm, for machines without one: one server in one folder, shared by all Urtuu processes that
 * name this folder, durable (fsync on), on the loopback address only.
 */
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ensureCluster, startServer, type Durability } from './cluster.ts';
import { awaitEnd, livingServer, type LivingServer } from './lock-file.ts';
import { claimShare, whileLocked, type Ownership } from './owners.ts';
import { hasCode, readIfPresent } from './process-life.ts';
import { dropRoot } from './unprivileged.ts';

export interface EmbeddedPostgresOptions {
  /** Folder of the server: data, password, log. Made if absent. */
  readonly dir: string;
  readonly durability?: Durability;
  readonly log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Connection string of a database on this server; it contains the password. */
  readonly url: (database: string) => string;
  ensureDatabase(name: string): Promise<void>;
  /** Drops a database and ends its connections; no error if there is none. */
  dropDatabase(name: string): Promise<void>;
  /** Gives up this process's share; the server stops if nobody else uses it. */
  stop(): Promise<void>;
  /** As `stop`, for an exit handler: signals the server and waits for nothing. */
  stopNow(): void;
  /** Whether the server was running already. */
  readonly adopted: boolean;
}

/**
 * Starts the server of a folder, or adopts the one that runs there (of another process, or left by a killed one).
 * Throws PostgresUnavailable if this machine has no built-in PostgreSQL.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  await mkdir(options.dir, { recursive: true });
  const dir = await realpath(options.dir);
  return whileLocked(dir, async () => {
    const share = claimShare(dir);
    try {
      const data = join(dir, 'data');
      const password = (await readIfPresent(join(dir, 'password'))) ?? '';
      const living = await livingServer(data, (port) => answersOn(port, password, data));
      if (living !== undefined) {
        log(`adopted the database server on port ${living.port}`);
        return serverOn(dir, living, password, share, true);
      }
      const user = await dropRoot(dir);
      const own = await ensureCluster(dir, data, user, log);
      const started = await startServer(dir, data, user, options.durability ?? 'full');
      log(`started the database server on port ${started.port}`);
      return serverOn(dir, started, own, share, false);
    } catch (error) {
      share.leave();
      throw error;
    }
  });
}

function serverOn(
  dir: string,
  server: LivingServer,
  password: string,
  share: Ownership,
  adopted: boolean,
): EmbeddedPostgres {
  let left = false;
  const url = (database: string): string => addressOf(server.port, password, database);
  return {
    adopted,
    url,
    ensureDatabase: (name) =>
      onServer(url('postgres'), async (client) => {
        const found = await client.query('select 1 from pg_database where datname = $1', [name]);
        if (found.rowCount === 0) await createDatabase(client, name);
      }),
    dropDatabase: (name) =>
      onServer(url('postgres'), async (client) => {
        await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
      }),
    async stop() {
      if (left) return;
      left = true;
      await whileLocked(dir, async () => {
        if (share.leave().othersRemain) return;
        signal(server.pid);
        if (!(await awaitEnd(server.pid))) throw new Error('The database server does not stop');
      });
    },
    stopNow() {
      if (left) return;
      left = true;
      if (!share.leave().othersRemain) signal(server.pid);
    },
  };
}

function addressOf(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Throws where a server answers but knows another password: then the folder has been tampered with. */
async function answersOn(port: number, password: string, data: string): Promise<boolean> {
  try {
    return await onServer(addressOf(port, password, 'postgres'), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return rows[0]?.data_directory === data;
    });
  } catch (error) {
    if (hasCode(error, '28P01')) throw error;
    // too_many_connections: it lives and is busy.
    return hasCode(error, '53300');
  }
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions end, everything committed is written. */
function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // Another process was faster: duplicate_database, or unique_violation in the catalogue.
    if (!hasCode(error, '42P04') && !hasCode(error, '23505')) throw error;
  }
}

/** Runs work on one connection of its own, closed afterwards. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks while no query runs; the next query tells.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
