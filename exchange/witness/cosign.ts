/** Cosigning checkpoints of partners: judged, kept and only then answered, under the lock of the log's row. */
import {
  EMPTY_ROOT,
  formatNote,
  judge,
  readSubmission,
  signatureLine,
  signNote,
  type NoteSigner,
  type Submission,
  type SubmissionRefusal,
} from '@urtuu/evidence';
import { sql, transaction, type Tx } from '@urtuu/platform';
import type { Context } from '../context.ts';
import { signBytes } from '../crypto/signature.ts';
import type { ExchangeTables } from '../tables.ts';
import { logKeysOf, originHash, witnessVerifierKey } from './names.ts';

export type Cosigning =
  /** the lines of the cosignatures */
  | { readonly kind: 'cosigned'; readonly lines: string }
  | { readonly kind: 'conflict'; readonly size: number }
  | { readonly kind: 'refused'; readonly code: SubmissionRefusal['code'] | 'inconsistent' };

export async function cosign(context: Context, body: string): Promise<Cosigning> {
  const { all } = await context.directory.view();
  const keysOf = (origin: string) => all.filter(({ log }) => log === origin).flatMap(logKeysOf);
  const read = readSubmission(body, keysOf);
  if ('refused' in read) return { kind: 'refused', code: read.refused.code };
  return transaction(context.database, (tx) => judgeIn(context, tx, read.submission));
}

async function judgeIn(context: Context, tx: Tx, submission: Submission): Promise<Cosigning> {
  const { checkpoint, note } = submission;
  const at = context.clock();
  const seen = await lockSeen(tx, checkpoint.origin, at);
  const judgement = judge(submission, seen);
  if (judgement.kind === 'conflict') return judgement;
  if (judgement.kind === 'inconsistent') {
    const { origin, size } = checkpoint;
    // The one thing a witness is for: whoever runs this node must hear of it.
    context.logger.error(
      { origin, size, seen: seen.size },
      'the log of a partner is not the one seen before',
    );
    context.count('logInconsistent');
    return { kind: 'refused', code: 'inconsistent' };
  }
  const signature = signNote(note.text, ownWitness(context, at), Math.floor(at.getTime() / 1000));
  await tx
    .tables<ExchangeTables>()
    .updateTable('exchange_witnessed')
    .set({
      size: checkpoint.size,
      root: Buffer.from(checkpoint.root),
      note: formatNote({ text: note.text, signatures: [...note.signatures, signature] }),
      at,
    })
    .where('origin', '=', checkpoint.origin)
    .execute();
  return { kind: 'cosigned', lines: signatureLine(signature) };
}

/** The row of a log, made if there is none, held to the end of the transaction. */
async function lockSeen(tx: Tx, origin: string, at: Date): Promise<{ size: number; root: Buffer }> {
  const { rows } = await sql<{ size: number; root: Buffer }>`
    insert into exchange_witnessed (origin, origin_hash, size, root, note, at)
    values (${origin}, ${originHash(origin)}, 0, ${Buffer.from(EMPTY_ROOT)}, '', ${at})
    on conflict (origin) do update set origin = excluded.origin
    returning size, root`.execute(tx.tables<ExchangeTables>());
  const [seen] = rows;
  if (seen === undefined) throw new Error('An insert that returns has a row');
  return seen;
}

export function ownWitness({ keys, origin }: Pick<Context, 'keys' | 'origin'>, at: Date): NoteSigner {
  const key = keys.active('witness', at);
  return { key: witnessVerifierKey(origin, key), sign: (bytes) => signBytes(key, bytes) };
}
