/** A death that becomes known while a case runs: the person, the draft that no longer holds, the other state. */
import type { CaseWork } from '../cases/case-work.ts';
import { annulDraft } from '../decision/annul-draft.ts';
import { readPerson } from '../person/person-store.ts';
import { jsonb } from '@urtuu/platform';
import type { WireEvidence } from '@urtuu/exchange';
import type { PensionsTables } from '../tables.ts';

export interface KnownDeath {
  /** ISO day */
  readonly date: string;
  readonly source: 'ownRegister' | 'partner';
  readonly evidence: readonly WireEvidence[];
}

/** Answers whether it is news; does nothing where the case knows of this death already. */
export async function reportDeath(work: CaseWork, death: KnownDeath): Promise<'news' | 'known'> {
  if (await isKnown(work, death.date)) return 'known';
  await keepDeath(work, death.date);
  const values = { date: death.date, source: death.source };
  await work.event('deathReported', values);
  await work.openTask({ kind: 'deathReported', reason: { code: 'deathReported', values } });
  await annulDraft(work);
  if (death.source === 'ownRegister' && (await partnerKnowsCase(work))) {
    await work.send({
      document: {
        type: 'VitalEvent',
        content: { kind: 'death', date: death.date, evidence: [...death.evidence] },
      },
      purpose: 'oldAge.vitalEvent',
    });
    await work.event('deathTold', { to: work.office.self.partner.country });
  }
  await work.audited('death.reported', { source: death.source });
  return 'news';
}

async function isKnown({ tx, row }: CaseWork, date: string): Promise<boolean> {
  const events = await tx
    .tables<PensionsTables>()
    .selectFrom('pensions_event')
    .select('event_values')
    .where('case_id', '=', row.case_id)
    .where('code', '=', 'deathReported')
    .execute();
  return events.some((event) => event.event_values['date'] === date);
}

/** The own register's word stands against a later one of the other state. */
async function keepDeath({ tx, row, now }: CaseWork, date: string): Promise<void> {
  const person = await readPerson(tx, row.person_key);
  if (person === undefined || person.deathDate !== undefined) return;
  await tx
    .tables<PensionsTables>()
    .updateTable('pensions_person')
    .set({ person: jsonb({ ...person, deathDate: date }), updated_at: now })
    .where('person_key', '=', row.person_key)
    .execute();
}

async function partnerKnowsCase({ tx, row }: CaseWork): Promise<boolean> {
  const document = await tx
    .tables<PensionsTables>()
    .selectFrom('pensions_document')
    .select('document_id')
    .where('case_id', '=', row.case_id)
    .where('transmission_id', 'is not', null)
    .executeTakeFirst();
  return document !== undefined;
}
