/**
 * The sweep finds work whose job was lost: rows left by a process that was killed, receipts that never came. Rows are
 * the truth, jobs are only a wake-up, so this makes every loss of a job harmless.
 */
import { enqueue, sql, type JobContext, type Queries } from '@urtuu/platform';
import { TASKS, type Context } from './context.ts';
import { wakeOvertaken } from './inbox/parents.ts';
import { placePending } from './log/pending.ts';
import { callPartner } from './partner-client.ts';
import { takeReceipts } from './receipts/take.ts';
import type { ExchangeTables } from './tables.ts';

/** Enqueues a job for everything that is due now, and the next sweep. */
export async function wake({ clock }: Pick<Context, 'clock'>, queries: Queries): Promise<void> {
  const now = clock();
  const { rows } = await sql<{ task: string; partner: string | null }>`
    select distinct ${TASKS.deliver}::text as task, to_institution as partner from exchange_outbox
      where next_attempt_at <= ${now}
    union select distinct ${TASKS.receipts}::text, institution from exchange_receipt
      where deliver_at <= ${now} and direction = 'issued'
    union select ${TASKS.process}::text, null where exists (select from exchange_inbox where due_at <= ${now})
  `.execute(queries.tables<ExchangeTables>());
  for (const { task, partner } of rows) {
    if (partner === null) await enqueue(queries, task, {}, { jobKey: task });
    else await enqueue(queries, task, { to: partner }, { jobKey: `${task}:${partner}` });
  }
  await enqueue(queries, TASKS.sweep, {}, { jobKey: TASKS.sweep, runAt: now });
}

export async function sweep(context: Context, job: Pick<JobContext, 'signal'>): Promise<void> {
  const { clock, database, schedule } = context;
  const now = clock();
  await database
    .tables<ExchangeTables>()
    .deleteFrom('exchange_nonce')
    .where('expires_at', '<', now)
    .execute();
  await wakeOvertaken(database, now);
  await placePending(database, context);
  await context.stayWitnessed(context);
  await askForReceipts(context, job);
  await wake(context, database);
  const runAt = new Date(clock().getTime() + schedule.sweepEvery);
  await enqueue(database, TASKS.sweep, {}, { jobKey: TASKS.sweep, runAt });
}

/** Fetches the receipts of transmissions that have been silent for long. */
async function askForReceipts(context: Context, job: Pick<JobContext, 'signal'>): Promise<void> {
  const { clock, database, directory, schedule } = context;
  const now = clock();
  const { rows } = await sql<{ transmission_id: string; to_institution: string }>`
    update exchange_outbox set poll_at = ${new Date(now.getTime() + schedule.pollAfter)}
    where transmission_id in (
      select transmission_id from exchange_outbox where poll_at <= ${now} order by poll_at limit 100 for update skip locked)
    returning transmission_id, to_institution`.execute(database.tables<ExchangeTables>());
  const view = await directory.view();
  for (const { transmission_id: id, to_institution: to } of rows) {
    const partner = view.institution(to);
    if (partner === undefined || job.signal.aborted) continue;
    const answer = await callPartner(context, partner, {
      method: 'GET',
      path: `/x/v1/transmissions/${id}/receipts`,
    });
    if (answer.kind !== 'answer' || answer.status !== 200 || !answer.signed) continue;
    const { receipts } = JSON.parse(answer.body.toString()) as { receipts: readonly string[] };
    await takeReceipts(context, to, receipts);
  }
}
