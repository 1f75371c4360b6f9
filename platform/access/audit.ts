/** Writes of consequence, recorded in the transaction of the change itself. Rows are only ever added. */
import { uuidV7Source, type Json } from '@urtuu/kernel';
import { randomBytes } from 'node:crypto';
import type { Queries, Tx } from '../postgres/database.ts';
import { jsonb } from '../postgres/value-types.ts';

export interface AuditEntry {
  /** Subject of the principal who acted, or the name of the automatic process, as `system:answer`. */
  readonly actor: string;
  readonly actorName: string;
  /** Code of the act, such as `decision.approved`. */
  readonly action: string;
  /** What was acted upon. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly caseId?: string;
  /** Ids, states and codes; no names, no identifiers of persons. */
  readonly data?: Json;
  readonly at: Date;
}

export interface AuditRow extends AuditEntry {
  readonly id: string;
  readonly data: Json;
}

/** Records an act; it stands if and only if the transaction commits. */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .tables<Tables>()
    .insertInto('audit_log')
    .values({
      id: newId<'AuditRow'>(),
      at: entry.at,
      actor: entry.actor,
      actor_name: entry.actorName,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      case_id: entry.caseId ?? null,
      data: jsonb(entry.data ?? {}),
    })
    .execute();
}

/** The acts on one thing or in one case, oldest first. */
export async function auditOf(
  queries: Queries,
  about: { readonly subject: { readonly kind: string; readonly id: string } } | { readonly caseId: string },
): Promise<readonly AuditRow[]> {
  const all = queries.tables<Tables>().selectFrom('audit_log').selectAll().orderBy('id');
  const query =
    'caseId' in about
      ? all.where('case_id', '=', about.caseId)
      : all.where('subject_kind', '=', about.subject.kind).where('subject_id', '=', about.subject.id);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor,
    actorName: row.actor_name,
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    data: row.data,
  }));
}

const newId = uuidV7Source(Date.now, randomBytes);

interface Tables {
  readonly audit_log: {
    id: string;
    at: Date;
    actor: string;
    actor_name: string;
    action: string;
    subject_kind: string;
    subject_id: string;
    case_id: string | null;
    data: Json;
  };
}
