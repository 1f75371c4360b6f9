import { text } from 'node:stream/consumers';
import type { Terminal } from './command.ts';

export interface ProcessTerminal extends Terminal {
  /** Resolves when everything written has left this process. */
  flushed(): Promise<void>;
}

/** The terminal of this process. */
export function processTerminal(): ProcessTerminal {
  // A reader that has seen enough, as `head`, closes the pipe: that is no failure.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    status: process.stderr.isTTY ? (line) => void process.stderr.write(`\r\u001B[2K${line}`) : undefined,
    stdin: () => text(process.stdin),
    environment: process.env,
    isInteractive: process.stdout.isTTY,
    stop: stopSignal(),
    flushed: async () => {
      for (const stream of [process.stdout, process.stderr]) {
        if (stream.writableLength > 0) await new Promise((resolve) => void stream.once('drain', resolve));
      }
    },
  };
}

const PATIENCE = 1500;

/**
 * The first Ctrl-C asks for an orderly end. npm and the terminal may each send one, so only a further one after a
 * moment ends at once.
 */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let since: number | undefined;
  const stop = (): void => {
    since ??= Date.now();
    controller.abort();
    if (Date.now() - since > PATIENCE) process.exit(130);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  if (process.channel !== undefined) {
    process.once('disconnect', () => controller.abort());
    process.channel?.unref();
  }
  return controller.signal;
}
