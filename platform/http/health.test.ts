import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorker, type JobWorker } from '../jobs/jobs.ts';
import { createLogger } from '../telemetry/logger.ts';
import { testDatabase, testServer, type TestDatabase } from '../testing.ts';
import { serveConsole } from './console.ts';
import { registerHealth, standardChecks } from './health.ts';
import { problemCatalogue } from './problem-catalogue.ts';
import type { HttpServer } from './server.ts';

describe('a node', () => {
  let db: TestDatabase;
  let server: HttpServer;
  let worker: JobWorker;
  let dir: string;
  before(async () => {
    db = await testDatabase([]);
    worker = await startWorker(db.database, {}, { log: createLogger({ name: 'test', level: 'silent' }) });
    server = await testServer({ catalogue: problemCatalogue });
    registerHealth(server, standardChecks(db.database, [], worker));
    dir = await mkdtemp(join(tmpdir(), 'urtuu-console-'));
    await mkdir(join(dir, 'assets'));
    await writeFile(join(dir, 'index.html'), '<!doctype html><title>Urtuu</title>');
    await writeFile(join(dir, 'assets', 'index-abc123.js'), 'export {}');
    await writeFile(join(dir, 'icon.svg'), '<svg/>');
    await serveConsole(server, dir);
  });
  after(async () => {
    await worker.stop();
    await server.close();
    await db.drop();
    await rm(dir, { recursive: true });
  });

  test('says that it is ready while its database, tables and worker are, and names what is not', async () => {
    const ready = await server.app.inject('/readyz');
    assert.equal(ready.statusCode, 200);
    assert.deepEqual(ready.json(), {
      ready: true,
      checks: [
        { name: 'database', ok: true },
        { name: 'migrations', ok: true },
        { name: 'worker', ok: true },
      ],
    });
    await worker.stop();
    const tired = await server.app.inject('/readyz');
    assert.equal(tired.statusCode, 503);
    assert.equal(tired.json().detail, 'not ready: worker');
    assert.deepEqual(tired.json().checks[2], { name: 'worker', ok: false, detail: 'takes no jobs' });
  });

  test('lives, whatever its database does', async () => {
    assert.deepEqual((await server.app.inject('/healthz')).json(), { alive: true });
  });

  test('counts what it answered', async () => {
    await server.app.inject('/healthz');
    const { body, headers } = await server.app.inject('/metrics');
    assert.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
    assert.match(body, /http_server_request_duration[\w]*_count\{[^}]*route="\/healthz"[^}]*\} \d+/);
  });

  test('serves the console on all its addresses, its hashed files for a year', async () => {
    const page = await server.app.inject('/cases/1');
    const asset = await server.app.inject('/assets/index-abc123.js');
    const icon = await server.app.inject('/icon.svg');
    assert.match(page.body, /<title>Urtuu/);
    assert.equal(page.headers['cache-control'], 'no-cache');
    assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(icon.headers['cache-control'], 'no-cache');
    assert.match(String(page.headers['content-security-policy']), /script-src 'self';/);
  });

  test('does not take a missing file, an API address or a foreign folder for a page', async () => {
    for (const url of [
      '/assets/gone.js',
      '/api/gone',
      '/x/v1/gone',
      '/logo.png',
      '/..%2f..%2fetc%2fpasswd.txt',
    ]) {
      const response = await server.app.inject(url);
      assert.equal(response.statusCode, 404, url);
      assert.equal(response.json().code, 'business/not-found');
    }
  });

  test('refuses to serve a console that is not built', async () => {
    const other = await testServer({ catalogue: problemCatalogue });
    await assert.rejects(serveConsole(other, join(dir, 'assets')), /npm run build/);
    await other.close();
  });
});
