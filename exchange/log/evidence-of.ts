/** Documents and receipts as evidence: the signed text and the proof that it stood in this node's log. */
import { formatOpening, formatProofFile, inclusionProof } from '@urtuu/evidence';
import { ok, refuse, type Result } from '@urtuu/kernel';
import type { Queries } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { Context } from '../context.ts';
import type { ReceiptLevel } from '../receipts/receipt.ts';
import type { ExchangeTables } from '../tables.ts';
import { ownPolicy } from '../witness/own-policy.ts';
import { publishedCheckpoint } from '../witness/published.ts';
import { makeCheckpoint } from './checkpoints.ts';
import { logHashes } from './read-tile.ts';

export interface DocumentEvidence {
  /** the signed text, byte by byte as it was signed */
  readonly document: string;
  /** the `.tlog-proof` */
  readonly proof: string;
}

type Found = Result<DocumentEvidence, Refusal>;

/** Evidence of a document version; one that came in is proved by the receipt that accepted it. */
export async function evidenceOfDocument(
  context: Context,
  queries: Queries,
  { documentId, version }: { readonly documentId: string; readonly version: number },
): Promise<Found> {
  const tables = queries.tables<ExchangeTables>();
  const row = await tables
    .selectFrom('exchange_document')
    .select(['jws', 'direction', 'transmission_id'])
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return refuse({ code: 'business/not-found' });
  if (row.direction === 'received') {
    const receipt = await receiptOf(queries, 'issued', row.transmission_id, 'L2');
    if (receipt?.index === undefined) return refuse({ code: 'evidence/not-yet' });
    return prove(context, queries, { document: row.jws, index: receipt.index, receipt: receipt.body });
  }
  const sent = await tables
    .selectFrom('exchange_outbox')
    .select('log_index')
    .where('transmission_id', '=', row.transmission_id)
    .executeTakeFirst();
  if (sent?.log_index == null) return refuse({ code: 'evidence/not-yet' });
  return prove(context, queries, { document: row.jws, index: sent.log_index });
}

/** Evidence of a receipt that this node gave. */
export async function evidenceOfReceipt(
  context: Context,
  queries: Queries,
  { transmissionId, level }: { readonly transmissionId: string; readonly level: ReceiptLevel },
): Promise<Found> {
  const receipt = await receiptOf(queries, 'issued', transmissionId, level);
  if (receipt === undefined) return refuse({ code: 'business/not-found' });
  if (receipt.index === undefined) return refuse({ code: 'evidence/not-yet' });
  return prove(context, queries, { document: receipt.body, index: receipt.index });
}

async function receiptOf(
  queries: Queries,
  direction: 'issued' | 'received',
  transmissionId: string,
  level: ReceiptLevel,
): Promise<{ body: string; index: number | undefined } | undefined> {
  const row = await queries
    .tables<ExchangeTables>()
    .selectFrom('exchange_receipt')
    .select(['body', 'receipt'])
    .where('transmission_id', '=', transmissionId)
    .where('level', '=', level)
    .where('direction', '=', direction)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const index = row.body !== null && 'log' in row.receipt ? row.receipt.log.index : undefined;
  return { body: row.body ?? '', index };
}

interface Wanted {
  readonly document: string;
  readonly index: number;
  readonly receipt?: string;
}

async function prove(
  context: Context,
  queries: Queries,
  { document, index, receipt }: Wanted,
): Promise<Found> {
  const tables = queries.tables<ExchangeTables>();
  const entry = await tables
    .selectFrom('exchange_log_entry as entry')
    .leftJoin('exchange_log_salt as salt', 'salt.index', 'entry.index')
    .select(['entry.kind', 'entry.at', 'salt.salt', 'salt.content_hash'])
    .where('entry.index', '=', index)
    .executeTakeFirstOrThrow();
  if (entry.salt === null || entry.content_hash === null) return refuse({ code: 'evidence/erased' });
  const policy = await ownPolicy(context);
  const { size, note } =
    (await publishedCheckpoint(queries, policy, index)) ?? (await makeCheckpoint(context, queries));
  const extra = formatOpening({
    salt: entry.salt,
    contentHash: entry.content_hash,
    kind: entry.kind,
    at: entry.at,
    index,
    ...(receipt === undefined ? {} : { receipt }),
  });
  const hashes = await inclusionProof(logHashes(queries, size), { index, size });
  return ok({ document, proof: formatProofFile({ extra, index, hashes, checkpoint: note }) });
}
