/**
 * A real PostgreSQL from npm, for machines without one: one server in one folder, shared by all Urtuu processes that
 * name this folder, durable (fsync on), on the loopback address only.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { locateBinaries, PostgresUnavailable } from './binaries.ts';
import { awaitEnd, awaitReady, livingServer, type LivingServer } from './lock-file.ts';
import { claimShare, whileLocked, type Ownership } from './owners.ts';
import { hasCode, readIfPresent } from './process-life.ts';
import { dropRoot, type Unprivileged } from './unprivileged.ts';

export interface EmbeddedPostgresOptions {
  /** Folder of the server: data, password, log. Made if absent. */
  readonly dir: string;
  /** `none` trades durability for speed and is for tests alone. */
  readonly durability?: 'full' | 'none';
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
      const living = await livingServer(data);
      if (living !== undefined) {
        const password = (await readIfPresent(join(dir, 'password'))) ?? '';
        log(`adopted the database server on port ${living.port}`);
        return serverOn(dir, living, password, share, true);
      }
      const user = await dropRoot(dir);
      const password = await ensureCluster(dir, data, user, log);
      const started = await startServer(dir, data, user, options.durability ?? 'full');
      log(`started the database server on port ${started.port}`);
      return serverOn(dir, started, password, share, false);
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
  const url = (database: string): string =>
    `postgres://postgres:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
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
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the data folder if there is none. It is made aside and renamed, so that a killed attempt leaves no half. */
async function ensureCluster(
  dir: string,
  data: string,
  user: Unprivileged,
  log: (line: string) => void,
): Promise<string> {
  const passwordFile = join(dir, 'password');
  if (await stat(join(data, 'PG_VERSION')).catch(() => undefined)) {
    const password = await readIfPresent(passwordFile);
    if (password === undefined)
      throw new Error(`${passwordFile} is missing; without it ${data} cannot be opened`);
    const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
    if (version !== '18') throw new Error(`${data} holds data of PostgreSQL ${version}; 18 is wanted`);
    return password;
  }
  log('preparing the database (first start)');
  const binaries = await locateBinaries(dir);
  const password = randomBytes(24).toString('hex');
  const making = join(dir, 'making');
  await rm(making, { recursive: true, force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  if (user.ids.uid !== undefined) await chown(passwordFile, user.ids.uid, user.ids.uid);
  const cluster = ['-D', making, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const texts = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  await run(user, binaries.initdb, [...cluster, ...texts], dir, environment(binaries.env));
  await rename(making, data);
  return password;
}

async function startServer(
  dir: string,
  data: string,
  user: Unprivileged,
  durability: 'full' | 'none',
): Promise<LivingServer> {
  const binaries = await locateBinaries(dir);
  const logFile = join(dir, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const [command, args] = user.command(binaries.postgres, ['-D', data, ...settings(port, durability)]);
    const output = openSync(logFile, 'w', 0o600);
    // Detached: Ctrl-C reaches the terminal's process group, and we want to close our connections first.
    const child = spawn(command, args, {
      cwd: dir,
      detached: true,
      stdio: ['ignore', output, output],
      env: environment(binaries.env),
      ...user.ids,
    });
    closeSync(output);
    let ended = false;
    child.once('exit', () => (ended = true));
    child.once('error', () => (ended = true));
    const ready = await awaitReady(data, child.pid ?? -1, () => ended);
    if (ready !== undefined && child.pid !== undefined) {
      child.unref();
      return { pid: child.pid, port: ready };
    }
    // The free port may have been taken by somebody else meanwhile.
    if (attempt === 3) throw new PostgresUnavailable(`The database server does not start:\n${tail(logFile)}`);
  }
}

/** Errors are logged without statements and details, which would show personal data. */
function settings(port: number, durability: 'full' | 'none'): string[] {
  const values = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'log_checkpoints=off',
    ...(durability === 'none' ? ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'] : []),
  ];
  return values.flatMap((value) => ['-c', value]);
}

async function run(
  user: Unprivileged,
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const [command, full] = user.command(program, args);
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, full, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...user.ids });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new PostgresUnavailable(`The database cannot be prepared (${program}):\n${output}`));
    });
  });
}

function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  const base = { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC', ...extra };
  return Object.fromEntries(Object.entries(base).filter(([, value]) => value !== undefined));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-20).join('\n');
}
