/** What the operating system says about a process id: ids are reused, and a killed child may stay as a zombie. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { platform } from 'node:process';

export type Life = 'living' | 'zombie' | 'gone';

/** Whether the process runs, waits to be reaped by a parent that never does, or is gone. */
export function lifeOf(pid: number): Life {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return hasCode(error, 'EPERM') ? 'living' : 'gone';
  }
  const state = procStat(pid)?.[0];
  return state === 'Z' || state === 'X' ? 'zombie' : 'living';
}

/** Clock ticks from boot to the start of the process; '' where the system does not tell (macOS, Windows). */
export function startOf(pid: number): string {
  return procStat(pid)?.[19] ?? '';
}

/** Directory the process works in, or undefined where the system does not tell. */
export async function workingDirectoryOf(pid: number): Promise<string | undefined> {
  if (platform !== 'linux') return undefined;
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}

/** Ids of living processes that work in a directory; empty where the system does not tell. */
export async function processesIn(directory: string): Promise<number[]> {
  if (platform !== 'linux') return [];
  const names = await readdir('/proc');
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => ((await workingDirectoryOf(pid)) === directory ? pid : undefined)),
  );
  return found.filter((pid) => pid !== undefined && lifeOf(pid) === 'living') as number[];
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

export async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Fields of /proc/<pid>/stat after the command name, which may itself hold spaces and brackets: [0] is the state. */
function procStat(pid: number): string[] | undefined {
  if (platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
