import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { enqueue, startWorker } from './jobs.ts';
import { createLogger } from '../telemetry/logger.ts';
import { testDatabase, type TestDatabase } from '../testing.ts';

const log = createLogger({ name: 'test', level: 'silent' });
let suite: TestDatabase;
before(async () => {
  suite = await testDatabase([]);
});
after(() => suite.drop());

describe('a job of a process that was killed', () => {
  test('is taken up by the next worker, not after hours', async () => {
    const { database, url } = suite;
    await enqueue(database, 'endless', {});
    const fixture = fileURLToPath(new URL('./presence.fixture.ts', import.meta.url));
    const killed = spawn(process.execPath, [fixture, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    const { promise: taken, resolve } = Promise.withResolvers<number>();
    const worker = await startWorker(
      database,
      {
        endless: (_payload, { attempt }) => {
          resolve(attempt);
          return Promise.resolve();
        },
      },
      { concurrency: 1, log },
    );
    assert.equal(await taken, 2);
    await worker.stop();
  });

  test('leaves the jobs of living processes alone', async () => {
    const { database } = suite;
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    let runs = 0;
    const tasks = {
      long: async () => {
        runs += 1;
        begun.resolve();
        await goOn.promise;
      },
    };
    const first = await startWorker(database, tasks, { concurrency: 1, log });
    await enqueue(database, 'long', {});
    await begun.promise;
    const second = await startWorker(database, tasks, { concurrency: 1, log });
    goOn.resolve();
    await first.stop();
    await second.stop();
    assert.equal(runs, 1);
    const { rows } = await database.pool.query(
      'select count(*)::int as waiting from graphile_worker._private_jobs',
    );
    assert.deepEqual(rows, [{ waiting: 0 }]);
  });
});
