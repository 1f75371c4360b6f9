/** One transmission: opened, judged, handed to its room and answered by L2, in one transaction. */
import { refuse } from '@urtuu/kernel';
import { enqueue, sql, transaction, type Tx } from '@urtuu/platform';
import type { Selectable } from 'kysely';
import type { CaseRole } from '../cases/state-table.ts';
import { TASKS, type Context } from '../context.ts';
import type { Envelope } from '../envelope.ts';
import type { DocumentHandler } from '../exchange.ts';
import { decide } from '../receipts/issue.ts';
import { levelOf, type Verdict } from '../receipts/level.ts';
import { violation, type RuleViolation } from '../rules/rules.ts';
import type { ExchangeTables, InboxTable } from '../tables.ts';
import { openDocument, type OpenedDocument, type RejectedDocument } from './open-document.ts';
import { missingParent, openedColumns, waitFor } from './parents.ts';
import { hold } from './quarantine.ts';

type InboxRow = Selectable<InboxTable>;

/** Throws where a room fails; the caller counts that and decides about another attempt. */
export async function take(context: Context, row: InboxRow): Promise<void> {
  let opening = openDocument(context, row, await context.directory.view());
  if (opening.kind === 'held' && opening.cause === 'key-unknown') {
    opening = openDocument(context, row, await context.directory.fresh());
  }
  switch (opening.kind) {
    case 'held':
      return hold(context, row, opening);
    case 'rejected':
      return reject(context, row, opening);
    case 'opened':
      return accept(context, row, opening);
  }
}

async function reject(context: Context, row: InboxRow, { rules, envelope }: RejectedDocument): Promise<void> {
  await transaction(context.database, async (tx) => {
    if (!(await isStillDue(tx, row))) return;
    const document = envelope?.document;
    await answer(context, tx, row, {
      rules,
      outcome: 'rejected',
      usedIn: [],
      ...(document === undefined
        ? {}
        : { document: { documentId: document.documentId, version: document.version } }),
      columns: envelope === undefined ? {} : openedColumns(envelope),
    });
  });
  context.logger.warn(
    { transmissionId: row.transmission_id, rules: rules.map(({ id }) => id) },
    'document rejected',
  );
  context.count('rejected');
}

async function accept(context: Context, row: InboxRow, opened: OpenedDocument): Promise<void> {
  const { envelope } = opened;
  const { documentId, version } = envelope.document;
  const outcome = await transaction(
    context.database,
    async (tx) => {
      const matter = await lockWithCase(tx, row, envelope);
      if (matter === 'done') return 'done';
      const parent = await missingParent(tx, envelope);
      if (parent !== undefined) {
        // Claimed as waiting: the wait is over and nobody came.
        if (row.state === 'waiting') return 'orphan';
        await waitFor(context, tx, row, parent, openedColumns(envelope));
        return 'waiting';
      }
      const misplaced = caseFaults(matter, opened, row.from_institution);
      const savepoint = await openSavepoint(tx);
      const handled =
        misplaced.length > 0
          ? { ok: false as const, error: misplaced }
          : await handOver(context, tx, row, opened);
      if (!handled.ok) await savepoint.undo();
      const rules = handled.ok ? [...opened.warnings, ...(handled.value.warnings ?? [])] : handled.error;
      await keepDocument(context, tx, row, opened);
      await answer(context, tx, row, {
        rules,
        outcome: handled.ok ? 'ok' : 'rejected',
        usedIn: handled.ok ? (handled.value.usedIn ?? []) : [],
        document: { documentId, version },
        columns: openedColumns(envelope),
      });
      return handled.ok ? 'accepted' : 'rejected';
    },
    { retries: 3 },
  );
  if (outcome === 'orphan') {
    await hold(context, row, {
      cause: 'parent-missing',
      detail: envelope.document.inReplyTo ?? 'superseded document',
    });
  } else if (outcome !== 'done') context.count(outcome);
}

/** Calls the room that takes this type of document. */
function handOver(
  context: Context,
  tx: Tx,
  row: InboxRow,
  opened: OpenedDocument,
): ReturnType<DocumentHandler> {
  // The schema of the type was passed, so the content is the one that this type's handler takes.
  const handler = context.handlers[opened.type] as DocumentHandler | undefined;
  if (handler === undefined) return Promise.resolve(refuse([violation('type-unknown', '/document/type')]));
  return handler(tx, {
    transmissionId: row.transmission_id,
    from: row.from_institution,
    envelope: opened.envelope,
    content: opened.content,
    receivedAt: row.received_at,
    warnings: opened.warnings,
  });
}

interface Answer extends Verdict {
  readonly columns: Partial<InboxRow>;
}

/** Writes L2, and L3 where it was used already, and the state that follows. */
async function answer(context: Context, tx: Tx, row: InboxRow, wanted: Answer): Promise<void> {
  const used = wanted.usedIn.length > 0;
  await tx
    .tables<ExchangeTables>()
    .updateTable('exchange_inbox')
    .set({
      ...wanted.columns,
      state: wanted.outcome === 'rejected' ? 'rejected' : used ? 'processed' : 'accepted',
      due_at: null,
      lease_until: null,
      waiting_for: null,
    })
    .where('from_institution', '=', row.from_institution)
    .where('transmission_id', '=', row.transmission_id)
    .execute();
  const at = context.clock();
  const levels = used ? (['L2', 'L3'] as const) : (['L2'] as const);
  await decide(
    context,
    tx,
    levels.map((level) => levelOf(level, row, wanted, at)),
    at,
  );
}

/** Held for this transaction, and still to be done: another process may have been quicker after a lease ran out. */
async function isStillDue(tx: Tx, row: InboxRow): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select due_at is not null as due from exchange_inbox
    where from_institution = ${row.from_institution} and transmission_id = ${row.transmission_id}
    for update`.execute(tx.tables<ExchangeTables>());
  return rows[0]?.due ?? false;
}

async function openSavepoint(tx: Tx): Promise<{ undo(): Promise<void> }> {
  const tables = tx.tables<ExchangeTables>();
  await sql`savepoint handler`.execute(tables);
  return {
    undo: async () => {
      await sql`rollback to savepoint handler`.execute(tables);
    },
  };
}

interface KnownCase {
  readonly due: boolean;
  readonly partner: string | null;
  readonly role: CaseRole | null;
  readonly profile: string | null;
  /** a document of this id and version is here already, by another transmission */
  readonly repeated: boolean;
}

/** As `isStillDue`, with the case if this node has it: one round trip for both. */
async function lockWithCase(
  tx: Tx,
  row: InboxRow,
  { case: { caseId }, document: { documentId, version } }: Envelope,
): Promise<KnownCase | 'done'> {
  const { rows } = await sql<KnownCase>`
    select inbox.due_at is not null as due, matter.partner, matter.role, matter.profile,
      exists (select from exchange_document where document_id = ${documentId} and version = ${version}) as repeated
    from exchange_inbox as inbox left join exchange_case as matter on matter.case_id = ${caseId}
    where inbox.from_institution = ${row.from_institution} and inbox.transmission_id = ${row.transmission_id}
    for update of inbox`.execute(tx.tables<ExchangeTables>());
  const [found] = rows;
  return found?.due ? found : 'done';
}

/**
 * In a case that we know the sender takes part, under the other role than ours. A document never changes: what is new
 * has another id or a higher version.
 */
function caseFaults(matter: KnownCase, { envelope, type }: OpenedDocument, from: string): RuleViolation[] {
  if (matter.partner !== null && matter.partner !== from)
    return [violation('not-a-participant', '/case/caseId')];
  if (matter.repeated) return [violation('document-reused', '/document/documentId')];
  if (matter.partner === null) return [];
  if (matter.profile !== envelope.profile) return [violation('profile-mismatch', '/profile')];
  const sameRole = matter.role === envelope.from.role && type !== 'Claim.oldAge';
  return sameRole ? [violation('role-may-not-send', '/from/role')] : [];
}

/** Keeps the document and makes those due that waited for it. */
async function keepDocument(
  context: Context,
  tx: Tx,
  row: InboxRow,
  { envelope, jws }: OpenedDocument,
): Promise<void> {
  const { documentId, version, type } = envelope.document;
  const { rows } = await sql`
    with kept as (
      insert into exchange_document
        (document_id, version, case_id, document_type, direction, transmission_id, jws, at)
      values (${documentId}, ${version}, ${envelope.case.caseId}, ${type}, 'received', ${row.transmission_id},
        ${jws}, ${row.received_at})
      on conflict do nothing)
    update exchange_inbox set state = 'delivered', waiting_for = null, due_at = ${context.clock()}
    where waiting_for = ${documentId} returning transmission_id`.execute(tx.tables<ExchangeTables>());
  if (rows.length > 0) await enqueue(tx, TASKS.process, {}, { jobKey: TASKS.process });
}
