/** The door: what this room is given, and what it offers to the rooms that send and receive documents. */
import type { JsonObject, Localized, NewId, Result } from '@urtuu/kernel';
import type {
  Database,
  Handlers,
  HttpServer,
  JobTask,
  Logger,
  PartnerCheck,
  Queries,
  Telemetry,
  Tx,
} from '@urtuu/platform';
import type { Refusal } from '@urtuu/platform/contract';
import type { AgreementPack } from './agreement/agreement-pack.ts';
import type { CaseAction, CaseFacts, CaseRole } from './cases/state-table.ts';
import type { CaseState, exchangeContract, TransmissionView } from './contract.ts';
import type { KeyStore } from './crypto/key-store.ts';
import type { DocumentContents, DocumentType, WirePerson } from './documents/types.ts';
import type { Envelope, SourceRef } from './envelope.ts';
import type { DocumentEvidence } from './log/evidence-of.ts';
import type { RetrySchedule } from './outbox/retry-schedule.ts';
import type { RuleViolation } from './rules/rules.ts';
import type { FileNumber } from './tables.ts';
import type { IndependentWitness } from './witness/own-policy.ts';

/** This institution and its node. */
export interface ExchangeSelf {
  readonly institutionId: string;
  readonly nodeId: string;
  /** ISO 3166 */
  readonly country: string;
  readonly name: Localized;
  /** address under which partners reach `/x/v1`, as they sign it; without a slash at the end */
  readonly baseUrl: string;
}

export interface ExchangeOptions {
  readonly database: Database;
  readonly self: ExchangeSelf;
  readonly keys: KeyStore;
  readonly clock: () => Date;
  readonly newId: NewId;
  /** fresh random bytes */
  readonly random: (length: number) => Uint8Array;
  readonly logger: Logger;
  readonly telemetry?: Pick<Telemetry, 'counter'>;
  readonly handlers: DocumentHandlers;
  /** told of what became of own transmissions, in the transaction that records it */
  readonly onFate?: (tx: Tx, fate: TransmissionFate) => Promise<void>;
  readonly fetch: typeof fetch;
  /** witnesses of the evidence log beside those of the partners */
  readonly independentWitnesses?: readonly IndependentWitness[];
  /** agreements that this node applies, all versions; Kazakhstan and Mongolia unless stated */
  readonly agreements?: readonly AgreementPack[];
  /** times of retries; the profile's own unless stated */
  readonly retry?: Partial<RetrySchedule>;
}

/** A document that came and passed signature, schema and rules. */
export interface Received<Content> {
  readonly transmissionId: string;
  /** institution that sent it */
  readonly from: string;
  readonly envelope: Envelope;
  /** what the type's schema says, minimised to the purpose */
  readonly content: Content;
  readonly receivedAt: Date;
  /** rules of weight `warning` that it breaks, such as an unknown code that was carried */
  readonly warnings: readonly RuleViolation[];
}

export interface Handled {
  /** ids of documents or decisions in which it was used already: then L3 goes out with L2 */
  readonly usedIn?: readonly string[];
  /** further warnings for the L2 receipt */
  readonly warnings?: readonly RuleViolation[];
}

/**
 * Takes a document into its room, inside the transaction that writes the L2 receipt. A refusal rejects the document
 * with those rules and undoes what the handler wrote; a throw is tried again and ends in quarantine after three times.
 */
export type DocumentHandler<Content = unknown> = (
  tx: Tx,
  received: Received<Content>,
) => Promise<Result<Handled, readonly RuleViolation[]>>;

/** What became of a transmission of this node beyond its delivery. */
export interface TransmissionFate {
  /** `accepted`, `rejected` by L2, `processed` by L3; `missingReceipt` after the horizon; `refused` by a signed problem */
  readonly kind: 'accepted' | 'rejected' | 'processed' | 'missingReceipt' | 'refused';
  readonly transmissionId: string;
  readonly caseId: string;
  readonly documentId: string;
  readonly documentType: string;
  readonly rules: readonly RuleViolation[];
  /** code of the last problem, where it was not delivered */
  readonly problem?: string;
}

/** A type without a handler is rejected as unknown. */
export type DocumentHandlers = { readonly [T in DocumentType]?: DocumentHandler<DocumentContents[T]> };

/** A document with its type, so that content and type cannot part. */
export type OutgoingDocument = {
  readonly [T in DocumentType]: {
    readonly type: T;
    readonly content: DocumentContents[T];
    /** document id of the one it answers */
    readonly inReplyTo?: string;
    readonly supersedes?: { readonly documentId: string; readonly version: number };
    readonly reason?: { readonly code: string; readonly text: string };
  };
}[DocumentType];

export interface SendRequest {
  readonly caseId: string;
  /** institution id of the recipient */
  readonly to: string;
  readonly document: OutgoingDocument;
  /** purpose code of the agreement pack, such as `oldAge.periods`; the usual one of the type unless stated */
  readonly purpose?: string;
  /** ISO day; protects the filing date */
  readonly claimDate?: string;
  /** instant of the first filing; survives forwarding */
  readonly filedAt?: Date;
  readonly subject?: WirePerson;
  readonly source?: readonly SourceRef[];
}

/** A received transmission; other partners may use the same id. */
export type TakenTransmission = Pick<Received<unknown>, 'from' | 'transmissionId'>;

export interface Sent {
  readonly transmissionId: string;
  /** purpose code under which it went */
  readonly purpose: string;
  readonly documentId: string;
}

export interface CaseRecord {
  readonly caseId: string;
  readonly type: string;
  /** this node's role */
  readonly role: CaseRole;
  readonly state: CaseState;
  readonly version: number;
  readonly agreement: string;
  /** version of the agreement that was in force at the date of the case; it never changes by itself */
  readonly agreementVersion: string;
  readonly profile: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  /** institution id of the other side */
  readonly partner: string;
  readonly fileNumbers: readonly FileNumber[];
}

export interface NewCase {
  /** a fresh id unless stated */
  readonly caseId?: string;
  /** `claim.oldAge` unless stated */
  readonly type?: string;
  /** agreement pack, `kz-mn` unless stated */
  readonly agreement?: string;
  /** ISO day whose version of the agreement applies, such as the claim date; today unless stated */
  readonly on?: string;
  readonly partner: string;
  /** own file number */
  readonly fileNumber?: string;
}

export interface Cases {
  /** Opens a case that this node owns; its state is `opened`. */
  open(tx: Tx, wanted: NewCase): Promise<CaseRecord>;
  /** Takes part in the case of an envelope that came: as counterparty, or as owner if the claim was forwarded to us. */
  adopt(tx: Tx, envelope: Envelope, own?: { readonly fileNumber?: string }): Promise<CaseRecord>;
  read(queries: Queries, caseId: string): Promise<CaseRecord | undefined>;
  /** Takes a step of the state table; refuses with state and allowed actions where there is none. */
  transition(
    tx: Tx,
    caseId: string,
    action: CaseAction,
    options?: { readonly ifMatch?: string; readonly facts?: CaseFacts },
  ): Promise<Result<CaseRecord, Refusal>>;
}

export interface Exchange {
  readonly self: ExchangeSelf;
  /** Signs, seals and queues a document in the caller's transaction: it leaves if and only if that commits. */
  send(tx: Tx, request: SendRequest): Promise<Sent>;
  /** Says in which documents or decisions a received transmission was used: its L3 receipt. Idempotent. */
  markProcessed(tx: Tx, taken: TakenTransmission, usedIn: readonly string[]): Promise<void>;
  readonly cases: Cases;
  /** Types that this node may send in a case now, by its agreement, kind and role. */
  sendable(matter: CaseRecord): readonly DocumentType[];
  /** Transmissions of a case, sent and received, oldest first. */
  transmissionsOf(queries: Queries, caseId: string): Promise<TransmissionView[]>;
  /** The signed envelope of a document as JSON, for showing; undefined if unknown. */
  envelopeOf(queries: Queries, documentId: string): Promise<JsonObject | undefined>;
  /** A document version as evidence: the text as signed, and the proof that it stood in this node’s log. */
  evidenceOf(
    queries: Queries,
    document: { readonly documentId: string; readonly version: number },
  ): Promise<Result<DocumentEvidence, Refusal>>;
  /** Imports a partner's signed profile into the directory. */
  trustPartner(tx: Tx, signedProfile: string): Promise<Result<{ institutionId: string }, ProfileRefusal>>;
  /** This node's profile, signed: compact JWS. */
  ownProfile(): string;
  readonly routes: Handlers<typeof exchangeContract>;
  readonly partnerCheck: PartnerCheck;
  /** Registers all routes of the contract, with signed answers under `/x/v1`. */
  mount(server: HttpServer): void;
  /** Tasks for the worker: deliver, process, receipts, sweep. */
  readonly tasks: Readonly<Record<string, JobTask>>;
  /** Enqueues the work that waits; call it once at start, after migrations. */
  wake(queries: Queries): Promise<void>;
}

export interface ProfileRefusal {
  readonly code:
    | 'profile-malformed'
    | 'profile-key-unfit'
    | 'profile-signature-invalid'
    | 'profile-not-by-known-key';
  readonly found: string;
}
