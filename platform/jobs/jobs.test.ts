import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { transaction } from '../postgres/database.ts';
import { createLogger } from '../telemetry/logger.ts';
import { startTelemetry } from '../telemetry/telemetry.ts';
import { testDatabase, type TestDatabase } from '../testing.ts';
import { enqueue, startWorker, type JobContext, type JobTask } from './jobs.ts';
import { observeJobs } from './observe-jobs.ts';

const log = createLogger({ name: 'test', level: 'silent' });

describe('a job', () => {
  let db: TestDatabase;
  before(async () => {
    db = await testDatabase([]);
  });
  after(() => db.drop());

  /** Runs a worker until the task has seen the number of runs given. */
  async function runUntil(runs: number, task: JobTask): Promise<void> {
    const seen = Promise.withResolvers<undefined>();
    let count = 0;
    const counted: JobTask = async (payload, context) => {
      count += 1;
      try {
        await task(payload, context);
      } finally {
        if (count === runs) seen.resolve(undefined);
      }
    };
    const worker = await startWorker(db.database, { task: counted }, { log });
    await seen.promise;
    assert.equal(worker.isAlive(), true);
    await worker.stop();
    assert.equal(worker.isAlive(), false);
  }

  const waiting = async (): Promise<number> =>
    (await db.database.pool.query('select count(*) as n from graphile_worker.jobs')).rows[0]?.n;

  test('is done after its transaction commits, and never if it rolls back', async () => {
    const rolledBack = transaction(db.database, async (tx) => {
      await enqueue(tx, 'task', { from: 'rolled back' });
      throw new Error('no');
    });
    await assert.rejects(rolledBack, /no/);
    await transaction(db.database, (tx) => enqueue(tx, 'task', { from: 'committed' }));
    const seen: unknown[] = [];
    await runUntil(1, async (payload) => void seen.push(payload));
    assert.deepEqual(seen, [{ from: 'committed' }]);
    assert.equal(await waiting(), 0);
  });

  test('of the same key waits once, with the latest payload', async () => {
    for (const n of [1, 2, 3]) {
      await transaction(db.database, (tx) => enqueue(tx, 'task', { n }, { jobKey: 'same' }));
    }
    assert.equal(await waiting(), 1);
    const seen: unknown[] = [];
    await runUntil(1, async (payload) => void seen.push(payload));
    assert.deepEqual(seen, [{ n: 3 }]);
  });

  test('that fails stays, with its attempt counted, until its attempts are used up', async () => {
    await transaction(db.database, (tx) => enqueue(tx, 'task', {}, { maxAttempts: 2 }));
    const contexts: JobContext[] = [];
    await runUntil(1, async (_payload, context) => {
      contexts.push(context);
      throw new Error('not yet');
    });
    assert.equal(await waiting(), 1);
    // The wait before the next attempt is exponential; here it is over.
    await db.database.pool.query('update graphile_worker._private_jobs set run_at = now()');
    await runUntil(1, async (_payload, context) => void contexts.push(context));
    assert.deepEqual(
      contexts.map(({ attempt, maxAttempts }) => [attempt, maxAttempts]),
      [
        [1, 2],
        [2, 2],
      ],
    );
    assert.equal(await waiting(), 0);
  });

  test('runs once although two workers want it', async () => {
    const total = 40;
    const seen: unknown[] = [];
    const all = Promise.withResolvers<undefined>();
    const task: JobTask = async (payload) => {
      seen.push(payload);
      if (seen.length === total) all.resolve(undefined);
    };
    await transaction(db.database, async (tx) => {
      for (let n = 0; n < total; n += 1) await enqueue(tx, 'task', n);
    });
    const telemetry = startTelemetry({ service: 'test' });
    const observer = observeJobs(telemetry);
    const workers = await Promise.all(
      [1, 2].map(() => startWorker(db.database, { task }, { log, observer })),
    );
    await all.promise;
    await Promise.all(workers.map((worker) => worker.stop()));
    assert.equal(new Set(seen).size, total);
    assert.match(await telemetry.metricsText(), /^urtuu_job_runs_total\{task="task",outcome="done"\} 40$/m);
    assert.equal(await waiting(), 0);
  });
});
