/** A claim filed here by a resident of the other state goes there; the day on which it was filed goes with it. */
import { ok, type JsonObject, type Result } from '@urtuu/kernel';
import type { InsuranceRecord } from '@urtuu/law';
import type { Refusal } from '@urtuu/platform/contract';
import { claimOf } from '../cases/case-store.ts';
import type { CaseWork } from '../cases/case-work.ts';
import { CLAIM_FACTS_MEMBER } from '../inbox/receive-claim.ts';
import { wirePeriod } from '../wire/wire-period.ts';
import { wirePerson } from '../wire/wire-person.ts';

export async function forwardClaim(work: CaseWork): Promise<Result<void, Refusal>> {
  const { tx, row, office } = work;
  const claim = await claimOf(tx, row.case_id);
  const { record } = claim;
  await work.send({
    document: {
      type: 'Claim.oldAge',
      content: {
        claim: {
          claimDate: claim.filed_on,
          filedIn: claim.filed_in,
          kind: '01',
          residence: record.person.residence,
          ...(claim.requested_from === null ? {} : { requestedFrom: claim.requested_from }),
        },
        person: wirePerson(record.person),
        statement: record.periods.map(wirePeriod),
        ...(claim.remarks === '' ? {} : { remarks: claim.remarks }),
        ext: { [CLAIM_FACTS_MEMBER]: claimFacts(record) },
      },
    },
    purpose: 'oldAge.claim',
    claimDate: claim.filed_on,
    filedAt: claim.registered_at,
  });
  const stepped = await work.step('forwardClaim');
  if (!stepped.ok) return stepped;
  await work.event('claimForwarded', { to: office.self.partner.country, filedOn: claim.filed_on });
  await work.audited('claim.forwarded', { filedOn: claim.filed_on });
  return ok(undefined);
}

/** What the claimant states beyond person block and periods; the deciding state needs it as much. */
function claimFacts(record: InsuranceRecord): JsonObject {
  const { person, earnings, averageIncome, accounts, benefits } = record;
  const { kandas, children, arrivedInKz } = person;
  const facts = {
    person: { kandas, children, arrivedInKz },
    earnings,
    averageIncome,
    accounts,
    benefits,
  };
  // Through JSON and back: members that the claimant did not state vanish.
  return JSON.parse(JSON.stringify(facts)) as JsonObject;
}
