/** PostgreSQL refuses to run as root; containers and small servers mostly run as root. */
import { spawnSync } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { PostgresUnavailable } from './binaries.ts';

/** How a program is started so that it does not see itself as root. */
export interface Unprivileged {
  command(program: string, args: readonly string[]): readonly [string, string[]];
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** uid and gid of `nobody` on Debian, Alpine and most others. */
const NOBODY = 65534;

/**
 * As an ordinary user, nothing changes. As root, a new user namespace in which the process has no name (`unshare -U`):
 * files stay root's, so every path that root reaches works. Where containers forbid namespaces, uid `nobody`, which
 * then owns the folder and must be able to reach it.
 */
export async function dropRoot(dir: string): Promise<Unprivileged> {
  if (process.getuid?.() !== 0) return { command: (program, args) => [program, [...args]], ids: {} };
  if (spawnSync('unshare', ['-U', 'true'], { stdio: 'ignore' }).status === 0) {
    return { command: (program, args) => ['unshare', ['-U', program, ...args]], ids: {} };
  }
  const ids = { uid: NOBODY, gid: NOBODY };
  await chown(dir, NOBODY, NOBODY);
  if (spawnSync('test', ['-w', dir], { ...ids, stdio: 'ignore' }).status !== 0) {
    throw new PostgresUnavailable(
      `PostgreSQL may not run as root, this machine allows no user namespaces, and the user nobody cannot reach ${dir}. ` +
        'Run as an ordinary user, choose a folder under /var/lib or /tmp, or name a PostgreSQL by DATABASE_URL.',
    );
  }
  return { command: (program, args) => [program, [...args]], ids };
}
