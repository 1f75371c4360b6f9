/** The public face of the log: checkpoint, tiles, entry bundles. */
import { formatPolicy, parseTilePath } from '@urtuu/evidence';
import { ok, refuse } from '@urtuu/kernel';
import { withHeaders, type Handlers } from '@urtuu/platform';
import type { Context } from '../context.ts';
import { ownPolicy } from '../witness/own-policy.ts';
import { publishedCheckpoint } from '../witness/published.ts';
import { makeCheckpoint } from './checkpoints.ts';
import type { logContract } from './contract.ts';
import { readTile } from './read-tile.ts';

/** A checkpoint is replaced by the next one; a tile is for ever. */
const A_MOMENT = { 'cache-control': 'public, max-age=2' };
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

export function createLogRoutes(context: Context): Handlers<typeof logContract> {
  const { database } = context;
  return {
    async logCheckpoint() {
      const published = await publishedCheckpoint(database, await ownPolicy(context));
      const { note } = published ?? (await makeCheckpoint(context, database));
      return ok(withHeaders(Buffer.from(note), A_MOMENT));
    },
    async logPolicy() {
      return ok(withHeaders(Buffer.from(formatPolicy(await ownPolicy(context))), A_MOMENT));
    },
    async logTile({ params }) {
      const tile = parseTilePath(params['*']);
      const bytes = tile && (await readTile(database, tile));
      if (bytes === undefined) return refuse({ code: 'business/not-found' });
      return ok(withHeaders(bytes, FOR_EVER));
    },
  };
}
