/** Every reading of a person's data: who, when, why, under which article. Rows are only ever added. */
import { uuidV7Source, type NewId } from '@urtuu/kernel';
import { randomBytes } from 'node:crypto';
import type { Database, Queries } from '../postgres/database.ts';
import type { Principal } from './principal.ts';

/** One reading as a handler declares it. */
export interface PersonRead {
  /** The person in this node's records. */
  readonly personKey: string;
  readonly caseId?: string;
  /** Code of the purpose, such as `claim-processing`. */
  readonly purpose: string;
  /** Legal basis, as `kzmn.agreement art. 14`. */
  readonly article?: string;
  /** Code of what was shown, such as `case` or `decision-letter`. */
  readonly what: string;
}

export interface Reader {
  readonly principal: Principal;
  /** The role in which the principal reads. */
  readonly role: string;
  readonly requestId: string;
}

export interface AccessRow extends PersonRead {
  readonly id: string;
  readonly at: Date;
  readonly subject: string;
  readonly reader: string;
  readonly role: string;
  readonly institution: string | null;
  readonly requestId: string;
}

export interface AccessPage {
  /** Of one person, under every name the log has for that person. */
  readonly personKeys?: readonly string[];
  /** Most rows to return, 50 unless stated. */
  readonly limit?: number;
  /** Id of the last row of the page before; rows come newest first. */
  readonly before?: string;
}

export interface AccessLog {
  record(reads: readonly PersonRead[], reader: Reader): Promise<void>;
  /** Readings newest first; of one person or, for the auditor, of all. */
  list(page: AccessPage): Promise<readonly AccessRow[]>;
}

export interface AccessLogSources {
  readonly now: () => Date;
  readonly newId: NewId;
}

export function openAccessLog(database: Database, sources: AccessLogSources = systemSources()): AccessLog {
  return {
    async record(reads, { principal, role, requestId }) {
      if (reads.length === 0) return;
      const at = sources.now();
      const rows = reads.map((read) => ({
        id: sources.newId<'AccessRow'>(),
        at,
        principal_subject: principal.subject,
        principal_name: principal.name,
        role,
        institution: principal.institutionId ?? null,
        person_key: read.personKey,
        case_id: read.caseId ?? null,
        purpose: read.purpose,
        article: read.article ?? null,
        what: read.what,
        request_id: requestId,
      }));
      await database.tables<Tables>().insertInto('access_log').values(rows).execute();
    },
    list: (page) => selectRows(database, page),
  };
}

function systemSources(): AccessLogSources {
  return { now: () => new Date(), newId: uuidV7Source(Date.now, randomBytes) };
}

interface Tables {
  readonly access_log: {
    id: string;
    at: Date;
    principal_subject: string;
    principal_name: string;
    role: string;
    institution: string | null;
    person_key: string;
    case_id: string | null;
    purpose: string;
    article: string | null;
    what: string;
    request_id: string;
  };
}

/** Ids are version 7 UUIDs, so their order is that of the readings. */
async function selectRows(queries: Queries, page: AccessPage): Promise<AccessRow[]> {
  let query = queries
    .tables<Tables>()
    .selectFrom('access_log')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(page.limit ?? 50);
  if (page.personKeys !== undefined) query = query.where('person_key', 'in', page.personKeys);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    subject: row.principal_subject,
    reader: row.principal_name,
    role: row.role,
    institution: row.institution,
    personKey: row.person_key,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    purpose: row.purpose,
    ...(row.article === null ? {} : { article: row.article }),
    what: row.what,
    requestId: row.request_id,
  }));
}
