/** A claim is registered: person, case, claim and the job that asks the own register, all in one transaction. */
import { civilDate, dayOfInstant, ok, refuse, type Result } from '@urtuu/kernel';
import { audit, jsonb, type Tx, refusable } from '@urtuu/platform';
import type { ProblemItem, Refusal } from '@urtuu/platform/contract';
import { AGREEMENT, today, type Actor, type Office } from '../office.ts';
import { addCase, nextFileNumber, undecidedCaseOf } from '../cases/case-store.ts';
import { recordEvent } from '../cases/events.ts';
import { knowPerson } from '../person/know-person.ts';
import { askRegister } from '../register/register-jobs.ts';
import type { CaseRow, PensionsTables } from '../tables.ts';
import { checkClaim, type CheckedClaim } from './check-claim.ts';

export interface Registered {
  readonly row: CaseRow;
  readonly personKey: string;
}

/** The case of the person's undecided claim, whose existence the refusal shows. */
export interface ClaimRefusal extends Refusal {
  readonly standing?: { readonly personKey: string; readonly caseId: string };
}

export async function registerClaim(
  office: Office,
  actor: Actor,
  body: unknown,
): Promise<Result<Registered, ClaimRefusal>> {
  const { claim, faults } = checkClaim(body, today(office));
  if (claim === undefined) {
    const errors = faults.filter((fault) => fault.severity === 'error');
    return refuse({ code: 'business/rule-failed', errors });
  }
  return refusable<Registered, ClaimRefusal>(office, async (tx) => {
    const now = office.clock();
    const sources = { newId: office.newId, now };
    const kept = await knowPerson(office, tx, claim.record.person, 'own');
    if (!kept.ok) return refuse({ code: 'business/rule-failed', errors: [ofTwoPersons] });
    const { personKey } = kept.value;
    const standing = await undecidedCaseOf(tx, personKey);
    if (standing !== undefined) {
      return refuse({
        code: 'business/duplicate-claim',
        detail: `the claim of case ${standing.file_number} has not been decided; go on there`,
        extra: { caseId: standing.case_id, fileNumber: standing.file_number },
        standing: { personKey, caseId: standing.case_id },
      });
    }
    const { self } = office;
    const { year } = civilDate(dayOfInstant(now, self.utcOffsetMinutes));
    const fileNumber = await nextFileNumber(tx, self.country, year);
    const opened = await office.exchange().cases.open(tx, {
      agreement: AGREEMENT,
      on: claim.filedOn,
      partner: self.partner.institutionId,
      fileNumber,
    });
    const row: CaseRow = {
      case_id: opened.caseId,
      file_number: fileNumber,
      person_key: personKey,
      role: opened.role,
      agreement: opened.agreement,
      partner_institution: opened.partner,
      state: opened.state,
      version: 1,
      facts_version: 1,
      waiting_for: 'clerk',
      simulation: false,
      opened_at: now,
      updated_at: now,
    };
    await addCase(tx, row);
    await keepClaim(office, tx, row, claim, {
      filedIn: claim.filedIn ?? self.country,
      registeredBy: actor.name,
    });
    await recordEvent(
      tx,
      { caseId: row.case_id, actor: actor.name, code: 'claimRegistered', values: { filedOn: claim.filedOn } },
      sources,
    );
    await audit(tx, {
      actor: actor.subject,
      actorName: actor.name,
      action: 'claim.registered',
      subject: { kind: 'case', id: row.case_id },
      caseId: row.case_id,
      data: { filedOn: claim.filedOn, fileNumber },
      at: now,
    });
    await askRegister(office, tx, row.case_id);
    return ok({ row, personKey });
  });
}

const ofTwoPersons: ProblemItem = {
  pointer: '/record/person/identifiers',
  code: 'identifiers-of-two-persons',
  detail: 'the identifiers belong to more than one person of this node; a wrong one was stated',
};

/** Keeps the claim of a case. The record is the claimant's own statement and never changes. */
export async function keepClaim(
  office: Office,
  tx: Tx,
  row: CaseRow,
  claim: Omit<CheckedClaim, 'filedIn'>,
  how: { readonly filedIn: string; readonly registeredBy: string },
): Promise<void> {
  await tx
    .tables<PensionsTables>()
    .insertInto('pensions_claim')
    .values({
      claim_id: office.newId<'Claim'>(),
      case_id: row.case_id,
      filed_on: claim.filedOn,
      filed_in: how.filedIn,
      requested_from: claim.requestedFrom ?? null,
      remarks: claim.remarks,
      record: jsonb(claim.record),
      registered_at: row.opened_at,
      registered_by: how.registeredBy,
    })
    .execute();
}
