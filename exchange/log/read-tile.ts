/** Tiles and entry bundles of the log, made from its rows: leaves stand in the entries, the rest are roots of tiles. */
import {
  entryBundle,
  entryText,
  hashesFromTiles,
  TILE_WIDTH,
  type SubtreeHashes,
  type TileAddress,
} from '@urtuu/evidence';
import type { Queries } from '@urtuu/platform';
import type { ExchangeTables } from '../tables.ts';

/** The bytes of a tile; undefined while the log does not reach to its end. What is there never changes. */
export async function readTile(queries: Queries, tile: TileAddress): Promise<Uint8Array | undefined> {
  const parts = tile.level === 'entries' ? await entriesOf(queries, tile) : await hashesOf(queries, tile);
  if (parts.length < tile.width) return undefined;
  return tile.level === 'entries' ? entryBundle(parts) : Buffer.concat(parts);
}

/** Hashes of the subtrees of this log as it was at a size that it has reached. */
export function logHashes(queries: Queries, size: number): SubtreeHashes {
  return hashesFromTiles(size, async (tile) => {
    const bytes = await readTile(queries, tile);
    if (bytes === undefined) throw new Error(`The evidence log has no tile ${tile.level}/${tile.index}`);
    return bytes;
  });
}

async function entriesOf(queries: Queries, { index, width }: TileAddress): Promise<Uint8Array[]> {
  const first = index * TILE_WIDTH;
  const rows = await queries
    .tables<ExchangeTables>()
    .selectFrom('exchange_log_entry')
    .select(['index', 'kind', 'hash', 'at'])
    .where('index', '>=', first)
    .where('index', '<', first + width)
    .orderBy('index')
    .execute();
  return rows.map((row) => Buffer.from(entryText(row)));
}

async function hashesOf(queries: Queries, { level, index, width }: TileAddress): Promise<Uint8Array[]> {
  const first = index * TILE_WIDTH;
  const tables = queries.tables<ExchangeTables>();
  const rows =
    level === 0
      ? await tables
          .selectFrom('exchange_log_entry')
          .select('leaf as hash')
          .where('index', '>=', first)
          .where('index', '<', first + width)
          .orderBy('index')
          .execute()
      : await tables
          .selectFrom('exchange_log_tile_root')
          .select('hash')
          .where('level', '=', Number(level))
          .where('index', '>=', first)
          .where('index', '<', first + width)
          .orderBy('index')
          .execute();
  return rows.map(({ hash }) => hash);
}
