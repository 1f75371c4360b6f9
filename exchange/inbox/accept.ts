/** Opened documents, handed to their rooms and answered by L2: many in one transaction, each apart from the others. */
import { refuse } from '@urtuu/kernel';
import { sql, transaction, type Tx } from '@urtuu/platform';
import type { Selectable } from 'kysely';
import type { CaseRole } from '../cases/state-table.ts';
import { TASKS, type Context } from '../context.ts';
import { digestText } from '../crypto/digest.ts';
import type { Envelope } from '../envelope.ts';
import type { DocumentHandler } from '../exchange.ts';
import { violation, type RuleViolation } from '../rules/rules.ts';
import type { ExchangeTables, InboxTable } from '../tables.ts';
import { answerAll, type Answer } from './answer.ts';
import { dependsOn } from './depends.ts';
import type { OpenedDocument } from './open-document.ts';
import { openedColumns, parentsOf, waitFor } from './parents.ts';

type InboxRow = Selectable<InboxTable>;

export interface Openable {
  readonly row: InboxRow;
  readonly opened: OpenedDocument;
}

export type Accepted =
  | { readonly kind: 'accepted' | 'rejected' | 'waiting' }
  /** its parent never came */
  | { readonly kind: 'orphan' }
  /** another process was quicker */
  | { readonly kind: 'done' }
  /** to be judged when those before it are committed */
  | { readonly kind: 'again' }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * One transaction for all: an outcome for each, in their order. Each stands behind a savepoint, so that a room which
 * refuses or throws undoes its own changes alone. Of documents that depend on one another only the first is taken.
 */
export async function acceptAll(context: Context, items: readonly Openable[]): Promise<Accepted[]> {
  const outcomes = await transaction(context.database, (tx) => acceptIn(context, tx, items), { retries: 3 });
  for (const { kind } of outcomes) {
    if (kind === 'accepted' || kind === 'rejected' || kind === 'waiting') context.count(kind);
  }
  return outcomes;
}

async function acceptIn(context: Context, tx: Tx, items: readonly Openable[]): Promise<Accepted[]> {
  const places = await lockWithCases(tx, items);
  const documents = await knownDocuments(tx, items);
  const taken: Envelope[] = [];
  const answered: (Answer & { readonly opened: OpenedDocument })[] = [];
  const outcomes: Accepted[] = [];
  for (const [index, { row, opened }] of items.entries()) {
    const { envelope } = opened;
    const place = places[index];
    if (place === undefined || !place.due) {
      outcomes.push({ kind: 'done' });
      continue;
    }
    if (taken.some((earlier) => dependsOn(envelope, earlier))) {
      outcomes.push({ kind: 'again' });
      continue;
    }
    taken.push(envelope);
    const parent = parentsOf(envelope).find((id) => !documents.has(id));
    if (parent !== undefined) {
      // Claimed as waiting: the wait is over and nobody came.
      if (row.state !== 'waiting') await waitFor(context, tx, row, parent, openedColumns(envelope));
      outcomes.push({ kind: row.state === 'waiting' ? 'orphan' : 'waiting' });
      continue;
    }
    const handled = await handOver(context, tx, { row, opened }, caseFaults(place, opened, row));
    if (handled.kind === 'answered') answered.push({ row, opened, envelope, verdict: handled.verdict });
    outcomes.push(
      handled.kind === 'failed'
        ? handled
        : { kind: handled.verdict.outcome === 'ok' ? 'accepted' : 'rejected' },
    );
  }
  await keepDocuments(context, tx, answered);
  await answerAll(context, tx, answered);
  return outcomes;
}

type HandedOver =
  | { readonly kind: 'answered'; readonly verdict: Answer['verdict'] }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Calls the room behind a savepoint, unless the document is misplaced already. */
async function handOver(
  context: Context,
  tx: Tx,
  { row, opened }: Openable,
  misplaced: readonly RuleViolation[],
): Promise<HandedOver> {
  const { documentId, version } = opened.envelope.document;
  const document = { documentId, version, digest: digestText(opened.jws) };
  const rejected = (rules: readonly RuleViolation[]): HandedOver => ({
    kind: 'answered',
    verdict: { rules, outcome: 'rejected', usedIn: [], document },
  });
  if (misplaced.length > 0) return rejected(misplaced);
  const tables = tx.tables<ExchangeTables>();
  await sql`savepoint handler`.execute(tables);
  try {
    const handled = await callRoom(context, tx, row, opened);
    if (handled.ok) {
      const { usedIn = [], warnings = [] } = handled.value;
      const rules = [...opened.warnings, ...warnings];
      return { kind: 'answered', verdict: { rules, outcome: 'ok', usedIn, document } };
    }
    await sql`rollback to savepoint handler`.execute(tables);
    return rejected(handled.error);
  } catch (error) {
    if (isConflict(error)) throw error;
    await sql`rollback to savepoint handler`.execute(tables);
    return { kind: 'failed', error };
  }
}

function callRoom(
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

/** serialization_failure, deadlock_detected: the whole transaction runs anew. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}

interface Place {
  /** another process may have been quicker after a lease ran out */
  readonly due: boolean;
  readonly partner: string | null;
  readonly role: CaseRole | null;
  readonly profile: string | null;
  readonly agreement: string | null;
  readonly agreement_version: string | null;
  /** a document of this id and version is here already, by another transmission */
  readonly repeated: boolean;
}

/** Holds the rows for this transaction, in one order everywhere, and reads their cases where this node has them. */
async function lockWithCases(tx: Tx, items: readonly Openable[]): Promise<(Place | undefined)[]> {
  const { rows } = await sql<Place & { readonly index: number }>`
    select new.index::integer as index, inbox.due_at is not null as due, matter.partner, matter.role, matter.profile,
      matter.agreement, matter.agreement_version,
      exists (select from exchange_document as document
        where document.document_id = new.document_id and document.version = new.version) as repeated
    from unnest(
      ${items.map(({ row }) => row.from_institution)}::text[], ${items.map(({ row }) => row.transmission_id)}::uuid[],
      ${items.map(({ opened }) => opened.envelope.case.caseId)}::uuid[],
      ${items.map(({ opened }) => opened.envelope.document.documentId)}::uuid[],
      ${items.map(({ opened }) => opened.envelope.document.version)}::integer[]
    ) with ordinality as new (institution, transmission_id, case_id, document_id, version, index)
    join exchange_inbox as inbox
      on inbox.from_institution = new.institution and inbox.transmission_id = new.transmission_id
    left join exchange_case as matter on matter.case_id = new.case_id
    order by new.transmission_id for update of inbox`.execute(tx.tables<ExchangeTables>());
  const places = new Map(rows.map((row) => [row.index, row]));
  return items.map((_item, index) => places.get(index + 1));
}

/** Which of the documents that these answer or replace are here. */
async function knownDocuments(tx: Tx, items: readonly Openable[]): Promise<ReadonlySet<string>> {
  const wanted = items.flatMap(({ opened }) => parentsOf(opened.envelope));
  if (wanted.length === 0) return new Set();
  const { rows } = await sql<{ document_id: string }>`
    select distinct document_id from exchange_document where document_id = any(${wanted}::uuid[])
  `.execute(tx.tables<ExchangeTables>());
  return new Set(rows.map((row) => row.document_id));
}

/**
 * In a case that we know the sender takes part, under the other role than ours. A document never changes: what is new
 * has another id or a higher version.
 */
function caseFaults(place: Place, { envelope, type }: OpenedDocument, row: InboxRow): RuleViolation[] {
  if (place.partner !== null && place.partner !== row.from_institution)
    return [violation('not-a-participant', '/case/caseId')];
  if (place.repeated) return [violation('document-reused', '/document/documentId')];
  if (place.partner === null) return [];
  if (place.profile !== envelope.profile) return [violation('profile-mismatch', '/profile')];
  const { id, version } = envelope.agreement;
  if (place.agreement !== id || place.agreement_version !== version)
    return [violation('profile-mismatch', '/agreement')];
  const sameRole = place.role === envelope.from.role && type !== 'Claim.oldAge';
  return sameRole ? [violation('role-may-not-send', '/from/role')] : [];
}

/** Keeps the documents and makes those due that waited for them. */
async function keepDocuments(
  context: Context,
  tx: Tx,
  kept: readonly (Answer & { readonly opened: OpenedDocument })[],
): Promise<void> {
  if (kept.length === 0) return;
  const documents = kept.map(({ opened }) => opened.envelope.document);
  const ids = documents.map(({ documentId }) => documentId);
  const { rows } = await sql`
    with kept as (
      insert into exchange_document
        (document_id, version, case_id, document_type, direction, transmission_id, jws, at)
      select document_id, version, case_id, document_type, 'received', transmission_id, jws, at from unnest(
        ${ids}::uuid[], ${documents.map(({ version }) => version)}::integer[],
        ${kept.map(({ opened }) => opened.envelope.case.caseId)}::uuid[], ${documents.map(({ type }) => type)}::text[],
        ${kept.map(({ row }) => row.transmission_id)}::uuid[], ${kept.map(({ opened }) => opened.jws)}::text[],
        ${kept.map(({ row }) => row.received_at)}::timestamptz[]
      ) as new (document_id, version, case_id, document_type, transmission_id, jws, at)
      on conflict do nothing)
    update exchange_inbox set state = 'delivered', waiting_for = null, due_at = ${context.clock()}
    where waiting_for = any(${ids}::uuid[]) returning transmission_id`.execute(tx.tables<ExchangeTables>());
  if (rows.length > 0) context.wake(tx, TASKS.process);
}
