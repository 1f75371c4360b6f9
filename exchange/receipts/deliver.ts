/** L2 and L3 on their way to the sender: many in one signed request, repeated until it answers. */
import { enqueue, sql, type JobContext } from '@urtuu/platform';
import { TASKS, type Context } from '../context.ts';
import { nextAttempt } from '../outbox/retry-schedule.ts';
import { callPartner } from '../partner-client.ts';
import { sealDecided, type OutgoingReceipt } from './issue.ts';
import type { ExchangeTables } from '../tables.ts';

const CLAIM = 200;

export async function deliverReceipts(
  context: Context,
  to: string,
  job: Pick<JobContext, 'signal'>,
): Promise<void> {
  const partner = (await context.directory.view()).institution(to);
  if (partner === undefined) throw new Error(`${to} is not in the directory`);
  while (!job.signal.aborted) {
    const sealed = await sealDecided(context, to, CLAIM);
    const rows = sealed.length > 0 ? sealed : await claim(context, to);
    if (rows.length === 0) break;
    const answer = await callPartner(context, partner, {
      method: 'POST',
      path: '/x/v1/receipts',
      body: JSON.stringify({ receipts: rows.map(({ body }) => body) }),
      contentType: 'application/json',
    });
    const arrived = answer.kind === 'answer' && answer.status === 200 && answer.signed;
    if (arrived) {
      reportRefused(context, answer.body, rows);
      await settle(context, to, rows);
    } else {
      await postpone(context, to, rows);
      break;
    }
  }
  await deliverLater(context, to);
}

async function claim({ database, clock, schedule }: Context, to: string): Promise<OutgoingReceipt[]> {
  const now = clock();
  const { rows } = await sql<OutgoingReceipt>`
    update exchange_receipt set lease_until = ${new Date(now.getTime() + schedule.lease)}
    where (direction, institution, transmission_id, level) in (
      select direction, institution, transmission_id, level from exchange_receipt
      where institution = ${to} and direction = 'issued' and deliver_at <= ${now} and body is not null
        and (lease_until is null or lease_until <= ${now})
      order by deliver_at limit ${CLAIM} for update skip locked)
    returning transmission_id, level, body, tries, at`.execute(database.tables<ExchangeTables>());
  return rows;
}

async function settle(context: Context, to: string, rows: readonly OutgoingReceipt[]): Promise<void> {
  await update(context, to, rows, () => null);
}

/** After the horizon it stays here and can still be fetched: `GET …/receipts`. */
async function postpone(context: Context, to: string, rows: readonly OutgoingReceipt[]): Promise<void> {
  const { schedule, clock, random } = context;
  const at = clock();
  const chance = Buffer.from(random(4)).readUInt32BE() / 2 ** 32;
  await update(context, to, rows, (row) => {
    const next = nextAttempt(schedule, { tries: row.tries + 1, at, chance });
    return next.getTime() > row.at.getTime() + schedule.horizon ? null : next;
  });
}

async function update(
  { database }: Context,
  to: string,
  rows: readonly OutgoingReceipt[],
  deliverAt: (row: OutgoingReceipt) => Date | null,
): Promise<void> {
  await sql`
    update exchange_receipt as receipt set deliver_at = new.deliver_at, lease_until = null, tries = receipt.tries + 1
    from unnest(${rows.map((row) => row.transmission_id)}::uuid[], ${rows.map((row) => row.level)}::text[],
      ${rows.map(deliverAt)}::timestamptz[]) as new (transmission_id, level, deliver_at)
    where receipt.direction = 'issued' and receipt.institution = ${to}
      and receipt.transmission_id = any(${rows.map((row) => row.transmission_id)}::uuid[])
      and receipt.transmission_id = new.transmission_id and receipt.level = new.level
  `.execute(database.tables<ExchangeTables>());
}

/** A partner that does not know its own transmission has lost data: somebody must hear of it. */
function reportRefused({ logger }: Context, body: Buffer, rows: readonly OutgoingReceipt[]): void {
  const reply = JSON.parse(body.toString()) as { refused?: readonly { index: number; cause: string }[] };
  for (const { index, cause } of reply.refused ?? []) {
    logger.error({ transmissionId: rows[index]?.transmission_id, cause }, 'the partner refused a receipt');
  }
}

async function deliverLater({ database, clock }: Context, to: string): Promise<void> {
  const next = await database
    .tables<ExchangeTables>()
    .selectFrom('exchange_receipt')
    .select((of) => of.fn.min('deliver_at').as('at'))
    .where('institution', '=', to)
    .where('deliver_at', 'is not', null)
    .where('lease_until', 'is', null)
    .executeTakeFirst();
  if (next?.at == null) return;
  const runAt = new Date(Math.max(next.at.getTime(), clock().getTime()));
  await enqueue(database, TASKS.receipts, { to }, { jobKey: `${TASKS.receipts}:${to}:later`, runAt });
}
