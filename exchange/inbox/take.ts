/** Stored transmissions, opened and judged: together where they can be, else one by one. */
import { sql, transaction, type Tx } from '@urtuu/platform';
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { ExchangeTables, InboxTable } from '../tables.ts';
import { acceptAll, type Openable } from './accept.ts';
import { answerAll } from './answer.ts';
import { openDocument, type RejectedDocument } from './open-document.ts';
import { hold } from './quarantine.ts';

type InboxRow = Selectable<InboxTable>;

export interface Together {
  /** to be taken one by one */
  readonly left: readonly InboxRow[];
  readonly failed: readonly { readonly row: InboxRow; readonly error: unknown }[];
}

/** Takes what is good and in order in one transaction; whatever is special is left for `take`. */
export async function takeTogether(context: Context, rows: readonly InboxRow[]): Promise<Together> {
  const directory = await context.directory.view();
  const items: Openable[] = [];
  const left: InboxRow[] = [];
  for (const row of rows) {
    const opening = openDocument(context, row, directory);
    if (opening.kind === 'opened' && row.state !== 'waiting') items.push({ row, opened: opening });
    else left.push(row);
  }
  if (items.length === 0) return { left, failed: [] };
  // Rooms lock their cases in this order.
  items.sort((a, b) => (a.opened.envelope.case.caseId < b.opened.envelope.case.caseId ? -1 : 1));
  const outcomes = await acceptAll(context, items);
  const failed: { row: InboxRow; error: unknown }[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const row = items[index]?.row;
    if (row === undefined) continue;
    if (outcome.kind === 'again') left.push(row);
    if (outcome.kind === 'failed') failed.push({ row, error: outcome.error });
  }
  return { left, failed };
}

/** Takes one. Throws where a room fails; the caller counts that and decides about another attempt. */
export async function take(context: Context, row: InboxRow): Promise<void> {
  let opening = openDocument(context, row, await context.directory.view());
  if (opening.kind === 'held' && opening.cause === 'key-unknown') {
    opening = openDocument(context, row, await context.directory.fresh());
  }
  if (opening.kind === 'held') return hold(context, row, opening);
  if (opening.kind === 'rejected') return reject(context, row, opening);
  const [outcome] = await acceptAll(context, [{ row, opened: opening }]);
  if (outcome?.kind === 'failed') throw outcome.error;
  if (outcome?.kind === 'orphan') {
    const detail = opening.envelope.document.inReplyTo ?? 'superseded document';
    await hold(context, row, { cause: 'parent-missing', detail });
  }
}

async function reject(context: Context, row: InboxRow, { rules, envelope }: RejectedDocument): Promise<void> {
  await transaction(context.database, async (tx) => {
    if (!(await isStillDue(tx, row))) return;
    const document =
      envelope === undefined
        ? {}
        : { document: { documentId: envelope.document.documentId, version: envelope.document.version } };
    await answerAll(context, tx, [
      { row, envelope, verdict: { rules, outcome: 'rejected', usedIn: [], ...document } },
    ]);
  });
  context.logger.warn(
    { transmissionId: row.transmission_id, rules: rules.map(({ id }) => id) },
    'document rejected',
  );
  context.count('rejected');
}

/** Held for this transaction, and still to be done: another process may have been quicker after a lease ran out. */
async function isStillDue(tx: Tx, row: InboxRow): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select due_at is not null as due from exchange_inbox
    where from_institution = ${row.from_institution} and transmission_id = ${row.transmission_id}
    for update`.execute(tx.tables<ExchangeTables>());
  return rows[0]?.due ?? false;
}
