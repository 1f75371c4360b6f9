import type { Tx } from '@urtuu/platform';
import type { Context } from '../context.ts';
import type { TakenTransmission } from '../exchange.ts';
import type { ExchangeTables } from '../tables.ts';
import { decide } from './issue.ts';
import { levelOf } from './level.ts';

/**
 * The L3 receipt of an accepted transmission: used in these documents or decisions. Only the first call counts.
 * Throws for a transmission that was not accepted here.
 */
export async function markProcessed(
  context: Context,
  tx: Tx,
  { from, transmissionId }: TakenTransmission,
  usedIn: readonly string[],
): Promise<void> {
  const tables = tx.tables<ExchangeTables>();
  const row = await tables
    .selectFrom('exchange_inbox')
    .selectAll()
    .where('from_institution', '=', from)
    .where('transmission_id', '=', transmissionId)
    .where('state', 'in', ['accepted', 'processed'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Error(`No accepted transmission ${transmissionId} of ${from}`);
  if (row.state === 'processed') return;
  const at = context.clock();
  const document =
    row.document_id === null || row.document_version === null
      ? {}
      : { document: { documentId: row.document_id, version: row.document_version } };
  await decide(context, tx, [levelOf('L3', row, { rules: [], outcome: 'ok', usedIn, ...document }, at)], at);
  await tables
    .updateTable('exchange_inbox')
    .set({ state: 'processed' })
    .where('from_institution', '=', row.from_institution)
    .where('transmission_id', '=', transmissionId)
    .execute();
}
