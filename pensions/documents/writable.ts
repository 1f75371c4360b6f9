/** Which documents a clerk may write by hand in a case: those of its agreement that no act of the case makes. */
import type { CaseRecord, DocumentType, Exchange } from '@urtuu/exchange';
import type { DocumentRow } from '../tables.ts';

/** Made by acts of the case, with checks of their own: a decision has two pairs of eyes, a certificate a register. */
const MADE_BY_ACTS: readonly DocumentType[] = [
  'PeriodRequest',
  'PeriodCertificate',
  'Decision',
  'Claim.oldAge',
  'VitalEvent',
  'clarify',
  'clarify.answer',
];

/** None before the other state knows the case: it would refuse a document of a case that it has never heard of. */
export function writableTypes(
  exchange: Exchange,
  matter: CaseRecord,
  documents: readonly DocumentRow[],
): readonly DocumentType[] {
  const isKnownThere = documents.some((one) => one.transmission_id !== null && one.not_taken === null);
  if (!isKnownThere) return [];
  switch (matter.state) {
    case 'draft':
    case 'suspended':
    case 'closedGlobal':
    case 'archived':
      return [];
    case 'opened':
    case 'awaitingCounterparty':
    case 'awaitingClaimant':
    case 'inDecision':
    case 'decided':
    case 'closedLocal':
      return exchange.sendable(matter).filter((type) => !MADE_BY_ACTS.includes(type));
  }
}

/** Types that a handler must take because the other state's clerks write them by hand. */
export function isWrittenByHand(type: DocumentType): boolean {
  return !MADE_BY_ACTS.includes(type);
}
