/** What happened in a case, in order: shown to clerk and citizen, and the base of the clocks. */
import type { NewId } from '@urtuu/kernel';
import { jsonb, type Queries, type Tx } from '@urtuu/platform';
import type { EventRow, PensionsTables } from '../tables.ts';

/** Every event of a case; each has a text in messages/ under `event.<code>`. */
export const EVENT_CODES = [
  'claimRegistered',
  'claimForwarded',
  'claimReceived',
  'registerRead',
  'registerNotFound',
  'registerUnavailable',
  'periodsRequested',
  'requestReceived',
  'certificateSent',
  'certificateReceived',
  'certificateEmpty',
  'partnerAsked',
  'partnerAsks',
  'partnerAnswered',
  'partnerAnswerReceived',
  'taskOpened',
  'taskResolved',
  'decisionDrawn',
  'decisionReturned',
  'draftAnnulled',
  'decisionApproved',
  'decisionNotified',
  'decisionReceived',
  'deathReported',
  'deathTold',
  'caseClosed',
  'documentSent',
  'documentReceived',
] as const;
export type EventCode = (typeof EVENT_CODES)[number];

/** The values of an event's text. They name institutions, days and codes, never a person. */
export type EventValues = Readonly<Record<string, string>>;

export interface NewEvent {
  readonly caseId: string;
  readonly actor: string;
  readonly code: EventCode;
  readonly values?: EventValues;
}

export async function recordEvent(
  tx: Tx,
  event: NewEvent,
  { newId, now }: { readonly newId: NewId; readonly now: Date },
): Promise<void> {
  await tx
    .tables<PensionsTables>()
    .insertInto('pensions_event')
    .values({
      event_id: newId<'Event'>(),
      case_id: event.caseId,
      at: now,
      actor: event.actor,
      code: event.code,
      event_values: jsonb(event.values ?? {}),
    })
    .execute();
}

/** Events of cases, oldest first. */
export async function eventsOf(queries: Queries, caseIds: readonly string[]): Promise<EventRow[]> {
  if (caseIds.length === 0) return [];
  return queries
    .tables<PensionsTables>()
    .selectFrom('pensions_event')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .orderBy('at')
    .orderBy('event_id')
    .execute();
}
