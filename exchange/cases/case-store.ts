/** Cases of this node, moved by the state table alone. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { jsonb, type Queries, type Tx } from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Envelope } from '../envelope.ts';
import type { CaseRecord, Cases, NewCase } from '../exchange.ts';
import type { CaseTable, ExchangeTables } from '../tables.ts';
import { allowedActions } from './allowed-actions.ts';
import { NO_FACTS, stepOf, type CaseAction, type CaseFacts, type CaseRole } from './state-table.ts';

export function createCases(context: Pick<Context, 'agreements' | 'clock' | 'newId' | 'self'>): Cases {
  return {
    open: (tx, wanted) => openCase(tx, wanted, context),
    adopt: (tx, envelope, own) => adoptCase(tx, envelope, own ?? {}, context),
    read: readCase,
    transition: (tx, caseId, action, options) =>
      transition(tx, caseId, action, { ...options, at: context.clock() }),
  };
}

type Opener = Pick<Context, 'agreements' | 'clock' | 'newId' | 'self'>;

async function openCase(tx: Tx, wanted: NewCase, opener: Opener): Promise<CaseRecord> {
  const { agreements, clock, newId, self } = opener;
  const at = clock();
  const pack = agreements.on(wanted.agreement ?? 'kz-mn', wanted.on ?? at.toISOString().slice(0, 10));
  if (pack === undefined) throw new Error(`No agreement pack ${wanted.agreement ?? 'kz-mn'}`);
  return addCase(tx, {
    case_id: wanted.caseId ?? newId<'Case'>(),
    case_type: wanted.type ?? 'claim.oldAge',
    role: 'owner',
    agreement: pack.id,
    agreement_version: pack.version,
    profile: pack.profile,
    opened_by: self.institutionId,
    opened_at: at,
    partner: wanted.partner,
    fileNumbers: fileNumbers(self.institutionId, wanted.fileNumber),
    at,
  });
}

async function adoptCase(
  tx: Tx,
  envelope: Envelope,
  own: { readonly fileNumber?: string },
  { clock, self }: Opener,
): Promise<CaseRecord> {
  const known = await readCase(tx, envelope.case.caseId);
  if (known !== undefined) return known;
  const role: CaseRole = envelope.document.type === 'Claim.oldAge' ? 'owner' : 'counterparty';
  return addCase(tx, {
    case_id: envelope.case.caseId,
    case_type: envelope.case.type,
    role,
    agreement: envelope.agreement.id,
    agreement_version: envelope.agreement.version,
    profile: envelope.profile,
    opened_by: envelope.case.openedBy,
    opened_at: new Date(envelope.case.openedAt),
    partner: envelope.from.institutionId,
    fileNumbers: [...envelope.case.fileNumbers, ...fileNumbers(self.institutionId, own.fileNumber)],
    at: clock(),
  });
}

function fileNumbers(
  institutionId: string,
  number: string | undefined,
): { institutionId: string; number: string }[] {
  return number === undefined ? [] : [{ institutionId, number }];
}

interface Opening extends Pick<
  Selectable<CaseTable>,
  | 'case_id'
  | 'case_type'
  | 'role'
  | 'agreement'
  | 'agreement_version'
  | 'profile'
  | 'opened_by'
  | 'opened_at'
  | 'partner'
> {
  readonly fileNumbers: readonly { institutionId: string; number: string }[];
  readonly at: Date;
}

async function addCase(tx: Tx, opening: Opening): Promise<CaseRecord> {
  const { fileNumbers: numbers, at, ...columns } = opening;
  const row = await tx
    .tables<ExchangeTables>()
    .with('step', (tables) =>
      tables.insertInto('exchange_case_step').values({
        case_id: columns.case_id,
        version: 1,
        action: 'open',
        from_state: 'draft',
        to_state: 'opened',
        at,
      }),
    )
    .insertInto('exchange_case')
    .values({
      ...columns,
      state: 'opened',
      resumes_to: null,
      version: 1,
      updated_at: at,
      file_numbers: jsonb([...numbers]),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return caseRecord(row);
}

export async function readCase(queries: Queries, caseId: string): Promise<CaseRecord | undefined> {
  const row = await queries
    .tables<ExchangeTables>()
    .selectFrom('exchange_case')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row && caseRecord(row);
}

interface TransitionOptions {
  readonly ifMatch?: string;
  readonly facts?: CaseFacts;
  readonly at: Date;
}

async function transition(
  tx: Tx,
  caseId: string,
  action: CaseAction,
  { ifMatch, facts = NO_FACTS, at }: TransitionOptions,
): Promise<Result<CaseRecord, Refusal>> {
  const tables = tx.tables<ExchangeTables>();
  const row = await tables
    .selectFrom('exchange_case')
    .selectAll()
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse({ code: 'business/not-found', detail: `No case ${caseId}` });
  if (ifMatch !== undefined && ifMatch !== String(row.version)) {
    return refuse({
      code: 'business/stale-version',
      detail: `The case is at version ${row.version}, not ${ifMatch}`,
    });
  }
  const found = stepOf(row, action, facts);
  if ('absent' in found) {
    return refuse({
      code: 'business/action-not-allowed',
      detail: `${action} is not possible: ${found.absent}`,
      extra: { currentState: row.state, allowedActions: allowedActions(row, facts) },
    });
  }
  const { next, role } = found.step;
  const state = next === 'resumed' ? (row.resumes_to ?? 'opened') : next;
  const version = row.version + 1;
  const updated = await tables
    .updateTable('exchange_case')
    .set({
      state,
      version,
      role: role ?? row.role,
      resumes_to: state === 'suspended' && row.state !== 'suspended' ? row.state : row.resumes_to,
      updated_at: at,
    })
    .where('case_id', '=', caseId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('exchange_case_step')
    .values({ case_id: caseId, version, action, from_state: row.state, to_state: state, at })
    .execute();
  return ok(caseRecord(updated));
}

function caseRecord(row: Selectable<CaseTable>): CaseRecord {
  return {
    caseId: row.case_id,
    type: row.case_type,
    role: row.role,
    state: row.state,
    version: row.version,
    agreement: row.agreement,
    agreementVersion: row.agreement_version,
    profile: row.profile,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    partner: row.partner,
    fileNumbers: row.file_numbers,
  };
}
