/** The documents on the wire, as the JSON Schemas beside this file describe them. Days are ISO text, `to` is the last day. */
import type { JsonObject } from '@urtuu/kernel';

/** A coded value; a code that we do not know is carried and flagged, never emptied. */
export interface Code {
  readonly system: string;
  readonly code: string;
  readonly label?: string;
}

export interface PersonIdentifier {
  readonly scheme: string;
  readonly value: string;
  readonly country: string;
}

export interface PersonName {
  readonly script: string;
  readonly family?: string;
  readonly given: string;
  readonly patronymic?: string;
}

/** Whom it concerns, reduced to what the purpose allows: everything but identifiers and names may be missing. */
export interface WirePerson {
  readonly identifiers: readonly PersonIdentifier[];
  readonly names: readonly PersonName[];
  readonly sex?: 'male' | 'female' | 'unknown';
  readonly birthDate?: string;
  readonly birthDatePrecision?: 'day' | 'month' | 'year';
  readonly citizenships?: readonly string[];
  readonly residence?: string;
  readonly deathDate?: string;
}

export interface WireEvidence {
  readonly kind: string;
  readonly ref?: string;
  readonly hash?: string;
}

export interface StatedSum {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
}

export interface WirePeriod {
  readonly periodId: string;
  readonly country: string;
  readonly type: Code;
  readonly scheme: Code;
  /** three-bit mask old-age · survivor · invalidity */
  readonly relevance: string;
  readonly calculation: string;
  readonly from: string;
  /** last day; null while it lasts */
  readonly to: string | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly certainty: 'certified' | 'claimed' | 'reconstructed';
  readonly evidence: readonly WireEvidence[];
  readonly employer?: { readonly name: string; readonly id?: string };
  readonly insured: boolean;
  readonly kind: string;
  readonly statedSum?: StatedSum;
}

export interface WireEarning {
  readonly country: string;
  readonly year: number;
  readonly month: number;
  readonly amount: string;
  readonly currency: string;
  readonly employer?: string;
  readonly paid: boolean;
}

export interface WireAverageIncome {
  readonly country: string;
  readonly amount: string;
  readonly currency: string;
  readonly source: string;
  readonly certainty: string;
}

export interface WireClaimHead {
  readonly claimDate: string;
  /** 01 old-age */
  readonly kind: '01';
  readonly requestedFrom?: string;
  readonly residence: string;
}

export interface PeriodRequest {
  readonly claim: WireClaimHead;
  readonly person: WirePerson;
  readonly window: { readonly from?: string; readonly to?: string };
  readonly periodKinds: readonly Code[];
  readonly reason: string;
  readonly ext?: JsonObject;
}

export interface PeriodCertificate {
  readonly pensionKind: Code;
  readonly anyPeriods: boolean;
  readonly periods: readonly WirePeriod[];
  readonly earnings: readonly WireEarning[];
  readonly averageIncome?: readonly WireAverageIncome[];
  readonly pensionsHeld: readonly { readonly kind: string; readonly from: string; readonly to?: string }[];
  readonly deathDate?: string;
  readonly noPeriodsReason?: { readonly code: string; readonly text: string };
  readonly counting: { readonly bounds: 'inclusive'; readonly method: string; readonly dayBasis: 5 | 7 };
  readonly remarks?: string;
  readonly ext?: JsonObject;
}

export interface DecisionNotice {
  readonly decisionId: string;
  readonly country: string;
  readonly institutionId: string;
  readonly law: string;
  readonly result: 'granted' | 'refused' | 'undetermined';
  readonly effectiveFrom?: string;
  readonly decidedOn: string;
  readonly simulation: boolean;
  readonly components: readonly {
    readonly component: string;
    readonly outcome: string;
    readonly amount?: string;
    readonly currency?: string;
    readonly from?: string;
  }[];
  readonly total?: { readonly amount: string; readonly currency: string };
  readonly periodsUsed: readonly string[];
  readonly refusalReasons: readonly { readonly code: string; readonly text: string }[];
  /** null: the rule is not yet sourced */
  readonly appeal: {
    readonly deadlineDays: number | null;
    readonly body: string;
    readonly article: string | null;
  };
  /** the tree of findings of the law engine, as JSON */
  readonly explanation: JsonObject | null;
  readonly flags: readonly string[];
  readonly ext?: JsonObject;
}

export interface VitalEvent {
  readonly kind: 'death';
  readonly date: string;
  readonly evidence: readonly WireEvidence[];
  readonly ext?: JsonObject;
}

export interface OldAgeClaim {
  readonly claim: WireClaimHead & { readonly filedIn: string };
  readonly person: WirePerson;
  /** periods as the claimant states them */
  readonly statement: readonly WirePeriod[];
  readonly remarks?: string;
  readonly ext?: JsonObject;
}

/** Document type → its content. */
export interface DocumentContents {
  readonly PeriodRequest: PeriodRequest;
  readonly PeriodCertificate: PeriodCertificate;
  readonly Decision: DecisionNotice;
  readonly VitalEvent: VitalEvent;
  readonly 'Claim.oldAge': OldAgeClaim;
}
export type DocumentType = keyof DocumentContents;

/** Version of the schema of each type, as envelopes name it. */
export const DOCUMENT_VERSIONS = {
  PeriodRequest: '1.0.0',
  PeriodCertificate: '1.0.0',
  Decision: '1.0.0',
  VitalEvent: '1.0.0',
  'Claim.oldAge': '1.0.0',
} as const satisfies Record<DocumentType, string>;

export function isDocumentType(text: string): text is DocumentType {
  return Object.hasOwn(DOCUMENT_VERSIONS, text);
}
