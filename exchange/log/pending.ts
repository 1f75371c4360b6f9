/**
 * Entries whose index nobody needs now: written by the transaction of what they prove, placed a moment later, many
 * together.
 */
import type { EntryKind } from '@urtuu/evidence';
import { sql, transaction, type Database, type Tx } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';
import { MOST_PLACED, openLog, type LogSource, type Unplaced } from './open-log.ts';

/** Adds entries whose index nobody needs now. Nobody waits for anybody. */
export async function appendLater(
  tx: Tx,
  kind: EntryKind,
  entries: readonly Unplaced[],
  { random, at }: LogSource,
): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into exchange_log_pending (kind, content_hash, salt, at, transmission_id)
    select ${kind}::text, content_hash, salt, ${at}::timestamptz, transmission_id from unnest(
      ${entries.map(({ contentHash }) => contentHash)}::bytea[],
      ${entries.map(() => Buffer.from(random(32)))}::bytea[],
      ${entries.map(({ transmissionId }) => transmissionId ?? null)}::uuid[]
    ) as new (content_hash, salt, transmission_id)`.execute(tx.tables<ExchangeTables>());
}

/** Gives all waiting entries their places. */
export async function placePending(database: Database, source: Omit<LogSource, 'at'>): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from exchange_log_pending limit 1`.execute(
      database.tables<ExchangeTables>(),
    );
    if (rows.length === 0) return;
    const placed = await transaction(database, async (tx) => {
      const log = await openLog(tx, { ...source, at: new Date() });
      await log.write();
      return log.placed;
    });
    if (placed < MOST_PLACED) return;
  }
}
