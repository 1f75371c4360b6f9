/**
 * Rows of cases: read, locked for a change, listed. A case has two versions, of its work and of its facts, so that a
 * register's answer does not make the clerk's page stale for acts that do not rest on it.
 */
import type { Refusal } from '@urtuu/platform/contract';
import { isUuid } from '@urtuu/kernel';
import type { CaseState } from '@urtuu/exchange/contract';
import type { RecordPerson } from '@urtuu/law';
import { sql, type Queries, type Tx } from '@urtuu/platform';
import type { CaseSummary } from '../contract.ts';
import { displayName } from '../person/person.ts';
import type {
  CaseRow,
  ClaimRow,
  DecisionRow,
  DocumentRow,
  PensionsTables,
  RegisterAnswerRow,
} from '../tables.ts';
import { meantBy } from './search.ts';

export async function readCaseRow(queries: Queries, caseId: string): Promise<CaseRow | undefined> {
  if (!isUuid(caseId)) return undefined;
  return queries
    .tables<PensionsTables>()
    .selectFrom('pensions_case')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

/** As `readCaseRow`, and no other transaction changes the case until this one ends. */
export async function lockCase(tx: Tx, caseId: string): Promise<CaseRow | undefined> {
  if (!isUuid(caseId)) return undefined;
  return tx
    .tables<PensionsTables>()
    .selectFrom('pensions_case')
    .selectAll()
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
}

export async function addCase(tx: Tx, row: CaseRow): Promise<void> {
  await tx.tables<PensionsTables>().insertInto('pensions_case').values(row).execute();
}

type CaseChange = Partial<Pick<CaseRow, 'state' | 'waiting_for' | 'simulation' | 'role'>>;

/** Which of the two versions of a case a change makes grow. */
export type Grows = 'version' | 'facts_version';

/** Writes a change of the case row itself. */
export async function touchCase(
  tx: Tx,
  caseId: string,
  now: Date,
  change: CaseChange,
  grows: Grows = 'version',
): Promise<void> {
  await tx
    .tables<PensionsTables>()
    .updateTable('pensions_case')
    .set((update) => ({ ...change, updated_at: now, [grows]: update(grows, '+', 1) }))
    .where('case_id', '=', caseId)
    .execute();
}

/** A number that a clerk can read out: state, year, running number of the node. */
export async function nextFileNumber(tx: Tx, country: string, year: number): Promise<string> {
  const { rows } = await sql<{ number: number }>`select nextval('pensions_file_number') as number`.execute(
    tx.tables<unknown>(),
  );
  return `${country}-${year}-${String(rows[0]?.number ?? 0).padStart(6, '0')}`;
}

/** What the caller saw, as an ETag: version of the work, then of the facts. */
export function versionOf(row: CaseRow): string {
  return `${row.version}.${row.facts_version}`;
}

/** Refuses an act whose caller did not see all that it rests on: always the work, and the facts where it weighs them. */
export function staleRefusal(row: CaseRow, seen: string, restsOn: 'work' | 'facts'): Refusal | undefined {
  const [work, facts] = seen.split('.');
  const isCurrent =
    work === String(row.version) && (restsOn === 'work' || facts === String(row.facts_version));
  if (isCurrent) return undefined;
  const found = versionOf(row);
  return {
    code: 'business/stale-version',
    detail: `found version ${found}, the request was made on ${seen}; load the case again`,
    extra: { currentVersion: found },
  };
}

export async function claimOf(queries: Queries, caseId: string): Promise<ClaimRow> {
  return queries
    .tables<PensionsTables>()
    .selectFrom('pensions_claim')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
}

/** States in which a claim has not been decided by this node. */
const UNDECIDED: readonly CaseState[] = [
  'draft',
  'opened',
  'awaitingCounterparty',
  'awaitingClaimant',
  'inDecision',
  'suspended',
];

export function isUndecided(state: CaseState): boolean {
  return UNDECIDED.includes(state);
}

/** The case of a person whose claim is still to be decided, if there is one. */
export async function undecidedCaseOf(queries: Queries, personKey: string): Promise<CaseRow | undefined> {
  return queries
    .tables<PensionsTables>()
    .selectFrom('pensions_case')
    .selectAll()
    .where('person_key', '=', personKey)
    .where('state', 'in', [...UNDECIDED])
    .orderBy('opened_at', 'desc')
    .executeTakeFirst();
}

export async function casesOfPerson(queries: Queries, personKey: string): Promise<CaseRow[]> {
  return queries
    .tables<PensionsTables>()
    .selectFrom('pensions_case')
    .selectAll()
    .where('person_key', '=', personKey)
    .orderBy('opened_at', 'desc')
    .execute();
}

/** The register's answer that counts: the newest. */
export async function registerAnswerOf(
  queries: Queries,
  caseId: string,
): Promise<RegisterAnswerRow | undefined> {
  return queries
    .tables<PensionsTables>()
    .selectFrom('pensions_register_answer')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('read_at', 'desc')
    .orderBy('answer_id', 'desc')
    .executeTakeFirst();
}

export async function documentsOf(queries: Queries, caseId: string): Promise<DocumentRow[]> {
  return queries
    .tables<PensionsTables>()
    .selectFrom('pensions_document')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('document_id')
    .execute();
}

export async function decisionsOf(queries: Queries, caseIds: readonly string[]): Promise<DecisionRow[]> {
  if (caseIds.length === 0) return [];
  return queries
    .tables<PensionsTables>()
    .selectFrom('pensions_decision')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .orderBy('created_at')
    .orderBy('decision_id')
    .execute();
}

export interface ListedCase {
  readonly summary: CaseSummary;
  readonly personKey: string;
}

const PAGE = 50;

export interface CasePage {
  readonly items: readonly ListedCase[];
  readonly next?: string;
  /** of all cases that match the words, by state */
  readonly counts: Readonly<Record<string, number>>;
}

/** Cases newest change first, fifty to a page. `before` is the `next` of the page before. */
export async function listCases(
  queries: Queries,
  wanted: { readonly words: readonly string[]; readonly state?: CaseState; readonly before?: string },
): Promise<CasePage> {
  let matching = queries
    .tables<PensionsTables>()
    .selectFrom('pensions_case')
    .innerJoin('pensions_person', 'pensions_person.person_key', 'pensions_case.person_key')
    .innerJoin('pensions_claim', 'pensions_claim.case_id', 'pensions_case.case_id');
  for (const word of wanted.words) {
    matching = matching.where((where) => meantBy(where, word));
  }
  const counted = await matching
    .select((of) => ['pensions_case.state', of.fn.countAll<number>().as('count')])
    .groupBy('pensions_case.state')
    .execute();

  let page = matching
    .selectAll('pensions_case')
    .select((of) => [
      'pensions_person.person',
      'pensions_claim.filed_on',
      of
        .selectFrom('pensions_task')
        .select((task) => task.fn.countAll<number>().as('count'))
        .whereRef('pensions_task.case_id', '=', 'pensions_case.case_id')
        .where('pensions_task.state', '=', 'open')
        .as('open_tasks'),
    ])
    .orderBy('pensions_case.updated_at', 'desc')
    .orderBy('pensions_case.case_id', 'desc')
    .limit(PAGE + 1);
  if (wanted.state !== undefined) page = page.where('pensions_case.state', '=', wanted.state);
  const cursor = readCursor(wanted.before);
  if (cursor !== undefined) {
    page = page.where(
      sql<boolean>`(pensions_case.updated_at, pensions_case.case_id) < (${cursor.at}, ${cursor.caseId})`,
    );
  }
  const rows = await page.execute();
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      personKey: row.person_key,
      summary: caseSummary(row, {
        person: row.person,
        filedOn: row.filed_on,
        openTasks: row.open_tasks ?? 0,
      }),
    })),
    ...(rows.length > PAGE && last !== undefined
      ? { next: `${last.updated_at.toISOString()} ${last.case_id}` }
      : {}),
    counts: Object.fromEntries(counted.map((row) => [row.state, row.count])),
  };
}

/** A cursor that is not one of ours starts from the beginning. */
function readCursor(text: string | undefined): { at: Date; caseId: string } | undefined {
  const [instant, caseId] = text?.split(' ') ?? [];
  if (instant === undefined || caseId === undefined || !isUuid(caseId)) return undefined;
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? undefined : { at, caseId };
}

export function caseSummary(
  row: CaseRow,
  more: { readonly person: RecordPerson; readonly filedOn: string; readonly openTasks: number },
): CaseSummary {
  return {
    caseId: row.case_id,
    fileNumber: row.file_number,
    state: row.state,
    role: row.role,
    agreement: row.agreement,
    personName: displayName(more.person),
    filedOn: more.filedOn,
    openedAt: row.opened_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    waitingFor: row.waiting_for,
    openTasks: more.openTasks,
    simulation: row.simulation,
  };
}
