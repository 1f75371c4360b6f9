/** The one row that keeps the size of the log and the roots of its perfect subtrees. */
import type { Frontier } from '@urtuu/evidence';
import type { Queries } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';

export async function frontierOf(queries: Queries): Promise<Frontier> {
  const row = await queries
    .tables<ExchangeTables>()
    .selectFrom('exchange_log_state')
    .select(['size', 'roots'])
    .executeTakeFirstOrThrow();
  return readFrontier(row);
}

export function readFrontier(row: { size: number; roots: Buffer } | undefined): Frontier {
  if (row === undefined) throw new Error('The evidence log has a state');
  const roots: Buffer[] = [];
  for (let at = 0; at < row.roots.length; at += 32) roots.push(row.roots.subarray(at, at + 32));
  return { size: row.size, roots };
}
