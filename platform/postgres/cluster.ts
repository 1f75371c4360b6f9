/** The data folder of the embedded server and the server process itself. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { chmod, chown, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { locateBinaries, PostgresUnavailable } from './binaries.ts';
import { awaitReady, type LivingServer } from './lock-file.ts';
import { readIfPresent } from './process-life.ts';
import type { Unprivileged } from './unprivileged.ts';

/** `none` trades durability for speed and is for tests alone. */
export type Durability = 'full' | 'none';

/** Makes the data folder if there is none; returns the server's password. It is made aside and renamed, so that a killed attempt leaves no half. */
export async function ensureCluster(
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

/** Starts the server on a free port and waits until it takes connections. */
export async function startServer(
  dir: string,
  data: string,
  user: Unprivileged,
  durability: Durability,
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
function settings(port: number, durability: Durability): string[] {
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
