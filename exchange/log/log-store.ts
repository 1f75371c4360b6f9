/**
 * The evidence log in the database. Every entry is written by the transaction of what it proves. One whose index is
 * needed at once takes the log; the others wait in `exchange_log_pending` and get their places by the next that does.
 */
import { sql, transaction, type Database, type Queries, type Tx } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';
import { entryText, saltedHash, type EntryKind } from './entry.ts';
import { appendLeaf, leafHash, rootOf, type Frontier } from './merkle.ts';

/** The log held for writing. Between `openLog` and the commit no other transaction adds an entry. */
export interface OpenLog {
  /** waiting entries that get their places with it */
  readonly placed: number;
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

/** What an entry without a place yet is about. */
export interface Unplaced {
  readonly contentHash: Buffer;
  /** the outbox row that is told the index */
  readonly transmissionId?: string;
}

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

/** Waiting entries that one transaction gives their places. */
const MOST_PLACED = 500;

interface Appended extends Unplaced {
  readonly index: number;
  readonly kind: EntryKind;
  readonly hash: string;
  readonly at: Date;
  readonly leaf: Buffer;
  readonly salt: Buffer;
}

/**
 * Takes the log for this transaction and places the entries that wait. Indexes have no gaps, so writers wait for one
 * another until commit: do the signing of documents before, and commit soon after.
 */
export async function openLog(tx: Tx, source: LogSource): Promise<OpenLog> {
  const tables = tx.tables<ExchangeTables>();
  const state = await sql<{ size: number; roots: Buffer }>`
    select size, roots from exchange_log_state for update`.execute(tables);
  let frontier = readFrontier(state.rows[0]);
  const appended: Appended[] = [];
  const place = (kind: EntryKind, at: Date, salt: Buffer, content: Unplaced): number => {
    const index = frontier.size;
    const hash = saltedHash(salt, content.contentHash);
    const leaf = leafHash(Buffer.from(entryText({ kind, hash, at, index })));
    frontier = appendLeaf(frontier, leaf);
    appended.push({ ...content, index, kind, hash, at, leaf, salt });
    return index;
  };
  const pending = await takePending(tx);
  for (const row of pending) {
    const transmission = row.transmission_id === null ? {} : { transmissionId: row.transmission_id };
    place(row.kind, row.at, row.salt, { contentHash: row.content_hash, ...transmission });
  }
  return {
    placed: pending.length,
    append: (kind, contentHash) => place(kind, source.at, Buffer.from(source.random(32)), { contentHash }),
    async write() {
      if (appended.length === 0) return;
      await writeEntries(tx, appended, frontier);
      appended.length = 0;
    },
  };
}

interface PendingRow {
  readonly id: string;
  readonly kind: EntryKind;
  readonly content_hash: Buffer;
  readonly salt: Buffer;
  readonly at: Date;
  readonly transmission_id: string | null;
}

/** In the order in which they were added. Whoever has taken the log is alone here, so nothing needs a lock. */
async function takePending(tx: Tx): Promise<PendingRow[]> {
  const { rows } = await sql<PendingRow>`
    delete from exchange_log_pending
    where id = any(array(select id from exchange_log_pending order by id limit ${MOST_PLACED}))
    returning id, kind, content_hash, salt, at, transmission_id`.execute(tx.tables<ExchangeTables>());
  return rows.sort((a, b) => Number(a.id) - Number(b.id));
}

async function writeEntries(tx: Tx, appended: readonly Appended[], frontier: Frontier): Promise<void> {
  const indexes = appended.map((entry) => entry.index);
  const sent = appended.filter(({ transmissionId }) => transmissionId !== undefined);
  await sql`
    with entries as (
      insert into exchange_log_entry (index, kind, hash, at, leaf)
      select * from unnest(
        ${indexes}::bigint[], ${appended.map((entry) => entry.kind)}::text[],
        ${appended.map((entry) => entry.hash)}::text[], ${appended.map((entry) => entry.at)}::timestamptz[],
        ${appended.map((entry) => entry.leaf)}::bytea[])
    ), salts as (
      insert into exchange_log_salt (index, salt, content_hash)
      select * from unnest(
        ${indexes}::bigint[], ${appended.map((entry) => entry.salt)}::bytea[],
        ${appended.map((entry) => entry.contentHash)}::bytea[])
    ), outbox as (
      update exchange_outbox as outbox set log_index = new.index
      from unnest(
        ${sent.map(({ transmissionId }) => transmissionId)}::uuid[], ${sent.map(({ index }) => index)}::bigint[]
      ) as new (transmission_id, index)
      where outbox.transmission_id = new.transmission_id
        and outbox.transmission_id = any(${sent.map(({ transmissionId }) => transmissionId)}::uuid[])
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
