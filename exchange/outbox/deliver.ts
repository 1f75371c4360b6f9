/** The worker's side of the outbox: claims what is due for one partner, sends, writes down, until nothing is due. */
import { enqueue, sql, type JobContext } from '@urtuu/platform';
import { batched } from '../batch.ts';
import { TASKS, type Context } from '../context.ts';
import { placePending } from '../log/pending.ts';
import type { ExchangeTables } from '../tables.ts';
import { attempt, attemptTogether, type Attempt, type OutboxRow } from './attempt.ts';
import { recordAttempts } from './record.ts';

/** Transmissions claimed at a time, requests under way at a time, and what one request may carry. */
const CLAIM = 128;
const LANES = 4;
const TOGETHER = 32;
const MOST_BYTES = 4 * 1024 * 1024;

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
      const waiting = requestsOf(rows);
      const lane = async (): Promise<void> => {
        for (let some = waiting.shift(); some !== undefined; some = waiting.shift()) {
          const [only] = some;
          const attempts =
            some.length === 1 && only !== undefined
              ? [await attempt(context, partner, only)]
              : await attemptTogether(context, partner, some);
          await Promise.all(attempts.map(record));
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    }
    await deliverLater(context, to);
  };
}

/** Shares claimed rows out to requests: an equal number to each lane, no request too long. */
function requestsOf(rows: readonly OutboxRow[]): OutboxRow[][] {
  const share = Math.min(TOGETHER, Math.ceil(rows.length / LANES));
  const requests: OutboxRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const last = requests.at(-1);
    bytes += row.size;
    if (last !== undefined && last.length < share && bytes <= MOST_BYTES) last.push(row);
    else {
      requests.push([row]);
      bytes = row.size;
    }
  }
  return requests;
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
