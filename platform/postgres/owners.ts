/**
 * Several Urtuu processes may share one embedded server. Each leaves a file with its process id; the last one to
 * leave stops the server. A process killed without warning leaves its file behind, which then counts for nothing.
 */
import { mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode, lifeOf, readIfPresent, startOf } from './process-life.ts';

export interface Ownership {
  /** Gives up this share; tells whether other living owners remain. Synchronous, so that an exit handler may call it. */
  leave(): { readonly othersRemain: boolean };
}

let shares = 0;

/** Registers this process as one user of the server in a folder; call it while holding the folder's lock. */
export function claimShare(dir: string): Ownership {
  const folder = join(dir, 'owners');
  mkdirSync(folder, { recursive: true });
  shares += 1;
  const name = `${process.pid}-${shares}`;
  writeFileSync(join(folder, name), identity(process.pid));
  return {
    leave() {
      removeFile(join(folder, name));
      return { othersRemain: livingOwners(folder) > 0 };
    },
  };
}

/** Runs work while no other process runs work on the same folder. Waits up to a minute for the other. */
export async function whileLocked<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const file = join(dir, 'lock');
  await mkdir(dir, { recursive: true });
  const deadline = Date.now() + 60_000;
  while (!(await takeLock(file))) {
    if (Date.now() > deadline) throw new Error(`Another process has held ${file} for a minute`);
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    await unlink(file).catch(() => undefined);
  }
}

async function takeLock(file: string): Promise<boolean> {
  try {
    await writeFile(file, identity(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  const holder = await readIfPresent(file);
  // An empty file is one that its maker has not filled yet.
  if (holder === undefined || holder === '' || isLiving(holder)) return false;
  // Of several that find a dead holder only one renames the file away; the others fail and wait.
  const stale = `${file}.${process.pid}`;
  await rename(file, stale).catch(() => undefined);
  await unlink(stale).catch(() => undefined);
  return false;
}

function livingOwners(folder: string): number {
  let living = 0;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (isLiving(readText(file))) living += 1;
    else removeFile(file);
  }
  return living;
}

function identity(pid: number): string {
  return `${pid} ${startOf(pid)}`;
}

function isLiving(text: string): boolean {
  const pid = Number(text.split(' ')[0]);
  return pid > 0 && lifeOf(pid) === 'living' && identity(pid) === text;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function removeFile(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Removed by another owner that found it dead.
  }
}
