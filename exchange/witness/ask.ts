/** Asking witnesses to cosign the newest checkpoint: each on its own, again at the next sweep where it did not work. */
import {
  consistencyProof,
  formatAddCheckpoint,
  formatVerifierKey,
  parseNote,
  signatureLine,
  verifyNote,
  type Policy,
} from '@urtuu/evidence';
import { expectOk } from '@urtuu/kernel';
import { sql } from '@urtuu/platform';
import type { Context } from '../context.ts';
import { newestCheckpoint, type KeptCheckpoint } from '../log/checkpoints.ts';
import { logHashes } from '../log/read-tile.ts';
import type { ExchangeTables } from '../tables.ts';
import { ownPolicy } from './own-policy.ts';
import { postToWitness, type WitnessAnswer } from './post.ts';
import { publishedCheckpoint } from './published.ts';

type Witness = Policy['witnesses'][number];

/** Witnesses that have not cosigned the newest checkpoint. */
export async function witnessesToAsk(context: Context): Promise<readonly Witness[]> {
  const newest = await newestCheckpoint(context.database);
  if (newest === undefined) return [];
  const { witnesses } = await ownPolicy(context);
  const rows = await context.database
    .tables<ExchangeTables>()
    .selectFrom('exchange_cosignature')
    .select('witness')
    .where('size', '=', newest.size)
    .execute();
  const done = new Set(rows.map(({ witness }) => witness));
  return witnesses.filter(({ key }) => !done.has(formatVerifierKey(key)));
}

export async function askWitnesses(context: Context): Promise<void> {
  const newest = await newestCheckpoint(context.database);
  if (newest === undefined) return;
  const asked = await witnessesToAsk(context);
  await Promise.all(asked.map((witness) => askOne(context, witness, newest)));
  await forgetOlder(context);
}

async function askOne(context: Context, witness: Witness, checkpoint: KeptCheckpoint): Promise<void> {
  const name = formatVerifierKey(witness.key);
  const row = await context.database
    .tables<ExchangeTables>()
    .selectFrom('exchange_witness')
    .select('size')
    .where('witness', '=', name)
    .executeTakeFirst();
  const known = row?.size ?? 0;
  // A witness whose answer was lost, or that was restored, tells where it is.
  const first = await submit(context, witness, checkpoint, known);
  const fits = first.kind === 'conflict' && first.size !== known && first.size <= checkpoint.size;
  const answer = fits ? await submit(context, witness, checkpoint, first.size) : first;
  const line = answer.kind === 'cosigned' ? cosignatureOf(witness, checkpoint, answer.lines) : undefined;
  if (line !== undefined) await keep(context, { name, line, size: checkpoint.size });
  else await keepFailure(context, name, answer, checkpoint.size);
}

async function submit(
  context: Context,
  { url = '' }: Witness,
  { size, note }: KeptCheckpoint,
  old: number,
): Promise<WitnessAnswer> {
  const proof = old > size ? [] : await consistencyProof(logHashes(context.database, size), { old, size });
  return postToWitness(context, url, formatAddCheckpoint({ old: Math.min(old, size), proof, note }));
}

/** The line of this witness among those that came, if it verifies. */
function cosignatureOf({ key }: Witness, { note }: KeptCheckpoint, lines: string): string | undefined {
  const { text } = expectOk(parseNote(note), 'our own checkpoint');
  const came = parseNote(`${text}\n${lines}`);
  if (!came.ok) return undefined;
  for (const signature of came.value.signatures) {
    if (verifyNote({ text, signatures: [signature] }, [key]).ok) return signatureLine(signature);
  }
  return undefined;
}

async function keep(
  { clock, database }: Context,
  { name, line, size }: { readonly name: string; readonly line: string; readonly size: number },
): Promise<void> {
  const at = clock();
  await sql`
    with cosignature as (
      insert into exchange_cosignature (size, witness, line, at) values (${size}, ${name}, ${line}, ${at})
      on conflict (size, witness) do nothing)
    insert into exchange_witness (witness, size, cosigned_at) values (${name}, ${size}, ${at})
    on conflict (witness) do update set size = excluded.size, cosigned_at = excluded.cosigned_at,
      failure = null, failed_at = null`.execute(database.tables<ExchangeTables>());
}

/** Silence is usual; that a witness says no is not, for then it has seen another log than this. */
async function keepFailure(
  { clock, count, database, logger }: Context,
  name: string,
  answer: WitnessAnswer,
  size: number,
): Promise<void> {
  const failure = failureOf(answer);
  if (failure === 'silent') logger.warn({ witness: name }, 'a witness is silent');
  else logger.error({ witness: name, failure, size }, 'a witness did not cosign the evidence log');
  count('notCosigned');
  await sql`
    insert into exchange_witness (witness, size, failure, failed_at) values (${name}, 0, ${failure}, ${clock()})
    on conflict (witness) do update set failure = excluded.failure, failed_at = excluded.failed_at`.execute(
    database.tables<ExchangeTables>(),
  );
}

function failureOf(answer: WitnessAnswer): string {
  switch (answer.kind) {
    case 'silent':
      return 'silent';
    case 'cosigned':
      return 'cosignature-invalid';
    case 'conflict':
      return 'conflict';
    case 'refused':
      return `refused-${answer.status}`;
  }
}

/** A checkpoint below the published one proves nothing that this one does not. */
async function forgetOlder(context: Context): Promise<void> {
  const published = await publishedCheckpoint(context.database, await ownPolicy(context));
  if (published === undefined) return;
  await context.database
    .tables<ExchangeTables>()
    .deleteFrom('exchange_checkpoint')
    .where('size', '<', published.size)
    .execute();
}
