/**
 * An agreement between states as data: who takes part, which documents each role may send in which kind of case, for
 * which purposes and on which legal ground. The exchange knows no state and no agreement beyond its pack.
 */
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

/** A kind of case: what may be sent in it by whom. A type that stands in neither list is not exchanged in it. */
export interface CaseType extends Readonly<Record<CaseRole, readonly DocumentType[]>> {
  /** documents that may be the first of a case, whoever opens it */
  readonly starters: readonly DocumentType[];
}

/** A time limit of the agreement. Unknown until its text is read: then no clock runs out. */
export interface Deadline {
  readonly days: number | null;
  readonly counted: 'workingDays' | 'calendarDays' | null;
  readonly article: string | null;
}

export interface AgreementPack {
  readonly id: string;
  /** name of this version, unique under the id */
  readonly version: string;
  /** days of force, both included; `from` null: not in force yet; `to` null: until further notice */
  readonly inForce: { readonly from: string | null; readonly to: string | null };
  readonly articleSet: string;
  /** `name@semver`: schemas, code lists and rules, fixed for a case at its opening */
  readonly profile: string;
  /** ISO 3166 codes of the states that take part */
  readonly parties: readonly string[];
  /** state → its competent bodies under the agreement, as the source names them */
  readonly competentBodies: Readonly<Record<string, readonly string[]>>;
  readonly caseTypes: Readonly<Record<string, CaseType>>;
  readonly purposes: Readonly<Record<string, Purpose>>;
  /** document type → the purpose that stands for it unless the sender names another */
  readonly usualPurpose: Readonly<Partial<Record<DocumentType, string>>>;
  /** how each state takes the other's periods into account, as the law library names it */
  readonly recognition: 'recognised-service' | 'eu' | 'us' | 'direct';
  readonly deadlines: Readonly<Record<'periodsReply' | 'reminderReply' | 'decision', Deadline>>;
  /** open questions of the law library on which coverage hangs */
  readonly coverageFlags: readonly string[];
}

/** Whether a role may send a type in a kind of case. */
export function maySend(pack: AgreementPack, caseType: string, role: string, type: DocumentType): boolean {
  const found = caseTypeOf(pack, caseType);
  if (found === undefined || (role !== 'owner' && role !== 'counterparty')) return false;
  return found[role].includes(type);
}

export function caseTypeOf(pack: AgreementPack, caseType: string): CaseType | undefined {
  return Object.hasOwn(pack.caseTypes, caseType) ? pack.caseTypes[caseType] : undefined;
}
