/** Transmissions as people see them: sent and received alike, with attempts and all receipts of both sides. */
import { isUuid } from '@urtuu/kernel';
import { sql, type Queries } from '@urtuu/platform';
import type { Selectable } from 'kysely';
import type { AttemptTable, ExchangeTables, InboxState, ReceiptTable } from './tables.ts';
import type { ReceiptView, TransmissionState, TransmissionView } from './contract.ts';

export interface TransmissionFilter {
  readonly state?: TransmissionState;
  readonly direction?: 'sent' | 'received';
  readonly caseId?: string;
  readonly transmissionId?: string;
  /** `next` of the page before */
  readonly before?: string;
}

export interface TransmissionPage {
  readonly items: TransmissionView[];
  readonly next?: string;
}

const PAGE = 50;

/** Newest first, fifty to a page. */
export async function listTransmissions(
  queries: Queries,
  origin: Origin,
  filter: TransmissionFilter,
): Promise<TransmissionPage> {
  const rows = await headRows(queries, filter, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const items = await withDetails(queries, origin, shown);
  const last = shown.at(-1);
  const next =
    rows.length > PAGE && last !== undefined
      ? { next: `${last.at.toISOString()} ${last.transmission_id}` }
      : {};
  return { items, ...next };
}

/** All of a case, oldest first. */
export async function transmissionsOf(
  queries: Queries,
  origin: Origin,
  caseId: string,
): Promise<TransmissionView[]> {
  const rows = await headRows(queries, { caseId }, 1000);
  return withDetails(queries, origin, rows.reverse());
}

/** Which node looks, and the name of its log. */
export interface Origin {
  readonly institutionId: string;
  readonly log: string;
}

interface HeadRow {
  readonly direction: 'sent' | 'received';
  readonly transmission_id: string;
  readonly partner: string;
  readonly state: TransmissionState | InboxState;
  readonly case_id: string | null;
  readonly document_id: string | null;
  readonly document_version: number | null;
  readonly document_type: string | null;
  readonly purpose: string | null;
  readonly legal_basis: string | null;
  readonly at: Date;
  readonly body_hash: string;
  readonly size: number;
  readonly next_attempt_at: Date | null;
  readonly log_index: number | null;
}

async function headRows(queries: Queries, filter: TransmissionFilter, limit: number): Promise<HeadRow[]> {
  const cursor = readCursor(filter.before);
  const id = filter.caseId ?? filter.transmissionId;
  if (id !== undefined && !isUuid(id)) return [];
  const { rows } = await sql<HeadRow>`
    with heads as (
      select 'sent' as direction, transmission_id, to_institution as partner, state, case_id, document_id,
        document_version, document_type, purpose, legal_basis, created_at as at, body_hash, size, next_attempt_at, log_index
      from exchange_outbox
      union all
      select 'received', transmission_id, from_institution,
        case state when 'waiting' then 'delivered' else state end, case_id, document_id,
        document_version, document_type, purpose, legal_basis, received_at, body_hash, size, null, log_index
      from exchange_inbox
    )
    select * from heads
    where (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
      and (${filter.direction ?? null}::text is null or direction = ${filter.direction ?? null})
      and (${filter.caseId ?? null}::uuid is null or case_id = ${filter.caseId ?? null}::uuid)
      and (${filter.transmissionId ?? null}::uuid is null or transmission_id = ${filter.transmissionId ?? null}::uuid)
      and (${cursor?.at ?? null}::timestamptz is null
        or (at, transmission_id) < (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid))
    order by at desc, transmission_id desc
    limit ${limit}`.execute(queries.tables<ExchangeTables>());
  return rows;
}

/** A cursor that is not one of ours starts from the beginning. */
function readCursor(text: string | undefined): { readonly at: Date; readonly id: string } | undefined {
  const [instant = '', id = ''] = text?.split(' ') ?? [];
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) || !isUuid(id) ? undefined : { at, id };
}

async function withDetails(
  queries: Queries,
  origin: Origin,
  rows: readonly HeadRow[],
): Promise<TransmissionView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.transmission_id);
  const tables = queries.tables<ExchangeTables>();
  const attempts = await tables
    .selectFrom('exchange_attempt')
    .selectAll()
    .where('transmission_id', 'in', ids)
    .orderBy('number')
    .execute();
  const receipts = await tables
    .selectFrom('exchange_receipt')
    .selectAll()
    .where('transmission_id', 'in', ids)
    .where('body', 'is not', null)
    .orderBy('level')
    .execute();
  return rows.map((row) =>
    view(row, origin, {
      attempts: attempts.filter((attempt) => attempt.transmission_id === row.transmission_id),
      receipts: receipts.filter(
        (receipt) =>
          receipt.transmission_id === row.transmission_id &&
          receipt.institution === row.partner &&
          receipt.direction === (row.direction === 'sent' ? 'received' : 'issued'),
      ),
    }),
  );
}

interface Details {
  readonly attempts: readonly Selectable<AttemptTable>[];
  readonly receipts: readonly Selectable<ReceiptTable>[];
}

function view(row: HeadRow, origin: Origin, { attempts, receipts }: Details): TransmissionView {
  const sent = row.direction === 'sent';
  return {
    transmissionId: row.transmission_id,
    direction: row.direction,
    state: row.state === 'waiting' ? 'delivered' : row.state,
    // What is sealed and not yet open has no case, document or purpose to show.
    caseId: row.case_id ?? '',
    document: {
      documentId: row.document_id ?? '',
      version: row.document_version ?? 0,
      type: row.document_type ?? '',
    },
    from: sent ? origin.institutionId : row.partner,
    to: sent ? row.partner : origin.institutionId,
    purpose: { code: row.purpose ?? '', legalBasis: row.legal_basis ?? '' },
    createdAt: row.at.toISOString(),
    bodyHash: row.body_hash,
    size: row.size,
    attempts: attempts.map(({ number, at, outcome, problem, millis }) => ({
      number,
      at: at.toISOString(),
      outcome,
      ...(problem === null ? {} : { problem }),
      millis,
    })),
    ...(row.next_attempt_at === null ? {} : { nextAttemptAt: row.next_attempt_at.toISOString() }),
    receipts: receipts.flatMap(receiptView),
    ...(row.log_index === null ? {} : { log: { origin: origin.log, index: row.log_index } }),
  };
}

/** A receipt that is decided and not yet sealed has no place in the log, and is not shown. */
function receiptView({ receipt }: Selectable<ReceiptTable>): ReceiptView[] {
  if (!('log' in receipt)) return [];
  const view = {
    level: receipt.level,
    outcome: receipt.outcome,
    at: receipt.decidedAt ?? receipt.receivedAt,
    issuer: receipt.institution,
    bodyHash: receipt.bodyHash,
    rules: receipt.rules,
    usedIn: receipt.usedIn,
    log: receipt.log,
  };
  return [view];
}
