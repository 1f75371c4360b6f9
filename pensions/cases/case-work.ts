/**
 * One piece of work on a case in one transaction: what happened, who did it, which state follows. Everything a piece
 * of work writes shares its instant, and nothing stands unless all of it does.
 */
import type { Result } from '@urtuu/kernel';
import type { CaseAction, OutgoingDocument, Received, SourceRef } from '@urtuu/exchange';
import { audit, jsonb, type Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { Json } from '@urtuu/kernel';
import { NODE_ITSELF, type Actor, type Office } from '../office.ts';
import type { CaseRow, PensionsTables } from '../tables.ts';
import type { TaskKind, TaskResolution } from '../terms.ts';
import { noteDisclosure } from '../citizen/disclosure.ts';
import { touchCase } from './case-store.ts';
import { recordEvent, type EventCode, type EventValues } from './events.ts';
import { openTask, settleTask, type NewTask } from './tasks.ts';
import { settleCase } from './settle-case.ts';

export interface CaseWork {
  readonly tx: Tx;
  readonly now: Date;
  readonly office: Office;
  readonly actor: Actor;
  readonly row: CaseRow;
  event(code: EventCode, values?: EventValues): Promise<void>;
  audited(action: string, data?: Json): Promise<void>;
  /** Takes a step of the exchange's state table and keeps the copy of the state here in step with it. */
  step(action: CaseAction): Promise<Result<CaseRow, Refusal>>;
  openTask(task: Omit<NewTask, 'caseId'>): Promise<void>;
  settleTask(kind: TaskKind, outcome: TaskResolution, note: string): Promise<void>;
  /** Sends a document to the other state and keeps it with the case. */
  send(outgoing: Outgoing): Promise<string>;
  keepReceived(received: Received<unknown>): Promise<void>;
  /** Ends the work: for whom the case waits, and its next version; what the node does by itself are new facts. */
  settle(): Promise<void>;
}

export interface Outgoing {
  readonly document: OutgoingDocument;
  /** the usual one of the agreement unless stated */
  readonly purpose?: string;
  readonly claimDate?: string;
  readonly filedAt?: Date;
  readonly source?: readonly SourceRef[];
}

export function workOn(office: Office, tx: Tx, row: CaseRow, actor: Actor): CaseWork {
  const now = office.clock();
  const sources = { newId: office.newId, now };
  const caseId = row.case_id;
  const work: CaseWork = {
    tx,
    now,
    office,
    actor,
    row,
    event: (code, values = {}) => recordEvent(tx, { caseId, actor: actor.name, code, values }, sources),
    audited: (action, data = {}) =>
      audit(tx, {
        actor: actor.subject,
        actorName: actor.name,
        action,
        subject: { kind: 'case', id: caseId },
        caseId,
        data,
        at: now,
      }),
    async step(action) {
      const stepped = await office.exchange().cases.transition(tx, caseId, action, {
        facts: { decisionDrawn: await hasDraft(tx, caseId) },
      });
      if (!stepped.ok) return stepped;
      const { state, role } = stepped.value;
      await touchCase(tx, caseId, now, { state, role });
      return { ok: true, value: { ...row, state, role } };
    },
    async openTask(task) {
      const opened = await openTask(tx, { ...task, caseId }, sources);
      if (opened) await work.event('taskOpened', { task: task.kind });
    },
    settleTask: (kind, outcome, note) =>
      settleTask(tx, caseId, kind, { outcome, by: actor.name, at: now.toISOString(), note }),
    async send({ document, purpose, claimDate, filedAt, source }) {
      const inReplyTo = document.inReplyTo ?? (await openingDocument(tx, caseId));
      const sent = await office.exchange().send(tx, {
        caseId,
        to: row.partner_institution,
        document: inReplyTo === undefined ? document : { ...document, inReplyTo },
        ...(purpose === undefined ? {} : { purpose }),
        ...(claimDate === undefined ? {} : { claimDate }),
        ...(filedAt === undefined ? {} : { filedAt }),
        ...(source === undefined ? {} : { source }),
      });
      await tx
        .tables<PensionsTables>()
        .insertInto('pensions_document')
        .values({
          document_id: sent.documentId,
          version: 1,
          case_id: caseId,
          type: document.type,
          direction: 'sent',
          transmission_id: sent.transmissionId,
          in_reply_to: inReplyTo ?? null,
          not_taken: null,
          content: jsonb<unknown>(document.content),
          at: now,
        })
        .execute();
      await noteDisclosure(tx, {
        personKey: row.person_key,
        caseId,
        reader: 'partner',
        institutionId: row.partner_institution,
        purpose: sent.purpose,
        what: document.type,
        reference: sent.transmissionId,
      });
      return sent.documentId;
    },
    async keepReceived({ transmissionId, envelope, content, receivedAt }) {
      const { documentId, version, type, inReplyTo } = envelope.document;
      await tx
        .tables<PensionsTables>()
        .insertInto('pensions_document')
        .values({
          document_id: documentId,
          version,
          case_id: caseId,
          type,
          direction: 'received',
          transmission_id: transmissionId,
          in_reply_to: inReplyTo ?? null,
          not_taken: null,
          content: jsonb(content),
          at: receivedAt,
        })
        .execute();
    },
    settle: () => settleCase(tx, caseId, now, actor === NODE_ITSELF ? 'facts_version' : 'version'),
  };
  return work;
}

/**
 * The document by which the other state came to know the case. Whatever follows names it, so that it waits there until
 * that one has been taken: transmissions may overtake each other.
 */
async function openingDocument(tx: Tx, caseId: string): Promise<string | undefined> {
  const opening = await tx
    .tables<PensionsTables>()
    .selectFrom('pensions_document')
    .select('document_id')
    .where('case_id', '=', caseId)
    .where('transmission_id', 'is not', null)
    .where('not_taken', 'is', null)
    .orderBy('at')
    .orderBy('document_id')
    .executeTakeFirst();
  return opening?.document_id;
}

export async function hasDraft(tx: Tx, caseId: string): Promise<boolean> {
  const draft = await tx
    .tables<PensionsTables>()
    .selectFrom('pensions_decision')
    .select('decision_id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return draft !== undefined;
}
