/** The public face of the log: checkpoint, tiles, entry bundles. */
import { parseTilePath } from '@urtuu/evidence';
import { ok, refuse } from '@urtuu/kernel';
import { withHeaders, type Handlers } from '@urtuu/platform';
import type { Context } from '../context.ts';
import { makeCheckpoint, newestCheckpoint } from './checkpoints.ts';
import type { logContract } from './contract.ts';
import { readTile } from './read-tile.ts';

/** A checkpoint is replaced by the next one; a tile is for ever. */
const A_MOMENT = { 'cache-control': 'public, max-age=2' };
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

export function createLogRoutes(context: Context): Handlers<typeof logContract> {
  const { database } = context;
  return {
    async logCheckpoint() {
      const { note } = (await newestCheckpoint(database)) ?? (await makeCheckpoint(context, database));
      return ok(withHeaders(Buffer.from(note), A_MOMENT));
    },
    async logTile({ params }) {
      const tile = parseTilePath(params['*']);
      const bytes = tile && (await readTile(database, tile));
      if (bytes === undefined) return refuse({ code: 'business/not-found' });
      return ok(withHeaders(bytes, FOR_EVER));
    },
  };
}
