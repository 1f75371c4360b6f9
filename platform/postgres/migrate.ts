/** Forward-only migrations: numbered SQL files per module, applied once, never changed afterwards. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { quietWorkerLogger } from '../jobs/worker-logger.ts';
import type { Database } from './database.ts';

export interface ModuleMigrations {
  readonly module: string;
  /** Folder of `NNNN-name.sql` files, from `new URL('./migrations/', import.meta.url)`. */
  readonly directory: URL;
}

export interface MigrationFile {
  readonly module: string;
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** The tables of the platform itself; `migrate` applies them before those of the modules. */
export const platformMigrations: ModuleMigrations = {
  module: 'platform',
  directory: new URL('../migrations/', import.meta.url),
};

/** Refused: a migration that ran once has been changed, removed, or numbered out of order since. */
export class MigrationRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MigrationRefused';
  }
}

/**
 * Brings the database to the state of the modules' files, in the order of the modules given. Several processes may
 * call it at once: an advisory lock lets one work and the others find everything done.
 */
export async function migrate(
  database: Database,
  modules: readonly ModuleMigrations[],
  log: (line: string) => void = () => undefined,
): Promise<void> {
  const files = await readMigrations(modules);
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(TABLE);
    for (const file of pendingOf(files, await appliedIn(client))) {
      await apply(client, file);
      log(`applied ${file.module} ${file.name}`);
    }
    await runMigrations({ pgPool: database.pool, logger: quietWorkerLogger });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
    client.release();
  }
}

/** Names of the files not yet applied, for readiness checks. */
export async function pendingMigrations(
  database: Database,
  modules: readonly ModuleMigrations[],
): Promise<string[]> {
  const files = await readMigrations(modules);
  const client = await database.pool.connect();
  try {
    return pendingOf(files, await appliedIn(client)).map((file) => `${file.module}/${file.name}`);
  } finally {
    client.release();
  }
}

/** The platform's own files and those of the modules, in order of application. */
export async function readMigrations(modules: readonly ModuleMigrations[]): Promise<MigrationFile[]> {
  const all = [
    platformMigrations,
    ...modules.filter((module) => module.module !== platformMigrations.module),
  ];
  const perModule = await Promise.all(all.map(readModule));
  return perModule.flat();
}

interface Applied {
  readonly module: string;
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** Any constant known to nobody else: "urtu" in ASCII. */
const LOCK = 0x75727475;

const TABLE = `create table if not exists urtuu_migrations (
  module text not null,
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now(),
  primary key (module, number)
)`;

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

async function readModule({ module, directory }: ModuleMigrations): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const match = FILE_NAME.exec(name);
      if (match === null)
        throw new MigrationRefused(`${module}/${name}: a migration is named 0001-what-it-does.sql`);
      const text = await readFile(new URL(name, directory), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      return { module, number: Number(match[1]), name, text, sha256 };
    }),
  );
  files.forEach((file, index) => {
    if (file.number !== index + 1) {
      throw new MigrationRefused(
        `${module}/${file.name}: numbers run 0001, 0002, … without gaps or repetition`,
      );
    }
  });
  return files;
}

function pendingOf(files: readonly MigrationFile[], applied: readonly Applied[]): MigrationFile[] {
  const known = new Map(files.map((file) => [`${file.module} ${file.number}`, file]));
  for (const past of applied) {
    const file = known.get(`${past.module} ${past.number}`);
    // A module that is not given here keeps its tables; a missing file of a given module means an older program.
    if (file === undefined) {
      if (!files.some((other) => other.module === past.module)) continue;
      throw new MigrationRefused(
        `The database has ${past.module}/${past.name}, which this program does not know: it is older than the database. Run a newer program.`,
      );
    }
    if (file.sha256 !== past.sha256) {
      throw new MigrationRefused(
        `${past.module}/${file.name} was applied with other contents. Restore the file, and write the change as a new migration.`,
      );
    }
  }
  const done = new Set(applied.map((past) => `${past.module} ${past.number}`));
  return files.filter((file) => !done.has(`${file.module} ${file.number}`));
}

async function appliedIn(client: pg.PoolClient): Promise<Applied[]> {
  const exists = await client.query(`select to_regclass('urtuu_migrations') as found`);
  if (exists.rows[0]?.found === null) return [];
  const { rows } = await client.query<Applied>('select module, number, name, sha256 from urtuu_migrations');
  return rows;
}

async function apply(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query(
      'insert into urtuu_migrations (module, number, name, sha256) values ($1, $2, $3, $4)',
      [file.module, file.number, file.name, file.sha256],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${file.module}/${file.name} failed`, { cause: error });
  }
}
