/** Messages held apart: with cause and hash of the input, replayed or given up by an operator, each act recorded. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { audit, transaction, type Queries } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { Selectable } from 'kysely';
import { TASKS, type Context } from '../context.ts';
import type { QuarantineView } from '../contract.ts';
import { decide } from '../receipts/issue.ts';
import { levelOf } from '../receipts/level.ts';
import { violation } from '../rules/rules.ts';
import type { ExchangeTables, InboxTable, QuarantineTable } from '../tables.ts';

export type HoldCause = 'decrypt-failed' | 'key-unknown' | 'handler-failed' | 'parent-missing';

/** Takes a message out of the stream. The sender has L1 and gets no L2 until an operator has decided. */
export async function hold(
  context: Context,
  row: Selectable<InboxTable>,
  why: { readonly cause: HoldCause; readonly detail: string },
): Promise<void> {
  const at = context.clock();
  await transaction(context.database, async (tx) => {
    const tables = tx.tables<ExchangeTables>();
    const { numUpdatedRows } = await tables
      .updateTable('exchange_inbox')
      .set({ state: 'quarantined', due_at: null, lease_until: null, waiting_for: null })
      .where('from_institution', '=', row.from_institution)
      .where('transmission_id', '=', row.transmission_id)
      .where('state', 'in', ['delivered', 'waiting'])
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await tables
      .insertInto('exchange_quarantine')
      .values({
        quarantine_id: context.newId<'Quarantine'>(),
        from_institution: row.from_institution,
        transmission_id: row.transmission_id,
        received_at: row.received_at,
        held_at: at,
        cause: why.cause,
        detail: why.detail.slice(0, 500),
        input_hash: row.body_hash,
        attempts: row.attempts,
        state: 'held',
      })
      .execute();
  });
  context.logger.error({ transmissionId: row.transmission_id, cause: why.cause }, 'message held apart');
  context.count('quarantined');
}

/** Who acts on a held message. */
export interface Operator {
  readonly subject: string;
  readonly name: string;
}

/** Puts a held message back into the stream. */
export function replay(
  context: Context,
  quarantineId: string,
  operator: Operator,
): Promise<Result<QuarantineView, Refusal>> {
  return settle(context, quarantineId, async (tx, held) => {
    await tx
      .tables<ExchangeTables>()
      .updateTable('exchange_inbox')
      .set({ state: 'delivered', attempts: 0, due_at: context.clock() })
      .where('from_institution', '=', held.from_institution)
      .where('transmission_id', '=', held.transmission_id)
      .execute();
    context.wake(tx, TASKS.process);
    return { state: 'replayed', reason: null, operator };
  });
}

/** Gives a held message up; the sender learns it by a rejecting L2 receipt. */
export function discard(
  context: Context,
  quarantineId: string,
  operator: Operator,
  reason: string,
): Promise<Result<QuarantineView, Refusal>> {
  return settle(context, quarantineId, async (tx, held) => {
    const at = context.clock();
    const row = await tx
      .tables<ExchangeTables>()
      .updateTable('exchange_inbox')
      .set({ state: 'rejected' })
      .where('from_institution', '=', held.from_institution)
      .where('transmission_id', '=', held.transmission_id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const rules = [violation('discarded-by-operator', '')];
    await decide(context, tx, [levelOf('L2', row, { rules, outcome: 'rejected', usedIn: [] }, at)], at);
    return { state: 'discarded', reason, operator };
  });
}

interface Settled {
  readonly state: 'replayed' | 'discarded';
  readonly reason: string | null;
  readonly operator: Operator;
}

type Held = Selectable<QuarantineTable>;

async function settle(
  context: Context,
  quarantineId: string,
  act: (tx: Parameters<Parameters<typeof transaction>[1]>[0], held: Held) => Promise<Settled>,
): Promise<Result<QuarantineView, Refusal>> {
  return transaction(context.database, async (tx) => {
    const tables = tx.tables<ExchangeTables>();
    const held = await tables
      .selectFrom('exchange_quarantine')
      .selectAll()
      .where('quarantine_id', '=', quarantineId)
      .forUpdate()
      .executeTakeFirst();
    if (held === undefined)
      return refuse({ code: 'business/not-found', detail: `No held message ${quarantineId}` });
    if (held.state !== 'held') {
      return refuse({
        code: 'business/action-not-allowed',
        detail: `It has been ${held.state}`,
        extra: { currentState: held.state },
      });
    }
    const { state, reason, operator } = await act(tx, held);
    const updated = await tables
      .updateTable('exchange_quarantine')
      .set({ state, reason })
      .where('quarantine_id', '=', quarantineId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit(tx, {
      actor: operator.subject,
      actorName: operator.name,
      action: `quarantine.${state}`,
      subject: { kind: 'transmission', id: held.transmission_id },
      data: {
        quarantineId,
        cause: held.cause,
        inputHash: held.input_hash,
        ...(reason === null ? {} : { reason }),
      },
      at: context.clock(),
    });
    return ok(quarantineView(updated));
  });
}

export async function listQuarantine(
  queries: Queries,
  state: QuarantineView['state'] | undefined,
): Promise<QuarantineView[]> {
  let query = queries.tables<ExchangeTables>().selectFrom('exchange_quarantine').selectAll();
  if (state !== undefined) query = query.where('state', '=', state);
  const rows = await query.orderBy('held_at', 'desc').orderBy('quarantine_id', 'desc').limit(200).execute();
  return rows.map(quarantineView);
}

function quarantineView(row: Held): QuarantineView {
  return {
    quarantineId: row.quarantine_id,
    receivedAt: row.received_at.toISOString(),
    transmissionId: row.transmission_id,
    from: row.from_institution,
    cause: row.cause,
    detail: row.detail,
    inputHash: row.input_hash,
    attempts: row.attempts,
    state: row.state,
  };
}
