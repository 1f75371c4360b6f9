/** The log as the console lists it. */
import { rootOf } from '@urtuu/evidence';
import type { Queries } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';
import { frontierOf } from './frontier-row.ts';

export interface LogPage {
  readonly size: number;
  /** base64 of the tree's root */
  readonly root: string;
  readonly items: readonly {
    readonly index: number;
    readonly kind: string;
    readonly hash: string;
    readonly at: Date;
  }[];
}

/** A hundred entries, newest first, before an index; with size and root of the whole log. */
export async function logPage(queries: Queries, before: number | undefined): Promise<LogPage> {
  const tables = queries.tables<ExchangeTables>();
  const frontier = await frontierOf(queries);
  const items = await tables
    .selectFrom('exchange_log_entry')
    .select(['index', 'kind', 'hash', 'at'])
    .where('index', '<', Math.min(before ?? frontier.size, frontier.size))
    .orderBy('index', 'desc')
    .limit(100)
    .execute();
  return { size: frontier.size, root: Buffer.from(rootOf(frontier)).toString('base64'), items };
}
