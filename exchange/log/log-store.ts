/** The evidence log in the database: entries get their index inside the transaction of what they prove. */
import { sql, type Queries, type Tx } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';
import { entryText, saltedHash, type EntryKind } from './entry.ts';
import { appendLeaf, leafHash, rootOf, type Frontier } from './merkle.ts';

/** The log held for writing. Between `openLog` and the commit no other transaction adds an entry. */
export interface OpenLog {
  /** Gives the next index to a content; nothing is written before `write`. */
  append(kind: EntryKind, contentHash: Buffer): number;
  /** Writes all appended entries, their salts and the new frontier in one statement. */
  write(): Promise<void>;
}

/** What a log entry is made with. */
export interface LogSource {
  readonly random: (length: number) => Uint8Array;
  readonly at: Date;
}

/**
 * Appends entries whose index nobody needs beforehand. Let it be the last statement of its transaction: from here to
 * the end of the commit every other writer of the log waits.
 */
export async function appendLast(
  tx: Tx,
  kind: EntryKind,
  contentHashes: readonly Buffer[],
  { random, at }: LogSource,
): Promise<void> {
  if (contentHashes.length === 0) return;
  const salts = contentHashes.map(() => Buffer.from(random(32)));
  await sql`select exchange_append_logs(
    ${kind}, ${contentHashes}::bytea[], ${salts}::bytea[], ${at.toISOString()})`.execute(
    tx.tables<ExchangeTables>(),
  );
}

interface Appended {
  readonly index: number;
  readonly kind: EntryKind;
  readonly hash: string;
  readonly leaf: Buffer;
  readonly salt: Buffer;
  readonly contentHash: Buffer;
}

/**
 * Takes the log for this transaction. Indexes have no gaps, so writers wait for one another until commit: do the
 * signing of documents before, and commit soon after.
 */
export async function openLog(tx: Tx, source: LogSource): Promise<OpenLog> {
  const state = await sql<{ size: number; roots: Buffer }>`
    select size, roots from exchange_log_state for update`.execute(tx.tables<ExchangeTables>());
  let frontier = readFrontier(state.rows[0]);
  const appended: Appended[] = [];
  return {
    append(kind, contentHash) {
      const index = frontier.size;
      const salt = Buffer.from(source.random(32));
      const hash = saltedHash(salt, contentHash);
      const leaf = leafHash(Buffer.from(entryText({ kind, hash, at: source.at, index })));
      frontier = appendLeaf(frontier, leaf);
      appended.push({ index, kind, hash, leaf, salt, contentHash });
      return index;
    },
    async write() {
      if (appended.length === 0) return;
      await writeEntries(tx, appended, frontier, source.at);
      appended.length = 0;
    },
  };
}

async function writeEntries(
  tx: Tx,
  appended: readonly Appended[],
  frontier: Frontier,
  at: Date,
): Promise<void> {
  const indexes = appended.map((entry) => entry.index);
  await sql`
    with entries as (
      insert into exchange_log_entry (index, kind, hash, at, leaf)
      select index, kind, hash, ${at}::timestamptz, leaf from unnest(
        ${indexes}::bigint[], ${appended.map((entry) => entry.kind)}::text[],
        ${appended.map((entry) => entry.hash)}::text[], ${appended.map((entry) => entry.leaf)}::bytea[]
      ) as new (index, kind, hash, leaf)
    ), salts as (
      insert into exchange_log_salt (index, salt, content_hash)
      select * from unnest(
        ${indexes}::bigint[], ${appended.map((entry) => entry.salt)}::bytea[],
        ${appended.map((entry) => entry.contentHash)}::bytea[])
    )
    update exchange_log_state set size = ${frontier.size}, roots = ${Buffer.concat(frontier.roots)}
  `.execute(tx.tables<ExchangeTables>());
}

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
  return { size: frontier.size, root: rootOf(frontier).toString('base64'), items };
}

export async function frontierOf(queries: Queries): Promise<Frontier> {
  const row = await queries
    .tables<ExchangeTables>()
    .selectFrom('exchange_log_state')
    .select(['size', 'roots'])
    .executeTakeFirstOrThrow();
  return readFrontier(row);
}

function readFrontier(row: { size: number; roots: Buffer } | undefined): Frontier {
  if (row === undefined) throw new Error('The evidence log has a state');
  const roots: Buffer[] = [];
  for (let at = 0; at < row.roots.length; at += 32) roots.push(row.roots.subarray(at, at + 32));
  return { size: row.size, roots };
}
