/**
 * The worker's side of the inbox: each stored transmission is opened, judged, handed to its room and answered by an
 * L2 receipt, many in one transaction. One that fails disturbs no other: after three attempts it is held apart.
 */
import { setTimeout } from 'node:timers/promises';
import { enqueue, sql, type JobContext } from '@urtuu/platform';
import type { Selectable } from 'kysely';
import { TASKS, type Context } from '../context.ts';
import type { ExchangeTables, InboxTable } from '../tables.ts';
import { hold } from './quarantine.ts';
import { take, takeTogether } from './take.ts';

type InboxRow = Selectable<InboxTable>;

/** Transmissions claimed at a time, taken in one transaction, and transactions at a time. */
const CLAIM = 64;
const TOGETHER = 32;
const LANES = 2;
/** Milliseconds to wait for more after a small claim. */
const GATHER = 20;

/** Processes whatever is due, until nothing is, or the worker stops. */
export async function processInbox(context: Context, job: Pick<JobContext, 'signal'>): Promise<void> {
  while (!job.signal.aborted) {
    const rows = await claim(context);
    if (rows.length === 0) break;
    const waiting = [...rows];
    const share = Math.min(TOGETHER, Math.ceil(rows.length / LANES));
    const lane = async (): Promise<void> => {
      for (let some = waiting.splice(0, share); some.length > 0; some = waiting.splice(0, share))
        await processSome(context, some);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    // A stream that comes in drops is gathered: one commit then serves many.
    if (rows.length < TOGETHER) await setTimeout(GATHER);
  }
  await wakeLater(context);
}

/** Counts the attempt before it is made: a message that kills the process is counted too. */
async function claim({ database, clock, schedule }: Context): Promise<InboxRow[]> {
  const now = clock();
  const { rows } = await sql<InboxRow>`
    update exchange_inbox set attempts = attempts + 1, lease_until = ${new Date(now.getTime() + schedule.lease)}
    where (from_institution, transmission_id) in (
      select from_institution, transmission_id from exchange_inbox
      where due_at <= ${now} and (lease_until is null or lease_until <= ${now})
      order by due_at limit ${CLAIM} for update skip locked)
    returning *`.execute(database.tables<ExchangeTables>());
  return rows;
}

/** Together first. Where even that fails, one by one: then the fault shows in the one that has it. */
async function processSome(context: Context, rows: readonly InboxRow[]): Promise<void> {
  const most = context.schedule.processWaits.length;
  for (const row of rows.filter(({ attempts }) => attempts > most)) {
    await hold(context, row, {
      cause: 'handler-failed',
      detail: 'The process ended while it was being processed',
    });
  }
  const sound = rows.filter(({ attempts }) => attempts <= most);
  let left: readonly InboxRow[] = sound;
  if (sound.length > 1) {
    try {
      const taken = await takeTogether(context, sound);
      for (const { row, error } of taken.failed) await fail(context, row, error);
      left = taken.left;
    } catch (error) {
      context.logger.warn({ messages: sound.length, err: error }, 'processed one by one');
    }
  }
  for (const row of left) {
    try {
      await take(context, row);
    } catch (error) {
      await fail(context, row, error);
    }
  }
}

async function fail(context: Context, row: InboxRow, error: unknown): Promise<void> {
  const { transmission_id: transmissionId, attempts } = row;
  context.logger.error({ transmissionId, attempt: attempts, err: error }, 'processing failed');
  const detail = error instanceof Error ? error.name : 'unknown';
  const wait = context.schedule.processWaits[attempts];
  if (wait === undefined) await hold(context, row, { cause: 'handler-failed', detail });
  else await tryLater(context, row, wait);
}

async function tryLater({ database, clock }: Context, row: InboxRow, wait: number): Promise<void> {
  await database
    .tables<ExchangeTables>()
    .updateTable('exchange_inbox')
    .set({ due_at: new Date(clock().getTime() + wait), lease_until: null })
    .where('from_institution', '=', row.from_institution)
    .where('transmission_id', '=', row.transmission_id)
    .execute();
}

/** Asks for another run when the next message becomes due. */
async function wakeLater({ database, clock }: Context): Promise<void> {
  const next = await database
    .tables<ExchangeTables>()
    .selectFrom('exchange_inbox')
    .select((of) => of.fn.min('due_at').as('at'))
    .where('due_at', 'is not', null)
    .where('state', '=', 'delivered')
    .executeTakeFirst();
  if (next?.at == null) return;
  const runAt = new Date(Math.max(next.at.getTime(), clock().getTime()));
  await enqueue(database, TASKS.process, {}, { jobKey: `${TASKS.process}:later`, runAt });
}
