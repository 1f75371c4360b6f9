/** A document that answers or replaces one that has not come waits for it, and holds up no other. */
import { sql, type Queries, type Tx } from '@urtuu/platform';
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Envelope } from '../envelope.ts';
import type { ExchangeTables, InboxTable } from '../tables.ts';

type InboxRow = Selectable<InboxTable>;

/** What is known of a transmission once its envelope is open. */
export function openedColumns(envelope: Envelope): Partial<Selectable<InboxTable>> {
  return {
    case_id: envelope.case.caseId,
    document_id: envelope.document.documentId,
    document_version: envelope.document.version,
    document_type: envelope.document.type,
    purpose: envelope.purpose.code,
    legal_basis: envelope.purpose.legalBasis,
  };
}

/** The documents that this one answers or replaces. */
export function parentsOf({ document: { inReplyTo, supersedes } }: Envelope): string[] {
  return [inReplyTo, supersedes?.documentId].filter((id) => id !== undefined);
}

/** Lets a message wait: due when the wait is over, or as soon as the parent comes. */
export async function waitFor(
  { schedule }: Context,
  tx: Tx,
  row: InboxRow,
  parent: string,
  columns: Partial<Selectable<InboxTable>>,
): Promise<void> {
  await tx
    .tables<ExchangeTables>()
    .updateTable('exchange_inbox')
    .set({
      ...columns,
      state: 'waiting',
      waiting_for: parent,
      attempts: 0,
      due_at: new Date(row.received_at.getTime() + schedule.parentWait),
      lease_until: null,
    })
    .where('from_institution', '=', row.from_institution)
    .where('transmission_id', '=', row.transmission_id)
    .execute();
}

/** Makes those due whose parent came at the same moment as they began to wait; the sweep looks for them. */
export async function wakeOvertaken(queries: Queries, at: Date): Promise<void> {
  await sql`
    update exchange_inbox set state = 'delivered', waiting_for = null, due_at = ${at}
    where waiting_for is not null
      and exists (select from exchange_document where document_id = exchange_inbox.waiting_for)
  `.execute(queries.tables<ExchangeTables>());
}
