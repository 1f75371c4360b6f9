/**
 * Lawful deletion. Erasing the salt of an entry, and with it the content hash, leaves the tree of the log whole and the
 * entry proving nothing about anybody: without the salt the hash in it cannot be made again from any document.
 */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { audit, sql, transaction, type Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { Context } from '../context.ts';
import type { ExchangeTables } from '../tables.ts';
import { placePending } from './pending.ts';

export interface Erasure {
  /** why, as the law has it: an article or the number of an order; no name and no identifier of a person */
  readonly legalBasis: string;
  readonly operator: { readonly subject: string; readonly name: string };
}

export interface Erased {
  /** entries of the log that lost their salt now */
  readonly indexes: readonly number[];
}

/** Erases the salts of every entry about a document version: its sending, and the receipts given and taken for it. */
export async function eraseSalts(
  context: Context,
  { documentId, version }: { readonly documentId: string; readonly version: number },
  { legalBasis, operator }: Erasure,
): Promise<Result<Erased, Refusal>> {
  // An entry that has no place yet would bring its salt along later.
  await placePending(context.database, context);
  return transaction(context.database, async (tx) => {
    const document = await tx
      .tables<ExchangeTables>()
      .selectFrom('exchange_document')
      .select(['transmission_id', 'case_id'])
      .where('document_id', '=', documentId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (document === undefined) return refuse({ code: 'business/not-found' });
    const indexes = await deleteSalts(tx, document.transmission_id);
    await audit(tx, {
      actor: operator.subject,
      actorName: operator.name,
      action: 'evidence.saltErased',
      subject: { kind: 'document', id: documentId },
      caseId: document.case_id,
      data: { version, legalBasis, indexes },
      at: context.clock(),
    });
    return ok({ indexes });
  });
}

async function deleteSalts(tx: Tx, transmissionId: string): Promise<number[]> {
  const { rows } = await sql<{ index: number }>`
    delete from exchange_log_salt where index in (
      select log_index from exchange_outbox where transmission_id = ${transmissionId}::uuid
      union select log_index from exchange_inbox where transmission_id = ${transmissionId}::uuid
      union select (receipt -> 'log' ->> 'index')::bigint from exchange_receipt
        where transmission_id = ${transmissionId}::uuid and direction = 'issued' and body is not null)
      -- of a receipt that came the log keeps the hash, and nobody its place
      or content_hash in (select sha256(convert_to(body, 'UTF8')) from exchange_receipt
        where transmission_id = ${transmissionId}::uuid and direction = 'received')
    returning index`.execute(tx.tables<ExchangeTables>());
  return rows.map(({ index }) => index).sort((a, b) => a - b);
}
