/** Seconds from the command to two nodes that are ready: on an empty folder, and again. The console is built before. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureConsole, freePort } from '@urtuu/node';
import { digits, type Bench, type Figure } from './figure.ts';

const ENTRY = fileURLToPath(new URL('../node/bin/urtuu.mjs', import.meta.url));
const PORTS = ['mn-port', 'kz-port', 'sign-in-port', 'mn-register-port', 'kz-register-port'];

export const startBench: Bench = {
  names: ['node.start.cold', 'node.start.warm'],
  async run() {
    await ensureConsole(() => undefined);
    const dir = await mkdtemp(join(tmpdir(), 'urtuu-bench-'));
    try {
      const cold = await startOnce(dir);
      const warm = await startOnce(dir);
      return [
        figure(
          'node.start.cold',
          cold,
          'both nodes ready on an empty folder: database made, keys made, tables made',
        ),
        figure('node.start.warm', warm, 'both nodes ready on a folder that has been used'),
      ];
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};

function figure(bench: string, seconds: number, note: string): Figure {
  const cores = availableParallelism();
  return { bench, value: digits(seconds), unit: 's', limit: null, ratio: null, cores, note };
}

async function startOnce(dir: string): Promise<number> {
  const ports = await Promise.all(PORTS.map(async (name) => [`--${name}`, String(await freePort())]));
  const began = performance.now();
  const child = spawn(process.execPath, [ENTRY, 'start', '--data-dir', dir, ...ports.flat()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  const ready = new Promise<number>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/^Ready in/m.test(output)) resolve((performance.now() - began) / 1000);
    });
    void ended.then(() => reject(new Error(`The demonstration did not start:\n${output}`)));
  });
  try {
    return await ready;
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}
