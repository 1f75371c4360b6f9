/**
 * The national register as every module sees it, whichever gateway stands before it. Folded values have the wire
 * shapes of the insurance record; the rows they were folded from stay with them, together with the digest of the
 * bytes as received.
 */
import type { IdentifierForm, IdentityComparison, IdentityForm, NameForm } from '@urtuu/identity';
import type { Day, Result } from '@urtuu/kernel';
import type { Account, Benefit, Earning, Identifier, PersonName, RecordPeriod } from '@urtuu/law';
import type { RegisterPerson, RegisterRows } from './contract.ts';

export interface RegisterPort {
  readonly country: 'MN' | 'KZ';
  /** gateway and register, e.g. `khur` */
  readonly system: string;
  /** Looks for the person: by the register's own key, else by name and birth date where the gateway offers a search. */
  find(wanted: IdentityForm): Promise<Result<RegisterFinding, RegisterRefusal>>;
  /** Everything the register holds of one person. */
  read(key: string): Promise<Result<RegisterAnswer, RegisterRefusal>>;
  /** Persons by identifier or name, at most 50. Not every gateway offers it: refusal `notOffered`. */
  search(text: string): Promise<Result<readonly RegisterPerson[], RegisterRefusal>>;
  /**
   * Persons entered or changed after a mark, oldest change first, a page at a time; '' is the beginning. Not every
   * gateway offers it: refusal `notOffered`.
   */
  changes(after: string): Promise<Result<RegisterChanges, RegisterRefusal>>;
  /** Deaths entered in the register between two days, both included. */
  deaths(from: Day, to: Day): Promise<Result<DeathFeed, RegisterRefusal>>;
}

export type RegisterRefusalCode =
  /** no connection, or the gateway answers that it is down: try again */
  | 'unavailable'
  /** no answer in time: try again */
  | 'timeout'
  /** token, signature or password not accepted */
  | 'unauthorised'
  /** the answer is not what the service's description says */
  | 'malformed'
  /** a SOAP fault or a result code that is neither success nor "not found" */
  | 'refused'
  | 'notFound'
  | 'notOffered';

export interface RegisterRefusal {
  readonly code: RegisterRefusalCode;
  readonly service: string;
  /** for the operator; never personal data */
  readonly detail: string;
  readonly retryable: boolean;
}

/** One answer of one service, as it can be proved later. */
export interface SourceRef {
  readonly system: string;
  readonly service: string;
  /** instant, ISO */
  readonly retrievedAt: string;
  /** SHA-256 of the answer's bytes as received, lower-case hexadecimal */
  readonly rawDigest: string;
}

/** The person as the register knows it. */
export interface RegisterSubject {
  readonly key: string;
  readonly identifiers: readonly Identifier[];
  readonly names: readonly PersonName[];
  readonly birthDate?: string;
  readonly sex?: 'male' | 'female';
  readonly citizenships: readonly string[];
  readonly deathDate?: string;
}

/** A person as a directory lists one: what a search needs, and nothing of work or pay. */
export interface ListedPerson {
  readonly key: string;
  readonly identifiers: readonly IdentifierForm[];
  readonly names: readonly NameForm[];
  /** ISO day, as far as it is known */
  readonly birthDate?: string | undefined;
  readonly sex?: 'male' | 'female' | undefined;
  readonly alive: boolean;
}

export interface RegisterChanges {
  readonly persons: readonly ListedPerson[];
  /** what to ask after next; the register's own word, kept as it is */
  readonly mark: string;
  /** whether more changes are waiting already */
  readonly more: boolean;
}

export interface RegisterCandidate {
  readonly key: string;
  readonly subject: RegisterSubject;
  readonly comparison: IdentityComparison;
}

/** `same`: exactly one candidate is certainly the person. `doubtful`: a clerk chooses. `none`: nobody fits. */
export interface RegisterFinding {
  readonly verdict: 'same' | 'doubtful' | 'none';
  readonly candidates: readonly RegisterCandidate[];
}

export type DoubtCode =
  | 'nameDiffers'
  | 'dateUnreadable'
  | 'amountUnreadable'
  | 'contributionWithoutEmployer'
  | 'monthReportedTwice'
  | 'archiveOnly'
  | 'archiveOverlapsOther'
  | 'spellWithoutEnd';

/** A reason why a clerk must look before anything is certified. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly values: Readonly<Record<string, string>>;
}

/** How rows became periods where that is not obvious; nothing to decide. */
export interface FoldingStep {
  readonly code:
    | 'duplicateRow'
    | 'unpaidMonth'
    | 'workWithoutContributions'
    | 'unknownCodeCarried'
    | 'spellCut';
  readonly values: Readonly<Record<string, string>>;
}

export interface FoldedRows {
  readonly periods: readonly RecordPeriod[];
  readonly earnings: readonly Earning[];
  readonly accounts: readonly Account[];
  readonly benefits: readonly Benefit[];
  readonly deathDate?: string;
  readonly doubts: readonly Doubt[];
  readonly trace: readonly FoldingStep[];
}

export interface RegisterAnswer {
  readonly person: RegisterSubject;
  readonly rows: readonly RegisterRows[];
  readonly source: readonly SourceRef[];
  readonly folded: FoldedRows;
}

export interface RegisterDeath {
  readonly scheme: string;
  readonly key: string;
  /** ISO day */
  readonly deathDate: string;
  /** ISO day on which the register learnt of it, where it says so */
  readonly registeredOn?: string;
}

export interface DeathFeed {
  readonly deaths: readonly RegisterDeath[];
  readonly doubts: readonly Doubt[];
  readonly source: SourceRef;
}

/** A row as delivered: every field text. */
export type Row = Readonly<Record<string, string>>;

export function registerRefusal(code: RegisterRefusalCode, service: string, detail: string): RegisterRefusal {
  return { code, service, detail, retryable: RETRYABLE[code] };
}

const RETRYABLE: Readonly<Record<RegisterRefusalCode, boolean>> = {
  unavailable: true,
  timeout: true,
  unauthorised: false,
  malformed: false,
  refused: false,
  notFound: false,
  notOffered: false,
};

/** The number by which each national register knows its persons. */
export const NUMBER_SCHEMES = {
  MN: 'mn.register',
  KZ: 'kz.iin',
} as const satisfies Record<RegisterPort['country'], string>;
