/** A claim filed in the other state comes to the state that decides. Its filing date is kept: the person loses no day. */
import { identifierFaults } from '@urtuu/identity';
import { isJsonObject, ok, refuse, type JsonObject, type Result } from '@urtuu/kernel';
import type { Handled, OldAgeClaim, Received, RuleViolation } from '@urtuu/exchange';
import { parseInsuranceRecord, type InsuranceRecord, type RecordPerson } from '@urtuu/law';
import type { Tx } from '@urtuu/platform';
import { claimOf, lockCase } from '../cases/case-store.ts';
import { workOn } from '../cases/case-work.ts';
import { NODE_ITSELF, type Office } from '../office.ts';
import { askRegister } from '../register/register-jobs.ts';
import { recordPeriod } from '../wire/wire-period.ts';
import { emptyRecord, takeCase, violation } from './receive-request.ts';

/** Member of `ext` for what a claimant states beyond person and periods: children, income, accounts. */
export const CLAIM_FACTS_MEMBER = 'urtuu:claim-facts';

export async function receiveClaim(
  office: Office,
  tx: Tx,
  received: Received<OldAgeClaim>,
): Promise<Result<Handled, readonly RuleViolation[]>> {
  const { envelope, content } = received;
  const standing = await lockCase(tx, envelope.case.caseId);
  if (standing !== undefined) return refuse([violation('case-unknown', '/case/caseId')]);
  let invalid = false;
  const taken = await takeCase(office, tx, envelope, {
    person: content.person,
    claim: content.claim,
    remarks: content.remarks ?? '',
    record: (person) => {
      const record = statedRecord(person, content);
      invalid = record === undefined;
      return record ?? emptyRecord(person);
    },
  });
  if (!taken.ok) return taken;
  if (invalid) return refuse([violation('statement-invalid', '/content/statement')]);
  const work = workOn(office, tx, taken.value, NODE_ITSELF);
  await work.keepReceived(received);
  await work.event('claimReceived', {
    from: office.self.partner.country,
    filedOn: content.claim.claimDate,
  });
  await work.openTask({ kind: 'drawDecision', reason: { code: 'claimReceived', values: {} } });
  await work.audited('claim.received', { transmissionId: received.transmissionId });
  await askRegister(office, tx, taken.value.case_id);
  await work.settle();
  const claim = await claimOf(tx, taken.value.case_id);
  return ok({ usedIn: [claim.claim_id] });
}

/** The claimant's statement as an insurance record; with the further facts where they are sound, else without. */
function statedRecord(person: RecordPerson, content: OldAgeClaim): InsuranceRecord | undefined {
  const plain = { ...emptyRecord(person), periods: content.statement.map(recordPeriod) };
  const facts = content.ext?.[CLAIM_FACTS_MEMBER];
  const candidates = isJsonObject(facts) ? [withFacts(plain, facts), plain] : [plain];
  for (const candidate of candidates) {
    const parsed = parseInsuranceRecord(candidate, identifierFaults);
    if (parsed.ok) return parsed.value;
  }
  return undefined;
}

function withFacts(record: InsuranceRecord, facts: JsonObject): unknown {
  const { person, ...more } = facts;
  return { ...record, ...more, person: { ...record.person, ...(isJsonObject(person) ? person : {}) } };
}
