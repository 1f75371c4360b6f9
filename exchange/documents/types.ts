/** The documents on the wire, under the names that other rooms use. Their members come from the schemas. */
export type {
  ClaimOldAge as OldAgeClaim,
  Code,
  Decision as DecisionNotice,
  DocumentContents,
  Earning as WireEarning,
  Evidence as WireEvidence,
  Identifier as PersonIdentifier,
  Name as PersonName,
  Period as WirePeriod,
  PeriodCertificate,
  PeriodRequest,
  Person as WirePerson,
  StatedSum,
  VitalEvent,
} from './generated/content-types.ts';
import type { DocumentContents, PeriodCertificate } from './generated/content-types.ts';
import { DOCUMENT_VERSIONS } from './generated/document-schemas.ts';

export { DOCUMENT_FAMILIES, DOCUMENT_VERSIONS } from './generated/document-schemas.ts';

export type WireAverageIncome = NonNullable<PeriodCertificate['averageIncome']>[number];

export type DocumentType = keyof DocumentContents;

export function isDocumentType(text: string): text is DocumentType {
  return Object.hasOwn(DOCUMENT_VERSIONS, text);
}

/** All types, in the order of their kinds of matter. */
export const DOCUMENT_TYPES: readonly DocumentType[] = Object.keys(DOCUMENT_VERSIONS).filter(isDocumentType);
