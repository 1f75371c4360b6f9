/** The server's own lock file, `postmaster.pid`: who runs on this data, where it listens, whether it is ready. */
import { realpath, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lifeOf, processesIn, readIfPresent, workingDirectoryOf } from './process-life.ts';

export interface LivingServer {
  readonly pid: number;
  readonly port: number;
}

interface Postmaster extends LivingServer {
  readonly status: string;
}

const PATIENCE_MS = 60_000;

/**
 * The server that runs on this data folder, waited for while it starts or stops; undefined if there is none.
 * The lock of a server that died is left to PostgreSQL, which checks it against shared memory; only a lock that
 * PostgreSQL would take for living by mistake (a zombie, a reused process id) is cleared here, and only when no
 * process works in the folder any more.
 * @param answers whether the server on a port takes a connection and works on this data
 */
export async function livingServer(
  data: string,
  answers: (port: number) => Promise<boolean>,
): Promise<LivingServer | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = await readPostmaster(data);
    if (found === undefined) return undefined;
    const verdict = await judge(data, found.pid);
    if (verdict === 'gone') return awaitOrphans(data, deadline).then(() => undefined);
    if (verdict === 'stranger') {
      await awaitOrphans(data, deadline);
      await unlink(join(data, 'postmaster.pid')).catch(() => undefined);
      return undefined;
    }
    // One that was just killed still looks ready for a moment, so it must answer.
    if (found.status === 'ready' && (await answers(found.port))) return { pid: found.pid, port: found.port };
    await sleep(20);
  }
  throw new Error(`The database server on ${data} has neither started nor stopped within a minute`);
}

/** Waits until the server started by us has written that it is ready, or tells that its process has ended. */
export async function awaitReady(
  data: string,
  pid: number,
  hasEnded: () => boolean,
): Promise<number | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && !hasEnded()) {
    const found = await readPostmaster(data);
    if (found?.pid === pid && found.status === 'ready') return found.port;
    await sleep(10);
  }
  return undefined;
}

export async function awaitEnd(pid: number): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (lifeOf(pid) === 'living') {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

/** Lines of postmaster.pid: pid, data folder, start, port, socket folder, address, memory key, status. */
async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readIfPresent(join(data, 'postmaster.pid'));
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return { pid, port: Number(lines[3]), status: (lines[7] ?? 'starting').trim() };
}

async function judge(data: string, pid: number): Promise<'server' | 'gone' | 'stranger'> {
  if (!Number.isInteger(pid) || pid <= 0) return 'stranger';
  const life = lifeOf(pid);
  if (life === 'gone') return 'gone';
  if (life === 'zombie') return 'stranger';
  const directory = await workingDirectoryOf(pid);
  // The server changes into its data folder before it writes the lock.
  return directory === undefined || directory === (await realpath(data)) ? 'server' : 'stranger';
}

/** Backends end soon after their server was killed; a new server must not start beside them. */
async function awaitOrphans(data: string, deadline: number): Promise<void> {
  const folder = await realpath(data);
  while ((await processesIn(folder)).length > 0) {
    if (Date.now() > deadline) throw new Error(`Processes of a killed database server still work in ${data}`);
    await sleep(20);
  }
}
