/** One case whole, as the case page shows it. */
import { day, expectOk, parseDay, type Day } from '@urtuu/kernel';
import { assess, type TimelineRun } from '@urtuu/law';
import type { Queries } from '@urtuu/platform';
import type { CaseView } from '../contract.ts';
import { decisionView } from '../decision/decision-view.ts';
import { LAW_OF, IN_FORCE_FLAG } from '../decision/draft-decision.ts';
import type { Office } from '../office.ts';
import { displayName, personView } from '../person/person.ts';
import { readPerson } from '../person/person-store.ts';
import { casePeriods } from '../record/case-periods.ts';
import { caseRecord, type CaseRecord } from '../record/case-record.ts';
import type { CaseRow, ClaimRow, DecisionRow, DocumentRow, TaskRow } from '../tables.ts';
import type { CasePeriod } from '../terms.ts';
import { allowedActions, type Asking, type CaseFacts } from './allowed-actions.ts';
import {
  caseSummary,
  claimOf,
  decisionsOf,
  documentsOf,
  readCaseRow,
  registerAnswerOf,
  versionOf,
} from './case-store.ts';
import { writableTypes } from '../documents/writable.ts';
import { clocksOf } from './clocks.ts';
import { eventsOf } from './events.ts';
import { tasksOfCase, taskView } from './tasks.ts';

export async function caseView(
  office: Office,
  queries: Queries,
  caseId: string,
  asking: Asking,
): Promise<CaseView> {
  const row = await readCaseRow(queries, caseId);
  if (row === undefined) throw new Error(`No case ${caseId}`);
  const { self } = office;
  const claim = await claimOf(queries, caseId);
  const person = (await readPerson(queries, row.person_key)) ?? claim.record.person;
  const tasks = await tasksOfCase(queries, caseId);
  const decisions = await decisionsOf(queries, [caseId]);
  const documents = await documentsOf(queries, caseId);
  const events = await eventsOf(queries, [caseId]);
  const facts = await caseFacts(office, queries, row);
  const exchangeCase = await office.exchange().cases.read(queries, caseId);
  const openTasks = tasks.filter((task) => task.state === 'open').length;
  const name = displayName(person);

  return {
    ...caseSummary(row, { person, filedOn: claim.filed_on, openTasks }),
    version: versionOf(row),
    claim: claimView(claim),
    person: personView(row.person_key, person),
    participants: [
      {
        institutionId: self.institutionId,
        country: self.country,
        role: row.role,
        fileNumber: row.file_number,
      },
      {
        institutionId: row.partner_institution,
        country: self.partner.country,
        role: row.role === 'owner' ? 'counterparty' : 'owner',
        fileNumber:
          exchangeCase?.fileNumbers.find((number) => number.institutionId === row.partner_institution)
            ?.number ?? null,
      },
    ],
    allowedActions: allowedActions(row, facts, asking),
    clocks: clocksOf(events),
    transmissions: await office.exchange().transmissionsOf(queries, caseId),
    events: events.map((event) => ({
      at: event.at.toISOString(),
      actor: event.actor,
      code: event.code,
      values: { ...event.event_values },
    })),
    periods: periodsOfCase(office, claim, await caseRecord(queries, row, self), decisions),
    documents: documents.map(documentView),
    writable:
      exchangeCase === undefined ? [] : [...writableTypes(office.exchange(), exchangeCase, documents)],
    decisions: decisions.map((decision) => decisionView(decision, self)),
    tasks: tasks.map((task) => taskView(task, name)),
  };
}

/** What decides which actions the case allows beyond its state. */
export async function caseFacts(office: Office, queries: Queries, row: CaseRow): Promise<CaseFacts> {
  const caseId = row.case_id;
  const tasks = await tasksOfCase(queries, caseId);
  const decisions = await decisionsOf(queries, [caseId]);
  const documents = await documentsOf(queries, caseId);
  const answer = await registerAnswerOf(queries, caseId);
  const claim = await claimOf(queries, caseId);
  const open = (kind: TaskRow['kind']): boolean =>
    tasks.some((task) => task.kind === kind && task.state === 'open');
  return {
    ownCountry: office.self.country,
    residence: claim.record.person.residence,
    registerRead: answer !== undefined,
    identityDoubt: open('identityDoubt'),
    evidenceDoubt: open('evidenceDoubt'),
    periodsRequested: documents.some(isOwnRequest),
    draftedBy: decisions.find((decision) => decision.state === 'draft')?.drafted_by,
  };
}

/** A request that the other state took, or may still take. */
function isOwnRequest(document: DocumentRow): boolean {
  const { type, direction, not_taken } = document;
  return type === 'PeriodRequest' && direction === 'sent' && not_taken === null;
}

/**
 * Periods with the fate of their days, under the choices of this state's latest decision or, before one, under the
 * law as it is on the day from which the claim asks.
 */
export function periodsOfCase(
  { self }: Office,
  claim: ClaimRow,
  { input, assembly }: CaseRecord,
  decisions: readonly DecisionRow[],
): CasePeriod[] {
  const own = decisions.findLast((decision) => decision.record !== null && decision.state !== 'annulled');
  const options = own?.options ?? {};
  const inForce = options.assumeInForceFrom;
  const timeline: readonly TimelineRun[] = assess(assembly.record, {
    law: LAW_OF[self.country],
    treaty: 'kz-mn',
    on: dayOf(options.on) ?? day(claim.requested_from ?? claim.filed_on),
    assume: { ...options.assume, ...(inForce === undefined ? {} : { [IN_FORCE_FLAG]: inForce }) },
    explain: 'full',
  }).record.timeline;
  return casePeriods(input, assembly, timeline);
}

function dayOf(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : expectOk(parseDay(text), 'a decision is drawn on a day');
}

function claimView(claim: ClaimRow): CaseView['claim'] {
  return {
    claimId: claim.claim_id,
    filedOn: claim.filed_on,
    filedIn: claim.filed_in,
    registeredAt: claim.registered_at.toISOString(),
    requestedFrom: claim.requested_from,
    remarks: claim.remarks,
  };
}

function documentView(document: DocumentRow): CaseView['documents'][number] {
  return {
    documentId: document.document_id,
    version: document.version,
    type: document.type,
    direction: document.direction,
    at: document.at.toISOString(),
    ...(document.transmission_id === null ? {} : { transmissionId: document.transmission_id }),
    content: document.content,
  };
}
