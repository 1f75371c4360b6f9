/** Work that outlives the request: a job is enqueued in the transaction of the change that asks for it. */
import { EventEmitter } from 'node:events';
import { run, type JobHelpers, type Task, type WorkerEvents } from 'graphile-worker';
import { sql } from 'kysely';
import type { Database, Queries } from '../postgres/database.ts';
import type { Logger } from '../telemetry/logger.ts';
import { announceWorkers } from './presence.ts';
import { workerLogger } from './worker-logger.ts';

export interface EnqueueOptions {
  readonly runAt?: Date;
  /** A waiting job of the same key is replaced instead of joined by a second one. */
  readonly jobKey?: string;
  /** 25 unless stated; the waits between attempts grow exponentially, about three days in all. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after another. */
  readonly queueName?: string;
}

/** Adds a job: it becomes visible to workers when the transaction commits, and never if it rolls back. */
export async function enqueue(
  tx: Queries,
  task: string,
  payload: unknown,
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    identifier => ${task}::text,
    payload => ${JSON.stringify(payload)}::json,
    queue_name => ${options.queueName ?? null}::text,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? null}::integer,
    job_key => ${options.jobKey ?? null}::text
  )`.execute(tx.tables<unknown>());
}

export interface JobContext {
  /** Aborts when the worker stops; a job that runs on is given up after a few seconds and tried again later. */
  readonly signal: AbortSignal;
  /** 1 at the first run */
  readonly attempt: number;
  readonly maxAttempts: number;
}

/** Runs one job. It may run more than once, so its effect must be the same; throwing asks for another attempt. */
export type JobTask = (payload: unknown, context: JobContext) => Promise<void>;

/** Told about each finished run, for metrics and traces. */
export interface JobObserver {
  around(task: string, run: () => Promise<void>): Promise<void>;
}

export interface WorkerOptions {
  /** Jobs at a time, 4 unless stated. Each may hold a connection of the pool. */
  readonly concurrency?: number;
  readonly log: Logger;
  readonly observer?: JobObserver;
  /** Recurring jobs, as crontab lines of graphile-worker: `0 3 * * * task-name`. UTC. */
  readonly crontab?: string;
}

export interface JobWorker {
  /** Whether the worker is taking jobs. */
  isAlive(): boolean;
  /** Takes no more jobs and waits for the running ones. */
  stop(): Promise<void>;
}

/** Starts taking jobs of the given tasks. Any number of processes may do so on one database. */
export async function startWorker(
  database: Database,
  tasks: Readonly<Record<string, JobTask>>,
  options: WorkerOptions,
): Promise<JobWorker> {
  // No job begins before this process has announced its workers: else nobody could tell that it died.
  const announced = Promise.withResolvers<void>();
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => {
      const run = observed(name, task, options.observer);
      return [
        name,
        (payload: unknown, helpers: JobHelpers) => announced.promise.then(() => run(payload, helpers)),
      ];
    }),
  );
  const workerIds: string[] = [];
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked in the name of the pool or of a worker of it, depending on how they were fetched.
  events.on('pool:create', ({ workerPool }) => workerIds.push(workerPool.id));
  events.on('worker:create', ({ worker }) => workerIds.push(worker.workerId));
  const runner = await run({
    pgPool: database.pool,
    events,
    taskList,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    logger: workerLogger(options.log),
    ...(options.crontab === undefined ? {} : { crontab: options.crontab }),
  });
  const presence = await announceWorkers(database, workerIds, options.log);
  announced.resolve();
  let alive = true;
  let stopping: Promise<void> | undefined;
  runner.promise.then(
    () => (alive = false),
    (error: unknown) => {
      alive = false;
      options.log.error({ err: error }, 'the job worker ended');
    },
  );
  return {
    isAlive: () => alive,
    stop() {
      stopping ??= (alive ? runner.stop() : Promise.resolve()).finally(() => presence.leave());
      return stopping;
    },
  };
}

function observed(name: string, task: JobTask, observer: JobObserver | undefined): Task {
  return async (payload, { abortSignal, job }) => {
    const context = { signal: abortSignal, attempt: job.attempts, maxAttempts: job.max_attempts };
    const once = (): Promise<void> => task(payload, context);
    await (observer === undefined ? once() : observer.around(name, once));
  };
}
