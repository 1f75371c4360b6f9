import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort } from '../corridor/free-ports.ts';
import { isReady } from '../corridor/node-process.ts';

const ENTRY = fileURLToPath(new URL('../bin/urtuu.mjs', import.meta.url));
const dataDir = await mkdtemp(join(tmpdir(), 'urtuu-launcher-'));
const names = ['mn-port', 'kz-port', 'sign-in-port', 'mn-register-port', 'kz-register-port'];
const ports = await Promise.all(names.map(() => freePort()));
const running: ChildProcess[] = [];

after(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

interface Launched {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function launch(): Launched {
  const options = names.flatMap((name, i) => [`--${name}`, String(ports[i])]);
  const child = spawn(
    process.execPath,
    [ENTRY, 'start', '--data-dir', dataDir, '--synthetic', '5', ...options],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
  return { child, output: () => output, ended };
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, `waited in vain: ${what}`);
    await sleep(50);
  }
}

const areNodesUp = async (): Promise<boolean> => {
  const up = await Promise.all(ports.slice(0, 2).map((port) => isReady(`http://localhost:${port}`)));
  return up.every(Boolean);
};
const areNodesGone = async (): Promise<boolean> => {
  const up = await Promise.all(ports.slice(0, 2).map((port) => isReady(`http://localhost:${port}`)));
  return up.every((isUp) => !isUp);
};

describe('a launcher that is killed', () => {
  test('takes its nodes with it, and the next start finds everything in order', async () => {
    const first = launch();
    await until(`ready\n${first.output()}`, () => /^Ready in/m.test(first.output()));
    assert.ok(await areNodesUp());
    const keys = await readFile(join(dataDir, 'kz', 'keys.json'), 'utf8');
    first.child.kill('SIGKILL');
    await first.ended;
    await until('the nodes are gone', areNodesGone);

    const second = launch();
    await until('ready again', () => /^Ready in/m.test(second.output()) || second.child.exitCode !== null);
    assert.match(second.output(), /adopted the database server/);
    assert.ok(await areNodesUp(), second.output());
    assert.equal(await readFile(join(dataDir, 'kz', 'keys.json'), 'utf8'), keys);

    const third = launch();
    assert.equal(await third.ended, 1);
    assert.match(third.output(), /--data-dir: .* is in use by the process/);

    second.child.kill('SIGINT');
    assert.equal(await second.ended, 0);
    assert.match(second.output(), /stopped\n$/);
    assert.ok(await areNodesGone());
  });
});
