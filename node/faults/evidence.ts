/** What two nodes hold about the messages between them, read from their databases, to be held against each other. */
import { openDatabase, sql, type Database } from '@urtuu/platform';
import type { CorridorNode } from '../corridor/start-corridor.ts';

export interface Evidence {
  /** Ids of what was sent, with type and state. */
  readonly sent: readonly { readonly id: string; readonly type: string; readonly state: string }[];
  readonly received: readonly { readonly id: string; readonly type: string; readonly state: string }[];
  /** Digest of the body of each message, by id and direction. */
  readonly bodies: Readonly<Record<string, string>>;
  /** Signed receipts, `id level` to text. */
  readonly issued: Readonly<Record<string, string>>;
  readonly taken: Readonly<Record<string, string>>;
  readonly quarantined: number;
  readonly log: { readonly entries: number; readonly last: number; readonly size: number };
  /** Cases, claims and documents as the pensions hold them. */
  readonly cases: number;
  readonly claimsPerCase: number;
  readonly documentsTwice: number;
}

export async function evidenceOf(node: CorridorNode): Promise<Evidence> {
  const database = openDatabase(node.config['database.url'], {
    applicationName: 'urtuu evidence',
    poolSize: 2,
  });
  try {
    return await read(database);
  } finally {
    await database.close();
  }
}

async function read(database: Database): Promise<Evidence> {
  const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
    (await query.execute(database.tables<unknown>())).rows;
  const one = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> =>
    (await rows(query))[0]?.n ?? 0;
  type Message = { id: string; type: string; state: string; hash: string };
  const sent = await rows(sql<Message>`
    select transmission_id as id, document_type as type, state, body_hash as hash from exchange_outbox order by 1`);
  const received = await rows(sql<Message>`
    select transmission_id as id, document_type as type, state, body_hash as hash from exchange_inbox order by 1`);
  const receipts = await rows(sql<{ direction: string; key: string; body: string }>`
    select direction, transmission_id || ' ' || level as key, body from exchange_receipt order by 2`);
  const side = (direction: string): Record<string, string> =>
    Object.fromEntries(
      receipts.filter((row) => row.direction === direction).map(({ key, body }) => [key, body]),
    );
  const [log] = await rows(sql<{ entries: number; last: number; size: number }>`
    select count(*)::int as entries, coalesce(max(index), -1)::int as last,
      (select size::int from exchange_log_state) as size from exchange_log_entry`);
  return {
    sent,
    received,
    bodies: Object.fromEntries([...sent, ...received].map(({ id, hash }) => [id, hash])),
    issued: side('issued'),
    taken: side('received'),
    quarantined: await one(sql<{ n: number }>`select count(*)::int as n from exchange_quarantine`),
    log: log ?? { entries: 0, last: -1, size: 0 },
    cases: await one(sql<{ n: number }>`select count(*)::int as n from pensions_case`),
    claimsPerCase: await one(sql<{ n: number }>`
      select coalesce(max(n), 0)::int as n from (select count(*) as n from pensions_claim group by case_id) as per_case`),
    documentsTwice: await one(sql<{ n: number }>`
      select count(*)::int as n from (
        select from pensions_document group by case_id, type, direction having count(*) > 1) as twice`),
  };
}
