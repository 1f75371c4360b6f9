/** The other state is asked for its certified periods; the claim's head goes along, so that it can decide as well. */
import { ok, type Result } from '@urtuu/kernel';
import type { Refusal } from '@urtuu/platform/contract';
import { claimOf } from '../cases/case-store.ts';
import type { CaseWork } from '../cases/case-work.ts';
import { readPerson } from '../person/person-store.ts';
import { wirePerson } from '../wire/wire-person.ts';

export async function requestPeriods(work: CaseWork): Promise<Result<void, Refusal>> {
  const { tx, row, office } = work;
  const claim = await claimOf(tx, row.case_id);
  const kept = await readPerson(tx, row.person_key);
  const person = kept ?? claim.record.person;
  await work.send({
    document: {
      type: 'PeriodRequest',
      content: {
        claim: {
          claimDate: claim.filed_on,
          kind: '01',
          residence: person.residence,
          ...(claim.requested_from === null ? {} : { requestedFrom: claim.requested_from }),
        },
        person: wirePerson(person),
        window: {},
        periodKinds: [],
        reason: 'old-age claim: periods of both states are needed for entitlement',
      },
    },
    purpose: 'oldAge.claim',
    claimDate: claim.filed_on,
    filedAt: claim.registered_at,
  });
  const stepped = await work.step('requestPeriods');
  if (!stepped.ok) return stepped;
  await work.event('periodsRequested', { to: office.self.partner.country });
  await work.audited('periods.requested');
  return ok(undefined);
}
