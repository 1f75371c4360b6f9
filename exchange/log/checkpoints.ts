/** Checkpoints of the log: made when it has grown, signed once, kept as they were signed. */
import { checkpointText, formatNote, rootOf, signNote, type NoteSigner } from '@urtuu/evidence';
import type { Queries } from '@urtuu/platform';
import type { Context } from '../context.ts';
import { signBytes } from '../crypto/signature.ts';
import type { ExchangeTables } from '../tables.ts';
import { logVerifierKey } from '../witness/names.ts';
import { frontierOf } from './frontier-row.ts';

export interface KeptCheckpoint {
  readonly size: number;
  /** the signed note */
  readonly note: string;
}

type Source = Pick<Context, 'clock' | 'keys' | 'origin'>;

/** The newest checkpoint, after making one if the log has grown since. */
export async function makeCheckpoint(source: Source, queries: Queries): Promise<KeptCheckpoint> {
  const frontier = await frontierOf(queries);
  const newest = await newestCheckpoint(queries);
  if (newest !== undefined && newest.size >= frontier.size) return newest;
  const at = source.clock();
  const text = checkpointText({ origin: source.origin, size: frontier.size, root: rootOf(frontier) });
  const note = formatNote({ text, signatures: [signNote(text, logSigner(source, at))] });
  await queries
    .tables<ExchangeTables>()
    .insertInto('exchange_checkpoint')
    .values({ size: frontier.size, note, at })
    // Another process was first: of one size there is one root.
    .onConflict((conflict) => conflict.column('size').doNothing())
    .execute();
  return { size: frontier.size, note };
}

export function newestCheckpoint(queries: Queries): Promise<KeptCheckpoint | undefined> {
  return queries
    .tables<ExchangeTables>()
    .selectFrom('exchange_checkpoint')
    .select(['size', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function logSigner({ keys, origin }: Source, at: Date): NoteSigner {
  const key = keys.active('log', at);
  return { key: logVerifierKey(origin, key), sign: (bytes) => signBytes(key, bytes) };
}
