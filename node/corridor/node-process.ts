/** One node as a process of its own, seen from the launcher. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { environmentName, type Setting } from '../configuration/setting.ts';
import { settings } from '../configuration/settings.ts';

export interface NodeProcess {
  readonly pid: number;
  /** Resolves when it has ended, with its exit code or signal. */
  readonly ended: Promise<string>;
  /** Asks it to stop and waits; kills it if it does not. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

const ENTRY = fileURLToPath(new URL('../bin/urtuu.mjs', import.meta.url));
const READY_PATIENCE = 60_000;
const STOP_PATIENCE = 10_000;

export interface NodeProcessWish {
  readonly configFile: string;
  readonly logFile: string;
  /** Address at which it will answer. */
  readonly url: string;
}

/** Starts a node and waits until it is ready. Throws with the last lines of its log if it ends before. */
export async function startNodeProcess(wish: NodeProcessWish): Promise<NodeProcess> {
  const existed = existsSync(wish.logFile) ? statSync(wish.logFile).size : 0;
  const log = createWriteStream(wish.logFile, { flags: 'a', mode: 0o600 });
  // A group of its own: Ctrl-C in the terminal reaches the launcher alone, which then stops its nodes in order.
  const child = spawn(process.execPath, [ENTRY, 'node', '--config', wish.configFile], {
    detached: true,
    env: withoutSettings(process.env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const outputs = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of outputs) stream.pipe(log, { end: false });
  // The reason of an early end is the last line, so the output is awaited, too. (The event `close` would say both,
  // but does not come where this side has closed the channel.)
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    child.once('error', (error) => resolve(error.message));
  }).then(async (how) => {
    await Promise.all(outputs.map((stream) => finished(stream, { writable: false }).catch(() => undefined)));
    log.end();
    await finished(log).catch(() => undefined);
    return how;
  });
  await awaitReady(wish, ended, existed);
  return {
    pid: child.pid ?? -1,
    ended,
    stop: () => stop(child, ended),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The configuration file is complete; a DATABASE_URL in the shell must not turn both nodes to one database. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = Object.entries<Setting>(settings).flatMap(([key, { alsoEnvironment }]) => [
    environmentName(key),
    alsoEnvironment,
  ]);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)));
}

async function awaitReady(
  { url, logFile }: NodeProcessWish,
  ended: Promise<string>,
  logFrom: number,
): Promise<void> {
  const deadline = Date.now() + READY_PATIENCE;
  let end: string | undefined;
  void ended.then((how) => (end = how));
  while (!(await isReady(url))) {
    if (end !== undefined)
      throw new Error(`The node at ${url} ended (${end}):\n${lastWords(logFile, logFrom)}`);
    if (Date.now() > deadline)
      throw new Error(`The node at ${url} is not ready in time:\n${lastWords(logFile, logFrom)}`);
    await sleep(50);
  }
}

export async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.connected) child.disconnect();
  const late = new AbortController();
  const patience = sleep(STOP_PATIENCE, undefined, { signal: late.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await ended;
  late.abort();
  await patience;
}

/** The last lines of this run: the sentence that names the setting stands there. */
function lastWords(logFile: string, from: number): string {
  return readFileSync(logFile).subarray(from).toString().trimEnd().split('\n').slice(-8).join('\n');
}
