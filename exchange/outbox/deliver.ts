/** The worker's side of the outbox: claims what is due for one partner, sends, writes down, until nothing is due. */
import { enqueue, sql, type JobContext } from '@urtuu/platform';
import { batched } from '../batch.ts';
import { TASKS, type Context } from '../context.ts';
import { placePending } from '../log/log-store.ts';
import type { ExchangeTables } from '../tables.ts';
import { attempt, type Attempt, type OutboxRow } from './attempt.ts';
import { recordAttempts } from './record.ts';

/** Transmissions claimed at a time, and under way at a time. */
const CLAIM = 64;
const LANES = 16;

export type Deliver = (to: string, job: Pick<JobContext, 'signal'>) => Promise<void>;

export function createDeliver(context: Context): Deliver {
  const record = batched(async (attempts: readonly Attempt[]) => {
    await recordAttempts(context, attempts);
    return attempts;
  }, 64);
  return async (to, job) => {
    const partner =
      (await context.directory.view()).institution(to) ?? (await context.directory.fresh()).institution(to);
    if (partner === undefined) throw new Error(`${to} is not in the directory`);
    while (!job.signal.aborted) {
      await placePending(context.database, context);
      const rows = await claim(context, to);
      if (rows.length === 0) break;
      const waiting = [...rows];
      const lane = async (): Promise<void> => {
        for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
          await record(await attempt(context, partner, row));
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    }
    await deliverLater(context, to);
  };
}

/** A claimed row stays with this process for the time of a lease; if the process dies, another takes it then. */
async function claim({ database, clock, schedule }: Context, to: string): Promise<OutboxRow[]> {
  const now = clock();
  const { rows } = await sql<OutboxRow>`
    update exchange_outbox set
      state = case when state = 'queued' then 'sending' else state end,
      lease_until = ${new Date(now.getTime() + schedule.lease)}
    where transmission_id in (
      select transmission_id from exchange_outbox
      where to_institution = ${to} and next_attempt_at <= ${now} and log_index is not null
        and (lease_until is null or lease_until <= ${now})
      order by next_attempt_at limit ${CLAIM} for update skip locked)
    returning *`.execute(database.tables<ExchangeTables>());
  return rows;
}

/** Asks for another run when the next attempt is due. */
async function deliverLater({ database, clock }: Context, to: string): Promise<void> {
  const next = await database
    .tables<ExchangeTables>()
    .selectFrom('exchange_outbox')
    .select((of) => of.fn.min('next_attempt_at').as('at'))
    .where('to_institution', '=', to)
    .where('next_attempt_at', 'is not', null)
    .where('lease_until', 'is', null)
    .executeTakeFirst();
  if (next?.at == null) return;
  const runAt = new Date(Math.max(next.at.getTime(), clock().getTime()));
  await enqueue(database, TASKS.deliver, { to }, { jobKey: `${TASKS.deliver}:${to}:later`, runAt });
}
