/** The SEDs that are read and written, each with the document type that covers it. */
import type { DocumentType } from '../documents/types.ts';

export const DOCUMENT_OF_SED = {
  P2000: 'Claim.oldAge',
  P2100: 'Claim.survivor',
  P2200: 'Claim.invalidity',
  P4000: 'ClaimantStatement',
  P5000: 'PeriodCertificate',
  P6000: 'Decision',
  P7000: 'DecisionSummary',
  P8000: 'InfoRequest',
  P9000: 'InfoReply',
  P10000: 'AdditionalInfo',
  P14000: 'CircumstanceChange',
  P15000: 'TransferredCase',
  H070: 'VitalEvent',
  X001: 'case.close',
  X002: 'case.reopen.request',
  X003: 'case.reopen.answer',
  X004: 'case.reopen.done',
  X005: 'participant.add',
  X006: 'participant.remove',
  X007: 'case.forward',
  X008: 'document.invalidate',
  X009: 'remind',
  X010: 'remind.answer',
  X011: 'document.reject',
  X012: 'clarify',
  X013: 'clarify.answer',
  X050: 'problem.report',
  X100: 'participant.replace',
} as const satisfies Readonly<Record<string, DocumentType>>;

export type SedName = keyof typeof DOCUMENT_OF_SED;

export function isSedName(text: string): text is SedName {
  return Object.hasOwn(DOCUMENT_OF_SED, text);
}

export const SED_NAMES: readonly SedName[] = Object.keys(DOCUMENT_OF_SED).filter(isSedName);

export function sedOfDocument(type: DocumentType): SedName | undefined {
  return SED_NAMES.find((sed) => DOCUMENT_OF_SED[sed] === type);
}
