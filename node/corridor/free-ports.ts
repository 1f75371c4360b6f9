import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that somebody else uses. `key` is the setting that names another one. */
export class PortTaken extends Error {
  constructor(port: number, key: string) {
    super(`${key}: port ${port} is in use by another program. Stop it, or choose another port by ${key}.`);
    this.name = 'PortTaken';
  }
}

/** How long a port may stay taken by a process of an earlier start that is just ending. */
const PATIENCE_MILLIS = 6000;

/** Resolves when the port can be listened on; throws PortTaken if somebody keeps it. 0 is always free. */
export async function awaitFreePort(port: number, key: string): Promise<void> {
  if (port === 0) return;
  const deadline = Date.now() + PATIENCE_MILLIS;
  while (!(await isFree(port))) {
    if (Date.now() > deadline) throw new PortTaken(port, key);
    await sleep(100);
  }
}

/** A port nobody uses now, chosen by the system. */
export function freePort(): Promise<number> {
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

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
