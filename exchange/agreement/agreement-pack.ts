/** An agreement between states as data: who takes part, which documents each role may send, and for which purposes. */
import type { CaseRole } from '../cases/state-table.ts';
import type { DocumentType, WirePerson } from '../documents/types.ts';

/** Why a document is sent, on which legal ground, and which facts of a person that allows. */
export interface Purpose {
  /** article that allows the exchange */
  readonly legalBasis: string;
  readonly documents: readonly DocumentType[];
  /** members of the person that may travel; all others are dropped before signing */
  readonly personFields: readonly (keyof WirePerson)[];
}

export interface AgreementPack {
  readonly id: string;
  readonly version: string;
  readonly articleSet: string;
  /** `name@semver`: schemas, code lists and rules, fixed for a case at its opening */
  readonly profile: string;
  /** ISO 3166 codes of the states that take part */
  readonly parties: readonly string[];
  /** document type → roles that may send it; a type that does not stand here is not exchanged under the agreement */
  readonly senders: Readonly<Partial<Record<DocumentType, readonly CaseRole[]>>>;
  readonly purposes: Readonly<Record<string, Purpose>>;
  /** document type → the purpose that stands for it unless the sender names another */
  readonly usualPurpose: Readonly<Partial<Record<DocumentType, string>>>;
}
