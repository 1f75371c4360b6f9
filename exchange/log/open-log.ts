/**
 * The evidence log held for writing. Every entry is written by the transaction of what it proves. One whose index is
 * needed at once takes the log; the others wait in `exchange_log_pending` and get their places by the next that does.
 */
import { appendLeaf, entryText, leafHash, saltedHash, type EntryKind, type Frontier } from '@urtuu/evidence';
import { sql, type Tx } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';
import { readFrontier } from './frontier-row.ts';
import { isTileRoot, tileRoot, writeEntries, type Appended, type TileRoot } from './write-entries.ts';

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

/** Waiting entries that one transaction gives their places. */
export const MOST_PLACED = 500;

/**
 * Takes the log for this transaction and places the entries that wait. Indexes have no gaps, so writers wait for one
 * another until commit: do the signing of documents before, and commit soon after.
 */
export async function openLog(tx: Tx, source: LogSource): Promise<OpenLog> {
  const tables = tx.tables<ExchangeTables>();
  const state = await sql<{ size: number; roots: Buffer }>`
    select size, roots from exchange_log_state for update`.execute(tables);
  let frontier: Frontier = readFrontier(state.rows[0]);
  const appended: Appended[] = [];
  const roots: TileRoot[] = [];
  const place = (kind: EntryKind, at: Date, salt: Buffer, content: Unplaced): number => {
    const index = frontier.size;
    const hash = saltedHash(salt, content.contentHash);
    const leaf = leafHash(Buffer.from(entryText({ kind, hash, at, index })));
    frontier = appendLeaf(frontier, leaf, (subtree, root) => {
      if (isTileRoot(subtree)) roots.push(tileRoot(subtree, root));
    });
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
      await writeEntries(tx, appended, { roots, frontier });
      appended.length = 0;
      roots.length = 0;
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
