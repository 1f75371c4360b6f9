/** One launcher, or one witness, per data folder: a second one would fight over ports and keys. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the folder; returns what gives it back. Throws if a living launcher has it; a killed one counts for nothing. */
export async function takeLauncherLock(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'launcher.pid');
  const own = identity(process.pid);
  for (;;) {
    try {
      await writeFile(file, own ?? '', { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = await readFile(file, 'utf8').catch(() => '');
    const pid = Number(holder.split(' ')[0]);
    if (pid > 0 && identity(pid) === holder) {
      throw new Error(
        `--data-dir: ${dataDir} is in use by the process with id ${pid}. Stop it, or name another folder.`,
      );
    }
    await rm(file, { force: true });
  }
}

/** Process id and, where the system tells, its start, so that a reused id is not mistaken. */
function identity(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    const isForeign = error instanceof Error && 'code' in error && error.code === 'EPERM';
    if (!isForeign) return undefined;
  }
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
    // A zombie has ended.
    if (fields?.[0] === 'Z') return undefined;
    return `${pid} ${fields?.[19] ?? ''}`;
  } catch {
    return `${pid}`;
  }
}
