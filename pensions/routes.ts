/** The routes of this room. Each that shows a person says whose data, for what purpose and under what article. */
import { isUuid, ok, refuse, type Result } from '@urtuu/kernel';
import {
  transaction,
  withHeaders,
  type Handlers,
  type PersonAccess,
  type PersonRead,
  type Principal,
  type Queries,
  type Tx,
  type WithHeaders,
} from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import { actOnCase, type Action } from './cases/act-on-case.ts';
import { listCases, readCaseRow } from './cases/case-store.ts';
import { caseView } from './cases/case-view.ts';
import type { CaseWork } from './cases/case-work.ts';
import { resolveTask } from './cases/resolve-task.ts';
import { listTasks } from './cases/tasks.ts';
import { MOST_ACCESSES, myView, NOBODY, SHOWN_TO_CITIZEN } from './citizen/my-view.ts';
import { checkClaim } from './claim/check-claim.ts';
import { forwardClaim } from './claim/forward-claim.ts';
import { registerClaim } from './claim/register-claim.ts';
import { requestPeriods } from './claim/request-periods.ts';
import type { CaseView, pensionsContract } from './contract.ts';
import { approveDecision, returnDecision } from './decision/approve-decision.ts';
import { decisionView } from './decision/decision-view.ts';
import { drawDecision } from './decision/draw-decision.ts';
import { changesOf } from './decision/decision-changes.ts';
import { decisionLetter } from './letter/decision-letter.ts';
import { LEGAL_BASIS, today, type Office } from './office.ts';
import { namesInLog } from './person/names-in-log.ts';
import { personKeyOfClaim } from './person/person-store.ts';
import { searchWords } from './person/person.ts';
import { sendDocument } from './documents/send-document.ts';
import { printDocument } from './print/print-document.ts';
import type { CaseRow, DecisionRow, DocumentRow, PensionsTables } from './tables.ts';

/** Purpose of a reading where the caller names none. */
const CLAIM_PROCESSING = 'claim-processing';
const OWN_DATA = 'own-data';

export function pensionsRoutes(office: Office): Handlers<typeof pensionsContract> {
  const { database } = office;
  /** One snapshot: a job that writes meanwhile is seen whole or not at all. */
  const seen = <T>(read: (tx: Tx) => Promise<T>): Promise<T> =>
    transaction(database, read, { isolation: 'repeatable read' });
  const evidenceOf = async (params: { readonly documentId: string; readonly version: number }) => {
    const found = await documentOf(database, params);
    if (found === undefined) return refuse({ code: 'business/not-found' });
    const evidence = await office.exchange().evidenceOf(database, params);
    const name = `${found.row.file_number}-${found.document.type}-v${params.version}`;
    return evidence.ok ? ok({ row: found.row, evidence: evidence.value, name }) : evidence;
  };

  return {
    async checkClaim({ body }) {
      return ok({ faults: [...checkClaim(body, today(office)).faults] });
    },

    async registerClaim({ body, principal, access, purpose }) {
      const actor = { subject: principal.subject, name: principal.name };
      const registered = await registerClaim(office, actor, body);
      if (!registered.ok) {
        const { standing, ...refusal } = registered.error;
        if (standing !== undefined) access.read(reading({ ...standing, purpose, what: 'duplicate-claim' }));
        return refuse(refusal);
      }
      const { row, personKey } = registered.value;
      access.read(reading({ personKey, caseId: row.case_id, purpose, what: 'case' }));
      return ok(tagged(await seen((tx) => caseView(office, tx, row.case_id, principal))));
    },

    async listCases({ query, access, purpose }) {
      const page = await listCases(database, {
        words: searchWords(query.q ?? ''),
        ...(query.state === undefined ? {} : { state: query.state }),
        ...(query.before === undefined ? {} : { before: query.before }),
      });
      if (page.items.length === 0) access.readNobody();
      for (const { personKey, summary } of page.items) {
        access.read(reading({ personKey, caseId: summary.caseId, purpose, what: 'case-list' }));
      }
      return ok({
        items: page.items.map((item) => item.summary),
        ...(page.next === undefined ? {} : { next: page.next }),
        counts: { ...page.counts },
      });
    },

    async readCase({ params, principal, access, purpose }) {
      const row = await readCaseRow(database, params.caseId);
      if (row === undefined) return refuse({ code: 'business/not-found' });
      access.read(reading({ personKey: row.person_key, caseId: row.case_id, purpose, what: 'case' }));
      return ok(tagged(await seen((tx) => caseView(office, tx, row.case_id, principal))));
    },

    requestPeriods: (call) => act(office, { ...call, action: 'requestPeriods' }, requestPeriods),
    forwardClaim: (call) => act(office, { ...call, action: 'forwardClaim' }, forwardClaim),
    drawDecision(call) {
      const { on, assumeInForceFrom, assume } = call.body;
      const options = {
        ...(on === undefined ? {} : { on }),
        ...(assumeInForceFrom === undefined ? {} : { assumeInForceFrom }),
        ...(assume === undefined ? {} : { assume }),
      };
      return act(office, { ...call, action: 'drawDecision' }, (work) => drawDecision(work, options));
    },
    approveDecision: (call) => act(office, { ...call, action: 'approveDecision' }, approveDecision),
    returnDecision: (call) =>
      act(office, { ...call, action: 'returnDecision' }, (work) => returnDecision(work, call.body.reason)),

    async listTasks({ query, access, purpose }) {
      const tasks = await listTasks(database, {
        state: query.state ?? 'open',
        words: searchWords(query.q ?? ''),
      });
      if (tasks.length === 0) access.readNobody();
      for (const { personKey, view } of tasks) {
        access.read(reading({ personKey, caseId: view.caseId, purpose, what: 'task-list' }));
      }
      return ok({ items: tasks.map((task) => task.view) });
    },

    async resolveTask({ params, body, principal, access, purpose }) {
      if (!isUuid(params.taskId)) return refuse({ code: 'business/not-found' });
      const { outcome, registerKey, note } = body;
      const settled = await resolveTask(office, {
        taskId: params.taskId,
        outcome,
        ...(registerKey === undefined ? {} : { registerKey }),
        note,
        principal,
      });
      if (!settled.ok) return settled;
      const { personKey, view } = settled.value;
      access.read(reading({ personKey, caseId: view.caseId, purpose, what: 'task' }));
      return ok(view);
    },

    async readDecision({ params, principal, access, purpose }) {
      const found = await decisionFor(database, params.decisionId, principal);
      if (found === undefined) return refuse({ code: 'business/not-found' });
      access.read(readingOf(found, principal, purpose, 'decision'));
      return ok(decisionView(found.decision, office.self));
    },

    async decisionChanges({ params, principal, access, purpose }) {
      const found = await decisionFor(database, params.decisionId, principal);
      if (found === undefined) return refuse({ code: 'business/not-found' });
      access.read(readingOf(found, principal, purpose, 'decision'));
      return ok(changesOf(found.decision));
    },

    async decisionLetter({ params, query, principal, access, purpose }) {
      const found = await decisionFor(database, params.decisionId, principal);
      if (found === undefined) return refuse({ code: 'business/not-found' });
      access.read(readingOf(found, principal, purpose, 'decision-letter'));
      const letter = await decisionLetter(office, database, found.decision, found.row, query.locale);
      const name = `${found.row.file_number}-${query.locale}.pdf`;
      return ok(withHeaders(letter, { 'content-disposition': `inline; filename="${name}"` }));
    },

    async sendDocument(call) {
      const { type, content, inReplyTo } = call.body;
      const sent = await sendDocument(office, {
        caseId: call.params.caseId,
        ifMatch: call.ifMatch,
        type,
        content,
        ...(inReplyTo === undefined ? {} : { inReplyTo }),
        principal: call.principal,
      });
      return changed(call, sent);
    },

    async printDocument({ params, query, access, purpose }) {
      const found = await documentOf(database, params);
      if (found === undefined) return refuse({ code: 'business/not-found' });
      const { document, row } = found;
      access.read(
        reading({ personKey: row.person_key, caseId: row.case_id, purpose, what: 'document-print' }),
      );
      const page = await printDocument(office, found, query.locale);
      const name = `${row.file_number}-${document.type}-${query.locale}.pdf`;
      return ok(withHeaders(page, { 'content-disposition': `inline; filename="${name}"` }));
    },

    async signedDocument({ params, access, purpose }) {
      const found = await evidenceOf(params);
      if (!found.ok) return found;
      const { row, evidence, name } = found.value;
      access.read(
        reading({ personKey: row.person_key, caseId: row.case_id, purpose, what: 'document-signed' }),
      );
      return ok(withHeaders(Buffer.from(evidence.document), download(`${name}.json`)));
    },

    async documentProof({ params, access, purpose }) {
      const found = await evidenceOf(params);
      if (!found.ok) return found;
      const { row, evidence, name } = found.value;
      access.read(
        reading({ personKey: row.person_key, caseId: row.case_id, purpose, what: 'document-proof' }),
      );
      return ok(withHeaders(Buffer.from(evidence.proof), download(`${name}.tlog-proof`)));
    },

    async myView({ principal, access }) {
      const personKey = await ownKey(database, principal);
      if (personKey === undefined) {
        access.readNobody();
        return ok(NOBODY);
      }
      access.read(reading({ personKey, purpose: OWN_DATA, what: 'own-view' }));
      const personKeys = await namesInLog(database, office.pseudonymOf, personKey);
      const accesses = await office.accessLog.list({ personKeys, limit: MOST_ACCESSES });
      return ok(await seen((tx) => myView(office, tx, personKey, accesses)));
    },

    async accessLog({ query }) {
      const wanted = await accessPage(office, query);
      const rows = await office.accessLog.list({ ...wanted, limit: ACCESS_PAGE + 1 });
      const shown = rows.slice(0, ACCESS_PAGE);
      const last = shown.at(-1);
      return ok({
        items: shown.map((row) => ({
          id: row.id,
          at: row.at.toISOString(),
          reader: row.reader,
          role: row.role,
          institution: row.institution ?? '',
          personKey: row.personKey,
          caseId: row.caseId ?? null,
          purpose: row.purpose,
          article: row.article ?? null,
          what: row.what,
        })),
        ...(rows.length > ACCESS_PAGE && last !== undefined ? { next: last.id } : {}),
      });
    },
  };
}

const ACCESS_PAGE = 50;

/** An auditor may ask by our key or by an identifier as `scheme:value`; a cursor that is not ours is left out. */
async function accessPage(
  { database, pseudonymOf }: Office,
  { personKey, before }: { readonly personKey?: string | undefined; readonly before?: string | undefined },
): Promise<{ personKeys?: readonly string[]; before?: string }> {
  return {
    ...(personKey === undefined ? {} : { personKeys: await namesInLog(database, pseudonymOf, personKey) }),
    ...(before !== undefined && isUuid(before) ? { before } : {}),
  };
}

interface ActingCall {
  readonly params: { readonly caseId: string };
  readonly principal: Principal;
  readonly ifMatch: string;
  readonly purpose: string | undefined;
  readonly access: PersonAccess;
  readonly action: Action['action'];
}

async function act(
  office: Office,
  call: ActingCall,
  work: (work: CaseWork) => Promise<Result<unknown, Refusal>>,
): Promise<Result<WithHeaders<CaseView>, Refusal>> {
  const { params, principal, ifMatch, action } = call;
  return changed(call, await actOnCase(office, { caseId: params.caseId, ifMatch, action, principal }, work));
}

/** A case as it is after a change, its reading logged. */
function changed(
  { access, purpose }: Pick<ActingCall, 'access' | 'purpose'>,
  result: Result<CaseView, Refusal>,
): Result<WithHeaders<CaseView>, Refusal> {
  if (!result.ok) return result;
  const { caseId, person } = result.value;
  access.read(reading({ personKey: person.personKey, caseId, purpose, what: 'case' }));
  return ok(tagged(result.value));
}

function tagged(view: CaseView): WithHeaders<CaseView> {
  return withHeaders(view, { etag: view.version });
}

interface Reading {
  readonly personKey: string;
  readonly caseId?: string;
  readonly purpose?: string | undefined;
  readonly what: string;
}

function reading({ personKey, caseId, purpose, what }: Reading): PersonRead {
  return {
    personKey,
    ...(caseId === undefined ? {} : { caseId }),
    purpose: purpose ?? CLAIM_PROCESSING,
    article: LEGAL_BASIS,
    what,
  };
}

interface FoundDecision {
  readonly decision: DecisionRow;
  readonly row: CaseRow;
}

function readingOf(
  { row }: FoundDecision,
  principal: Principal,
  purpose: string | undefined,
  what: string,
): PersonRead {
  const own = isCitizenAlone(principal) ? OWN_DATA : undefined;
  return reading({ personKey: row.person_key, caseId: row.case_id, purpose: own ?? purpose, what });
}

/** The decision, if the caller may know that it exists: a citizen knows the own ones, once they are approved. */
async function decisionFor(
  queries: Queries,
  decisionId: string,
  principal: Principal,
): Promise<FoundDecision | undefined> {
  if (!isUuid(decisionId)) return undefined;
  const decision = await queries
    .tables<PensionsTables>()
    .selectFrom('pensions_decision')
    .selectAll()
    .where('decision_id', '=', decisionId)
    .executeTakeFirst();
  if (decision === undefined) return undefined;
  const row = await readCaseRow(queries, decision.case_id);
  if (row === undefined) return undefined;
  if (!isCitizenAlone(principal)) return { decision, row };
  const personKey = await ownKey(queries, principal);
  const own = personKey === row.person_key && SHOWN_TO_CITIZEN.includes(decision.state);
  return own ? { decision, row } : undefined;
}

async function documentOf(
  queries: Queries,
  { documentId, version }: { readonly documentId: string; readonly version: number },
): Promise<{ document: DocumentRow; row: CaseRow } | undefined> {
  if (!isUuid(documentId)) return undefined;
  const document = await queries
    .tables<PensionsTables>()
    .selectFrom('pensions_document')
    .selectAll()
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (document === undefined) return undefined;
  const row = await readCaseRow(queries, document.case_id);
  return row === undefined ? undefined : { document, row };
}

/** Staff may be citizens too; whoever is citizen alone sees the own data alone. */
function isCitizenAlone(principal: Principal): boolean {
  return !principal.roles.some((role) => role === 'clerk' || role === 'supervisor' || role === 'auditor');
}

async function ownKey(queries: Queries, principal: Principal): Promise<string | undefined> {
  return principal.personKey === undefined ? undefined : personKeyOfClaim(queries, principal.personKey);
}

/** A file with a name, to be kept. */
function download(name: string): Readonly<Record<string, string>> {
  return { 'content-disposition': `attachment; filename="${name}"` };
}
