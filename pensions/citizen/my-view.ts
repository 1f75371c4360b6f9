/** What a citizen sees: the own cases, periods and decisions, and everyone who has read the own data. */
import type { AccessRow, Queries } from '@urtuu/platform';
import { casesOfPerson, claimOf, decisionsOf } from '../cases/case-store.ts';
import { periodsOfCase } from '../cases/case-view.ts';
import { eventsOf } from '../cases/events.ts';
import type { pensionsContract } from '../contract.ts';
import { decisionView } from '../decision/decision-view.ts';
import type { Office } from '../office.ts';
import { personView } from '../person/person.ts';
import { readPerson } from '../person/person-store.ts';
import { caseRecord } from '../record/case-record.ts';
import type { CaseRow } from '../tables.ts';
import type { DecisionState } from '../terms.ts';
import type { ReplyOf } from '@urtuu/platform/contract';

export type MyView = ReplyOf<typeof pensionsContract.myView>;

/** A draft is the institution's own work; a decision is the person's as soon as it is approved. */
export const SHOWN_TO_CITIZEN: readonly DecisionState[] = ['approved', 'notified', 'received'];

/** Readings of the own data that the page shows, the newest. */
export const MOST_ACCESSES = 200;

export async function myView(
  office: Office,
  queries: Queries,
  personKey: string,
  accesses: readonly AccessRow[],
): Promise<MyView> {
  const person = await readPerson(queries, personKey);
  if (person === undefined) return NOBODY;
  const rows = await casesOfPerson(queries, personKey);
  const cases: MyView['cases'] = [];
  for (const row of rows) cases.push(await myCase(office, queries, row));
  return {
    person: personView(personKey, person),
    cases,
    accesses: accesses.map((access) => ({
      at: access.at.toISOString(),
      reader: access.reader,
      role: access.role,
      institution: access.institution ?? '',
      purpose: access.purpose,
      article: access.article ?? null,
      what: access.what,
    })),
  };
}

/** This node knows nobody by what the sign-in tells. */
export const NOBODY: MyView = { person: null, cases: [], accesses: [] };

async function myCase(office: Office, queries: Queries, row: CaseRow): Promise<MyView['cases'][number]> {
  const claim = await claimOf(queries, row.case_id);
  const decisions = await decisionsOf(queries, [row.case_id]);
  const shown = decisions.filter((decision) => SHOWN_TO_CITIZEN.includes(decision.state));
  const events = await eventsOf(queries, [row.case_id]);
  const record = await caseRecord(queries, row, office.self);
  return {
    caseId: row.case_id,
    fileNumber: row.file_number,
    state: row.state,
    filedOn: claim.filed_on,
    waitingFor: row.waiting_for,
    simulation: row.simulation,
    periods: periodsOfCase(office, claim, record, shown),
    decisions: shown.map((decision) => decisionView(decision, office.self)),
    events: events
      .filter((event) => !INTERNAL.includes(event.code))
      .map((event) => ({ at: event.at.toISOString(), code: event.code, values: { ...event.event_values } })),
  };
}

/** Steps between clerk and supervisor; the person sees their outcome. */
const INTERNAL: readonly string[] = [
  'decisionDrawn',
  'decisionReturned',
  'draftAnnulled',
  'taskOpened',
  'taskResolved',
];
