/** An operator sends again now: the same identifier, the same bytes, a new horizon. */
import { ok, refuse, isUuid, type Result } from '@urtuu/kernel';
import { audit, transaction } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { TASKS, type Context } from '../context.ts';
import type { Operator } from '../inbox/quarantine.ts';
import type { ExchangeTables, OutboxState } from '../tables.ts';

/** States in which another attempt can still bring something. */
const RESUMABLE: readonly OutboxState[] = ['queued', 'sending', 'delivered', 'missingReceipt', 'quarantined'];

export async function resume(
  context: Context,
  transmissionId: string,
  operator: Operator,
): Promise<Result<undefined, Refusal>> {
  const notFound = refuse({ code: 'business/not-found', detail: `No sent transmission ${transmissionId}` });
  if (!isUuid(transmissionId)) return notFound;
  const at = context.clock();
  return transaction(context.database, async (tx) => {
    const tables = tx.tables<ExchangeTables>();
    const row = await tables
      .selectFrom('exchange_outbox')
      .select(['state', 'to_institution', 'case_id'])
      .where('transmission_id', '=', transmissionId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return notFound;
    if (!RESUMABLE.includes(row.state)) {
      return refuse({
        code: 'business/action-not-allowed',
        detail: `It is ${row.state} already`,
        extra: { currentState: row.state, transmissionId },
      });
    }
    await tables
      .updateTable('exchange_outbox')
      .set({
        state: row.state === 'delivered' ? 'delivered' : 'queued',
        tries: 0,
        next_attempt_at: at,
        horizon_at: new Date(at.getTime() + context.schedule.horizon),
      })
      .where('transmission_id', '=', transmissionId)
      .execute();
    context.wake(tx, TASKS.deliver, row.to_institution);
    await audit(tx, {
      actor: operator.subject,
      actorName: operator.name,
      action: 'transmission.resumed',
      subject: { kind: 'transmission', id: transmissionId },
      caseId: row.case_id,
      data: { from: row.state },
      at,
    });
    return ok(undefined);
  });
}
