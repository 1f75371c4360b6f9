/** The record of a case out of everything its node holds: claim, register answer, the other state's certificate. */
import type { PeriodCertificate } from '@urtuu/exchange';
import type { InsuranceRecord } from '@urtuu/law';
import type { Queries } from '@urtuu/platform';
import { claimOf, documentsOf, registerAnswerOf } from '../cases/case-store.ts';
import { readPerson } from '../person/person-store.ts';
import type { CaseRow, RegisterAnswerRow } from '../tables.ts';
import type { Self } from '../terms.ts';
import { certifiedSide } from '../wire/period-certificate.ts';
import { assembleRecord, type Assembly, type AssemblyInput, type RegisterSide } from './assemble-record.ts';

export interface CaseRecord {
  readonly input: AssemblyInput;
  readonly assembly: Assembly;
}

export async function caseRecord(queries: Queries, row: CaseRow, self: Self): Promise<CaseRecord> {
  const claim = await claimOf(queries, row.case_id);
  const kept = await readPerson(queries, row.person_key);
  const answer = await registerAnswerOf(queries, row.case_id);
  const certificate = await certificateOf(queries, row.case_id);
  const input: AssemblyInput = {
    claimed: withDeath(claim.record, kept?.deathDate),
    ...(answer === undefined ? {} : { own: registerSide(answer, self.country) }),
    ...(certificate === undefined ? {} : { partner: certifiedSide(certificate, self.partner.country) }),
  };
  return { input, assembly: assembleRecord(input) };
}

/**
 * The register's side of the record: all it folded or, where a clerk decided so, only what it certifies itself. While
 * a clerk still looks, all of it is shown; nothing is sent and no decision is drawn up on it.
 */
export function registerSide(answer: RegisterAnswerRow, country: string): RegisterSide {
  const { folded, accepted } = answer;
  return {
    country,
    periods: folded.periods.filter(
      (period) => accepted !== 'certifiedOnly' || period.certainty === 'certified',
    ),
    earnings: folded.earnings,
    accounts: folded.accounts,
    benefits: folded.benefits,
    ...(folded.deathDate === undefined ? {} : { deathDate: folded.deathDate }),
  };
}

/** The newest certificate received in the case. */
async function certificateOf(queries: Queries, caseId: string): Promise<PeriodCertificate | undefined> {
  const documents = await documentsOf(queries, caseId);
  const newest = documents.findLast(
    (document) => document.direction === 'received' && document.type === 'PeriodCertificate',
  );
  // The exchange checked it against its schema before it was stored.
  return newest === undefined ? undefined : (newest.content as PeriodCertificate);
}

/** A death learnt after the claim, from a register's feed or the other state. */
function withDeath(claimed: InsuranceRecord, deathDate: string | undefined): InsuranceRecord {
  if (deathDate === undefined || claimed.person.deathDate !== undefined) return claimed;
  return { ...claimed, person: { ...claimed.person, deathDate } };
}
