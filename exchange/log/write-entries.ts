import { TILE_WIDTH, type EntryKind, type Frontier, type Subtree } from '@urtuu/evidence';
import { sql, type Tx } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';

export interface Appended {
  readonly index: number;
  readonly kind: EntryKind;
  readonly hash: string;
  readonly at: Date;
  readonly leaf: Uint8Array;
  readonly salt: Buffer;
  readonly contentHash: Buffer;
  /** the outbox row that is told the index */
  readonly transmissionId?: string;
}

/** The root of a whole tile: the hash that stands for it in the tile above. */
export interface TileRoot {
  /** level of the tile in which it stands, from 1 on */
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

const TILE_HEIGHT = Math.log2(TILE_WIDTH);

export function isTileRoot({ height }: Subtree): boolean {
  return height % TILE_HEIGHT === 0;
}

export function tileRoot({ height, index }: Subtree, hash: Uint8Array): TileRoot {
  return { level: height / TILE_HEIGHT, index, hash };
}

/** Entries, their salts, the roots of tiles that they complete, and the new frontier, in one statement. */
export async function writeEntries(
  tx: Tx,
  appended: readonly Appended[],
  { roots, frontier }: { readonly roots: readonly TileRoot[]; readonly frontier: Frontier },
): Promise<void> {
  const indexes = appended.map((entry) => entry.index);
  const sent = appended.filter(({ transmissionId }) => transmissionId !== undefined);
  await sql`
    with entries as (
      insert into exchange_log_entry (index, kind, hash, at, leaf)
      select * from unnest(
        ${indexes}::bigint[], ${appended.map((entry) => entry.kind)}::text[],
        ${appended.map((entry) => entry.hash)}::text[], ${appended.map((entry) => entry.at)}::timestamptz[],
        ${appended.map((entry) => Buffer.from(entry.leaf))}::bytea[])
    ), salts as (
      insert into exchange_log_salt (index, salt, content_hash)
      select * from unnest(
        ${indexes}::bigint[], ${appended.map((entry) => entry.salt)}::bytea[],
        ${appended.map((entry) => entry.contentHash)}::bytea[])
    ), tiles as (
      insert into exchange_log_tile_root (level, index, hash)
      select * from unnest(
        ${roots.map(({ level }) => level)}::integer[], ${roots.map(({ index }) => index)}::bigint[],
        ${roots.map(({ hash }) => Buffer.from(hash))}::bytea[])
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
