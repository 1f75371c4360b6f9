/** The other state asks for periods: a case of our own under its number, and the job that looks into the register. */
import { civilDate, dayOfInstant, ok, refuse, type Result } from '@urtuu/kernel';
import type { Envelope, Handled, PeriodRequest, Received, RuleViolation, WirePerson } from '@urtuu/exchange';
import type { InsuranceRecord, RecordPerson } from '@urtuu/law';
import type { Tx } from '@urtuu/platform';
import { addCase, lockCase, nextFileNumber } from '../cases/case-store.ts';
import { workOn, type CaseWork } from '../cases/case-work.ts';
import { keepClaim } from '../claim/register-claim.ts';
import { NODE_ITSELF, type Actor, type Office } from '../office.ts';
import { knowPerson } from '../person/know-person.ts';
import { askRegister } from '../register/register-jobs.ts';
import type { CaseRow } from '../tables.ts';
import { recordPerson } from '../wire/wire-person.ts';

export async function receiveRequest(
  office: Office,
  tx: Tx,
  received: Received<PeriodRequest>,
): Promise<Result<Handled, readonly RuleViolation[]>> {
  const { envelope, content } = received;
  const standing = await lockCase(tx, envelope.case.caseId);
  const taken =
    standing === undefined
      ? await takeCase(office, tx, envelope, {
          person: content.person,
          claim: content.claim,
          record: emptyRecord,
          remarks: '',
        })
      : ok(standing);
  if (!taken.ok) return taken;
  const work = workOn(office, tx, taken.value, NODE_ITSELF);
  await work.keepReceived(received);
  await work.event('requestReceived', { from: office.self.partner.country });
  await work.audited('request.received', { transmissionId: received.transmissionId });
  await askRegister(office, tx, taken.value.case_id);
  await work.settle();
  return ok({});
}

/** A case that the other state opened, as this node takes it over from an envelope. */
export interface Taken {
  readonly person: WirePerson;
  readonly claim: PeriodRequest['claim'] & { readonly filedIn?: string };
  readonly record: (person: RecordPerson) => InsuranceRecord;
  readonly remarks: string;
}

/** Keeps person, case and claim under the case number of the envelope. */
export async function takeCase(
  office: Office,
  tx: Tx,
  envelope: Envelope,
  taken: Taken,
): Promise<Result<CaseRow, readonly RuleViolation[]>> {
  const person = recordPerson(taken.person, taken.claim);
  if (!person.ok) {
    return refuse(person.error.map((place) => violation('person-incomplete', `/content/person${place}`)));
  }
  const now = office.clock();
  const kept = await knowPerson(office, tx, person.value, 'partner');
  if (!kept.ok) return refuse([violation('identifiers-of-two-persons', '/content/person/identifiers')]);

  const { self } = office;
  const { year } = civilDate(dayOfInstant(now, self.utcOffsetMinutes));
  const fileNumber = await nextFileNumber(tx, self.country, year);
  const adopted = await office.exchange().cases.adopt(tx, envelope, { fileNumber });
  const row: CaseRow = {
    case_id: adopted.caseId,
    file_number: fileNumber,
    person_key: kept.value.personKey,
    role: adopted.role,
    agreement: adopted.agreement,
    partner_institution: adopted.partner,
    state: adopted.state,
    version: 1,
    facts_version: 1,
    waiting_for: 'nobody',
    simulation: false,
    opened_at: now,
    updated_at: now,
  };
  await addCase(tx, row);
  const { claimDate, requestedFrom, filedIn } = taken.claim;
  const claim = {
    filedOn: claimDate,
    ...(requestedFrom === undefined ? {} : { requestedFrom }),
    remarks: taken.remarks,
    record: taken.record(person.value),
  };
  const how = { filedIn: filedIn ?? envelope.from.country, registeredBy: envelope.from.institutionId };
  await keepClaim(office, tx, row, claim, how);
  return ok(row);
}

/** A request names the person alone: what the claimant stated of periods stays with the state that decides. */
export function emptyRecord(person: RecordPerson): InsuranceRecord {
  return {
    version: 1,
    person,
    periods: [],
    earnings: [],
    accounts: [],
    benefits: [],
    counting: { bounds: 'inclusive', method: 'calendar' },
  };
}

/** Rules of this room beyond the exchange's own; each has a text in messages/ under `rule.<id>`. */
export type OwnRule =
  | 'person-incomplete'
  | 'identifiers-of-two-persons'
  | 'case-unknown'
  | 'statement-invalid';

export function violation(id: OwnRule, pointer: string): RuleViolation {
  return { id, pointer, severity: 'error' };
}

/** Work on the case an envelope names, or the refusal to take a document of a case nobody knows. */
export async function caseOf(
  office: Office,
  tx: Tx,
  envelope: Envelope,
  actor: Actor = NODE_ITSELF,
): Promise<Result<CaseWork, readonly RuleViolation[]>> {
  const row = await lockCase(tx, envelope.case.caseId);
  if (row === undefined) return refuse([violation('case-unknown', '/case/caseId')]);
  return ok(workOn(office, tx, row, actor));
}
