import { sql, type Tx } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';
import type { Receipt } from './receipt.ts';

export interface ReceivedReceipt {
  readonly from: string;
  readonly receipt: Receipt;
  /** as it came */
  readonly body: string;
}

/** Keeps receipts that came, each once; answers those that are new. */
export async function keepReceived(
  tx: Tx,
  kept: readonly ReceivedReceipt[],
  at: Date,
): Promise<ReceivedReceipt[]> {
  const of = <T>(member: (one: ReceivedReceipt) => T): T[] => kept.map(member);
  const { rows } = await sql<{ institution: string; transmission_id: string; level: string }>`
    insert into exchange_receipt (direction, institution, transmission_id, level, body, outcome, at, receipt, tries)
    select 'received', institution, transmission_id, level, body, outcome, ${at}::timestamptz, receipt, 0
    from unnest(
      ${of(({ from }) => from)}::text[], ${of(({ receipt }) => receipt.transmissionId)}::uuid[],
      ${of(({ receipt }) => receipt.level)}::text[], ${of(({ body }) => body)}::text[],
      ${of(({ receipt }) => receipt.outcome)}::text[], ${of(({ receipt }) => JSON.stringify(receipt))}::jsonb[]
    ) as new (institution, transmission_id, level, body, outcome, receipt)
    on conflict do nothing
    returning institution, transmission_id, level`.execute(tx.tables<ExchangeTables>());
  const news = new Set(rows.map((row) => `${row.institution} ${row.transmission_id} ${row.level}`));
  // Once for each: the same receipt may stand twice in what came.
  return kept.filter(({ from, receipt }) =>
    news.delete(`${from} ${receipt.transmissionId} ${receipt.level}`),
  );
}
