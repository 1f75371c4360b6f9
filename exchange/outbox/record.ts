/** Writing down attempts: many in one transaction, each with its receipt in the log. */
import { sql, transaction, type Tx } from '@urtuu/platform';
import type { Context } from '../context.ts';
import { sha256 } from '../crypto/digest.ts';
import { appendLater } from '../log/pending.ts';
import { keepReceived } from '../receipts/keep.ts';
import type { ExchangeTables } from '../tables.ts';
import type { Attempt, Fate } from './attempt.ts';
import { nextAttempt } from './retry-schedule.ts';

type Delivered = Attempt & { readonly fate: Extract<Fate, { kind: 'delivered' }> };

export async function recordAttempts(context: Context, attempts: readonly Attempt[]): Promise<void> {
  const delivered = attempts.filter((made): made is Delivered => made.fate.kind === 'delivered');
  await transaction(
    context.database,
    async (tx) => {
      // Rows before the log, everywhere: an L2 that arrives at the same moment takes them in the same order.
      await lockRows(tx, attempts);
      await keepAttempts(tx, attempts);
      for (const made of attempts) await recordFailure(context, tx, made);
      await recordDelivered(context, tx, delivered);
      await recordContact(tx, attempts);
      const entries = delivered.map(({ fate }) => ({ contentHash: sha256(fate.body) }));
      await appendLater(tx, 'receipt', entries, { random: context.random, at: context.clock() });
      context.placeSoon(tx);
    },
    { retries: 3 },
  );
  for (const { fate } of attempts) context.count(fate.kind);
}

async function lockRows(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  await sql`select 1 from exchange_outbox
    where transmission_id = any(${attempts.map(({ row }) => row.transmission_id)}::uuid[])
    order by transmission_id for update`.execute(tx.tables<ExchangeTables>());
}

async function keepAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  const of = <T>(member: (attempt: Attempt) => T): T[] => attempts.map(member);
  await sql`
    insert into exchange_attempt (transmission_id, number, at, outcome, problem, millis)
    select * from unnest(
      ${of(({ row }) => row.transmission_id)}::uuid[], ${of(({ row }) => row.attempts + 1)}::integer[],
      ${of(({ at }) => at)}::timestamptz[],
      ${of(({ fate }) => (fate.kind === 'delivered' ? 'delivered' : 'failed'))}::text[],
      ${of(({ fate }) => (fate.kind === 'delivered' ? null : fate.problem))}::text[],
      ${of(({ millis }) => millis)}::integer[])
    on conflict do nothing`.execute(tx.tables<ExchangeTables>());
}

async function recordDelivered(context: Context, tx: Tx, delivered: readonly Delivered[]): Promise<void> {
  if (delivered.length === 0) return;
  const at = context.clock();
  const tables = tx.tables<ExchangeTables>();
  await keepReceived(
    tx,
    delivered.map(({ row, fate }) => ({ from: row.to_institution, receipt: fate.receipt, body: fate.body })),
    at,
  );
  // L2 may have overtaken L1: then the state stays.
  await sql`
    update exchange_outbox set
      state = case when state in ('queued', 'sending', 'missingReceipt', 'quarantined') then 'delivered' else state end,
      attempts = attempts + 1, tries = tries + 1, connected = true,
      next_attempt_at = null, lease_until = null,
      poll_at = case when state in ('rejected', 'processed') then null
        else ${new Date(at.getTime() + context.schedule.pollAfter)}::timestamptz end
    where transmission_id = any(${delivered.map(({ row }) => row.transmission_id)}::uuid[])`.execute(tables);
}

/** When to try again; or that the horizon is reached, or the partner refused for good: both visible, both told. */
async function recordFailure(context: Context, tx: Tx, { row, at, fate }: Attempt): Promise<void> {
  if (fate.kind === 'delivered') return;
  const connected = row.connected || fate.kind === 'refused' || fate.connected;
  const next = fate.kind === 'refused' ? undefined : nextTime(context, row.tries + 1, at, fate.retryAfter);
  const state =
    fate.kind === 'refused'
      ? 'quarantined'
      : next !== undefined && next <= row.horizon_at
        ? 'queued'
        : 'missingReceipt';
  await sql`
    update exchange_outbox set
      state = case when state in ('queued', 'sending') then ${state}::text else state end,
      attempts = attempts + 1, tries = tries + 1, connected = ${connected}, lease_until = null,
      next_attempt_at = ${state === 'queued' ? (next ?? null) : null}::timestamptz
    where transmission_id = ${row.transmission_id}`.execute(tx.tables<ExchangeTables>());
  if (state === 'queued') return;
  context.logger.error(
    { transmissionId: row.transmission_id, state, problem: fate.problem, connected },
    'not delivered',
  );
  await context.onFate?.(tx, {
    kind: state === 'quarantined' ? 'refused' : 'missingReceipt',
    transmissionId: row.transmission_id,
    caseId: row.case_id,
    documentId: row.document_id,
    documentType: row.document_type,
    rules: [],
    problem: fate.problem,
  });
}

function nextTime(
  { schedule, random }: Context,
  tries: number,
  at: Date,
  retryAfter: number | undefined,
): Date {
  const chance = Buffer.from(random(4)).readUInt32BE() / 2 ** 32;
  return nextAttempt(schedule, { tries, at, chance, ...(retryAfter === undefined ? {} : { retryAfter }) });
}

/** The last contact of each partner, for the directory. */
async function recordContact(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  const last = new Map(attempts.map((made) => [made.row.to_institution, made]));
  for (const [institutionId, { at, fate }] of last) {
    await tx
      .tables<ExchangeTables>()
      .updateTable('exchange_institution')
      .set(
        fate.kind === 'delivered'
          ? { last_success: at }
          : { last_failure_at: at, last_failure_problem: fate.problem },
      )
      .where('institution_id', '=', institutionId)
      .execute();
  }
}
