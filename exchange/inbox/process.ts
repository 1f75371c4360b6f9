/**
 * The worker's side of the inbox: each stored transmission is opened, judged, handed to its room and answered by an
 * L2 receipt, in a transaction of its own. One that fails disturbs no other: after three attempts it is held apart.
 */
import { enqueue, sql, type JobContext } from '@urtuu/platform';
import type { Selectable } from 'kysely';
import { TASKS, type Context } from '../context.ts';
import type { ExchangeTables, InboxTable } from '../tables.ts';
import { take } from './accept.ts';
import { hold } from './quarantine.ts';

type InboxRow = Selectable<InboxTable>;

/** Transmissions claimed at a time, and worked on at a time. */
const CLAIM = 64;
const LANES = 4;

/** Processes whatever is due, until nothing is, or the worker stops. */
export async function processInbox(context: Context, job: Pick<JobContext, 'signal'>): Promise<void> {
  while (!job.signal.aborted) {
    const rows = await claim(context);
    if (rows.length === 0) break;
    const waiting = [...rows];
    const lane = async (): Promise<void> => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift())
        await processOne(context, row);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
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

async function processOne(context: Context, row: InboxRow): Promise<void> {
  const { transmission_id: transmissionId, attempts } = row;
  if (attempts > context.schedule.processWaits.length) {
    await hold(context, row, {
      cause: 'handler-failed',
      detail: 'The process ended while it was being processed',
    });
    return;
  }
  try {
    await take(context, row);
  } catch (error) {
    context.logger.error({ transmissionId, attempt: attempts, err: error }, 'processing failed');
    const detail = error instanceof Error ? error.name : 'unknown';
    const wait = context.schedule.processWaits[attempts];
    if (wait === undefined) await hold(context, row, { cause: 'handler-failed', detail });
    else await tryLater(context, row, wait);
  }
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
