/**
 * graphile-worker gives the jobs of a killed process back after four hours. Here a process holds an advisory lock
 * while it lives; the lock goes with its connection, and whoever sees it gone frees the jobs at once.
 */
import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Database } from '../postgres/database.ts';
import type { Logger } from '../telemetry/logger.ts';

export interface Presence {
  /** Frees what dead processes left; called by itself every few seconds, too. */
  look(): Promise<void>;
  leave(): Promise<void>;
}

/** First key of our advisory locks: "urtu". */
const LOCK_CLASS = 0x75727475;
const LOOK_EVERY = 5_000;

/** Announces the workers of this process and watches over those of others. */
export async function announceWorkers(
  database: Database,
  workerIds: readonly string[],
  log: Logger,
): Promise<Presence> {
  const key = randomInt(1, 2 ** 31);
  let client: pg.Client | undefined;
  let left = false;

  // The lock comes first: a row without its lock means a dead process.
  const announce = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: database.url, application_name: 'urtuu presence' });
    fresh.on('error', (error) => {
      log.warn({ err: error }, 'the presence connection was lost');
      client = undefined;
    });
    await fresh.connect();
    await fresh.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, key]);
    await fresh.query(
      `insert into platform_worker (worker_id, process_key)
       select unnest($1::text[]), $2 on conflict (worker_id) do nothing`,
      [workerIds, key],
    );
    client = fresh;
  };
  const look = async (): Promise<void> => {
    if (client === undefined) await announce();
    const freed = await client?.query<{ workers: number }>(FREE, [LOCK_CLASS]);
    const workers = freed?.rows[0]?.workers ?? 0;
    if (workers > 0) log.warn({ workers }, 'freed the jobs of a process that is gone');
  };

  await look();
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = look().catch((error: unknown) => log.warn({ err: error }, 'cannot look for forsaken jobs'));
  }, LOOK_EVERY);
  timer.unref();
  return {
    look,
    async leave() {
      if (left) return;
      left = true;
      clearInterval(timer);
      await looking;
      await client?.query('delete from platform_worker where process_key = $1', [key]);
      await client?.end();
    },
  };
}

/** A worker nobody announced is one whose process died in its first moment; its jobs are freed after a while. */
const FREE = `
  with living as (
    select objid::bigint as process_key from pg_locks
    where locktype = 'advisory' and classid = $1::bigint::oid and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())
  ), gone as (
    delete from platform_worker
    where process_key::bigint not in (select process_key from living)
    returning worker_id
  ), forsaken as (
    select worker_id from gone
    union
    select locked_by from graphile_worker._private_jobs
    where locked_at < now() - interval '1 minute'
      and locked_by not in (select worker_id from platform_worker)
  )
  select count(*)::integer as workers,
    graphile_worker.force_unlock_workers(coalesce(array_agg(worker_id), '{}'))
  from forsaken`;
