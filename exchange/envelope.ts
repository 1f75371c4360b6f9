/** The envelope: the signed object of a transmission (exchange profile, section "envelope"). */
import type { JsonObject } from '@urtuu/kernel';
import type { CaseRole } from './cases/state-table.ts';
import type { WirePerson } from './documents/types.ts';

export interface EnvelopeParty {
  readonly institutionId: string;
  readonly nodeId: string;
  readonly country: string;
  readonly role: CaseRole | 'observer';
}

/** Where data of a document came from. */
export interface SourceRef {
  readonly system: string;
  readonly service: string;
  /** instant, UTC with Z */
  readonly retrievedAt: string;
  readonly rawDigest: string;
}

export interface Envelope {
  readonly v: '1';
  readonly transmissionId: string;
  readonly profile: string;
  readonly agreement: { readonly id: string; readonly version: string; readonly articleSet: string };
  readonly from: EnvelopeParty;
  readonly to: readonly EnvelopeParty[];
  readonly case: {
    readonly caseId: string;
    readonly type: string;
    readonly openedBy: string;
    readonly openedAt: string;
    readonly fileNumbers: readonly { readonly institutionId: string; readonly number: string }[];
    /** as the sender sees it */
    readonly state: string;
  };
  readonly document: {
    readonly documentId: string;
    readonly version: number;
    readonly type: string;
    readonly schema: string;
    readonly supersedes?: { readonly documentId: string; readonly version: number };
    readonly inReplyTo?: string;
    readonly reason?: { readonly code: string; readonly text: string };
  };
  readonly purpose: { readonly code: string; readonly legalBasis: string };
  readonly times: {
    readonly created: string;
    readonly effective?: string;
    readonly claimDate?: string;
    readonly filedAt?: string;
    readonly replyDue?: string;
  };
  readonly subject?: WirePerson;
  readonly content: JsonObject;
  readonly source?: readonly SourceRef[];
  readonly counting?: { readonly bounds: 'inclusive'; readonly method: string; readonly dayBasis: 5 | 7 };
  readonly ext?: JsonObject;
}
