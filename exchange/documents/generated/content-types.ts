// Made by ../generate.ts from the schemas; do not edit.

import type { JsonObject } from '@urtuu/kernel';

export interface Code {
readonly system: string;
readonly code: string;
readonly label?: string;
}

export interface Evidence {
readonly kind: string;
readonly ref?: string;
readonly hash?: string;
}

export interface Identifier {
readonly scheme: string;
readonly value: string;
readonly country: string;
readonly sector?: string;
readonly institutionId?: string;
readonly from?: string;
readonly to?: string;
}

export interface Name {
readonly script: string;
readonly given: string;
readonly family?: string;
readonly patronymic?: string;
readonly use?: 'current' | 'birth' | 'former';
}

export interface Person {
readonly identifiers: readonly (Identifier)[];
readonly names: readonly (Name)[];
readonly sex?: 'male' | 'female' | 'unknown';
readonly birthDate?: string;
readonly birthDatePrecision?: 'day' | 'month' | 'year';
readonly citizenships?: readonly (string)[];
readonly residence?: string;
readonly deathDate?: string;
readonly birthPlace?: {
readonly town?: string;
readonly region?: string;
readonly country?: string;
};
readonly maritalStatuses?: readonly ({
readonly status: Code;
readonly from?: string;
})[];
readonly phones?: readonly (string)[];
readonly emails?: readonly (string)[];
readonly mother?: Name;
readonly father?: Name;
readonly relation?: Code;
readonly ext?: JsonObject;
}

export interface Institution {
readonly country: string;
readonly institutionId?: string;
readonly name?: string;
readonly fileNumber?: string;
}

export interface Address {
readonly country: string;
readonly region?: string;
readonly town?: string;
readonly street?: string;
readonly building?: string;
readonly postcode?: string;
readonly type?: string;
readonly from?: string;
}

export interface BankAccount {
readonly iban?: string;
readonly accountNumber?: string;
readonly bic?: string;
readonly bankName?: string;
readonly bankAddress?: Address;
readonly holder?: {
readonly name?: string;
readonly role?: string;
};
}

export interface Guardian {
readonly name: string;
readonly address?: Address;
readonly mandate?: string;
}

export interface Relative {
readonly person: Person;
readonly role?: Code;
}

export interface Employer {
readonly name: string;
readonly id?: string;
readonly address?: Address;
}

export interface Money {
readonly amount: string;
readonly currency: string;
}

export interface RecurringSum {
readonly amount: string;
readonly currency: string;
readonly frequency?: Code;
readonly since?: string;
}

export interface BenefitHeld {
readonly benefit: Code;
readonly status?: Code;
readonly entitlementFrom?: string;
readonly paymentFrom?: string;
readonly paymentTo?: string;
readonly basis?: Code;
readonly amounts?: readonly (RecurringSum)[];
readonly institution?: Institution;
readonly identifier?: string;
}

export interface Employment {
readonly kind?: string;
readonly occupation?: string;
readonly hoursPerWeek?: string;
readonly plannedStart?: string;
readonly plannedRetirement?: string;
readonly income?: readonly (RecurringSum)[];
}

export interface Deferral {
readonly country: string;
readonly institution?: Institution;
readonly until?: string;
}

export interface Stay {
readonly school: string;
readonly from?: string;
readonly to?: string;
}

export interface StatedSum {
readonly years?: number;
readonly quarters?: number;
readonly months?: number;
readonly weeks?: number;
readonly days?: number;
readonly dayBasis?: 5 | 7;
}

export interface Period {
readonly periodId: string;
readonly country: string;
readonly type: Code;
readonly scheme: Code;
readonly relevance: string;
readonly calculation: string;
readonly calculationInfo?: string;
readonly from: string;
readonly to: string | null;
readonly precision: 'day' | 'month' | 'year';
readonly certainty: 'certified' | 'claimed' | 'reconstructed';
readonly evidence: readonly (Evidence)[];
readonly insured: boolean;
readonly kind: string;
readonly employer?: Employer;
readonly occupation?: string;
readonly statedSum?: StatedSum;
readonly ext?: JsonObject;
}

export interface TotalOfPeriods {
readonly type?: Code;
readonly sum: StatedSum;
}

export interface Earning {
readonly country: string;
readonly year: number;
readonly month: number;
readonly amount: string;
readonly currency: string;
readonly paid: boolean;
readonly employer?: string;
}

export interface Reason {
readonly code: string;
readonly text: string;
}

export interface Rate {
readonly from: string;
readonly to: string;
readonly value: string;
readonly date: string;
readonly source: string;
}

export interface DocumentRef {
readonly documentId: string;
readonly version: number;
}

export interface Calculation {
readonly from: string;
readonly to?: string;
readonly gross?: string;
readonly basicPart?: string;
readonly supplementPart?: string;
readonly net?: string;
readonly currency: string;
readonly frequency?: Code;
}

export interface PensionDecided {
readonly kind: Code;
readonly basis?: Code;
readonly result: Code;
readonly effectiveFrom?: string;
readonly runFrom?: string;
readonly article?: string;
readonly insuredPeriods?: string;
readonly futurePeriods?: string;
readonly calculations?: readonly (Calculation)[];
readonly refusalReasons?: readonly (Reason)[];
readonly partialSuspension?: {
readonly amount?: string;
readonly currency?: string;
readonly reason?: string;
};
}

export interface Reduction {
readonly type?: Code;
readonly cause?: string;
readonly from?: string;
readonly to?: string;
}

export interface Declaration {
readonly date?: string;
readonly text: string;
}

export interface Context {
readonly name: string;
readonly birthDate?: string;
readonly employer?: string;
readonly reimbursementClaim?: string;
}

export interface Counting {
readonly bounds: 'inclusive';
readonly method: string;
readonly dayBasis: 5 | 7;
}

export interface CaseClose {
readonly context?: Context;
readonly institution?: Institution;
readonly scope: 'local' | 'global';
readonly reason: Reason;
readonly ext?: JsonObject;
}

export interface CaseForward {
readonly context?: Context;
readonly institution?: Institution;
readonly to: Institution;
readonly reason: Reason;
readonly originalFilingDate: string;
readonly chain?: readonly (Institution)[];
readonly ext?: JsonObject;
}

export interface CaseReopenAnswer {
readonly context?: Context;
readonly institution?: Institution;
readonly accept: boolean;
readonly reason?: Reason;
readonly ext?: JsonObject;
}

export interface CaseReopenDone {
readonly context?: Context;
readonly institution?: Institution;
readonly reason?: Reason;
readonly ext?: JsonObject;
}

export interface CaseReopenRequest {
readonly context?: Context;
readonly institution?: Institution;
readonly reason: Reason;
readonly ext?: JsonObject;
}

export interface ClarifyAnswer {
readonly context?: Context;
readonly institution?: Institution;
readonly target?: DocumentRef;
readonly answer: string;
readonly ext?: JsonObject;
}

export interface Clarify {
readonly context?: Context;
readonly institution?: Institution;
readonly target: DocumentRef;
readonly pointers?: readonly (string)[];
readonly question: string;
readonly ext?: JsonObject;
}

export interface DocumentInvalidate {
readonly context?: Context;
readonly institution?: Institution;
readonly target: DocumentRef;
readonly reason: Reason;
readonly impact?: readonly ({
readonly kind: string;
readonly ref: string;
})[];
readonly ext?: JsonObject;
}

export interface DocumentReject {
readonly context?: Context;
readonly institution?: Institution;
readonly target: DocumentRef;
readonly rules: readonly ({
readonly id: string;
readonly pointer: string;
})[];
readonly text?: string;
readonly ext?: JsonObject;
}

export interface ParticipantAdd {
readonly context?: Context;
readonly institution: Institution;
readonly reason?: Reason;
readonly ext?: JsonObject;
}

export interface ParticipantRemove {
readonly context?: Context;
readonly institution: Institution;
readonly reason: Reason;
readonly ext?: JsonObject;
}

export interface ParticipantReplace {
readonly context?: Context;
readonly institution: Institution;
readonly successorOf?: Institution;
readonly reason?: Reason;
readonly ext?: JsonObject;
}

export interface ProblemReport {
readonly context?: Context;
readonly institution?: Institution;
readonly transmissionId: string;
readonly problem: string;
readonly pointer?: string;
readonly detail?: string;
readonly ext?: JsonObject;
}

export interface RemindAnswer {
readonly context?: Context;
readonly institution?: Institution;
readonly comingLater?: readonly ({
readonly type: string;
readonly information?: string;
readonly expectedDate: string;
})[];
readonly notAvailable?: readonly ({
readonly type: string;
readonly information?: string;
readonly reason: Reason;
})[];
readonly ext?: JsonObject;
}

export interface Remind {
readonly context?: Context;
readonly institution?: Institution;
readonly items: readonly ({
readonly type: string;
readonly details?: string;
})[];
readonly dueDate?: string;
readonly ext?: JsonObject;
}

export interface ClaimInvalidity {
readonly claim: {
readonly claimDate: string;
readonly kind: '03';
readonly residence?: string;
readonly filedIn?: string;
readonly requestedFrom?: string;
};
readonly person: Person;
readonly statement?: readonly (Period)[];
readonly institution?: Institution;
readonly address?: Address;
readonly bankAccount?: BankAccount;
readonly guardian?: Guardian;
readonly spouse?: Person;
readonly children?: readonly (Person)[];
readonly otherPersons?: readonly (Relative)[];
readonly employers?: readonly (Employer)[];
readonly earliestDate?: string;
readonly deferrals?: readonly (Deferral)[];
readonly notClaimedFrom?: readonly (Institution)[];
readonly benefitsHeld?: readonly (BenefitHeld)[];
readonly employments?: readonly (Employment)[];
readonly recipients?: readonly (Institution)[];
readonly setOffGround?: string;
readonly attachmentKinds?: readonly (Code)[];
readonly documentsAskedFor?: readonly (string)[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface ClaimOldAge {
readonly claim: {
readonly claimDate: string;
readonly kind: '01';
readonly residence: string;
readonly filedIn: string;
readonly requestedFrom?: string;
};
readonly person: Person;
readonly statement: readonly (Period)[];
readonly institution?: Institution;
readonly address?: Address;
readonly bankAccount?: BankAccount;
readonly guardian?: Guardian;
readonly spouse?: Person;
readonly children?: readonly (Person)[];
readonly otherPersons?: readonly (Relative)[];
readonly employers?: readonly (Employer)[];
readonly earliestDate?: string;
readonly deferrals?: readonly (Deferral)[];
readonly notClaimedFrom?: readonly (Institution)[];
readonly benefitsHeld?: readonly (BenefitHeld)[];
readonly employments?: readonly (Employment)[];
readonly recipients?: readonly (Institution)[];
readonly setOffGround?: string;
readonly attachmentKinds?: readonly (Code)[];
readonly documentsAskedFor?: readonly (string)[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface ClaimSurvivor {
readonly claim: {
readonly claimDate: string;
readonly kind: '02';
readonly residence?: string;
readonly filedIn?: string;
readonly requestedFrom?: string;
};
readonly deceased: Person;
readonly person: Person;
readonly statement?: readonly (Period)[];
readonly institution?: Institution;
readonly address?: Address;
readonly bankAccount?: BankAccount;
readonly guardian?: Guardian;
readonly spouse?: Person;
readonly children?: readonly (Person)[];
readonly otherPersons?: readonly (Relative)[];
readonly employers?: readonly (Employer)[];
readonly earliestDate?: string;
readonly deferrals?: readonly (Deferral)[];
readonly notClaimedFrom?: readonly (Institution)[];
readonly benefitsHeld?: readonly (BenefitHeld)[];
readonly employments?: readonly (Employment)[];
readonly recipients?: readonly (Institution)[];
readonly setOffGround?: string;
readonly attachmentKinds?: readonly (Code)[];
readonly documentsAskedFor?: readonly (string)[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface ClaimantStatement {
readonly person: Person;
readonly institution?: Institution;
readonly statedOn?: string;
readonly periods: readonly ({
readonly kind: 'work' | 'residence' | 'training' | 'military' | 'sickness' | 'unemployment' | 'birthLeave' | 'childCare' | 'voluntary' | 'other';
readonly country?: string;
readonly from: string;
readonly to: string | null;
readonly note?: string;
readonly uncertainDates?: boolean;
readonly employer?: Employer;
readonly registrationNumber?: string;
readonly job?: string;
readonly jobKind?: string;
readonly child?: Person;
})[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface TransferredCase {
readonly claim: {
readonly claimDate: string;
readonly kind: '01' | '02' | '03';
readonly residence?: string;
readonly filedIn?: string;
readonly requestedFrom?: string;
};
readonly person: Person;
readonly institution?: Institution;
readonly address?: Address;
readonly deceased?: Person;
readonly otherPersons?: readonly (Relative)[];
readonly agreement: {
readonly id: string;
readonly version?: string;
};
readonly paperFiles?: readonly ({
readonly reference: string;
readonly holder?: string;
readonly evidence?: readonly (Evidence)[];
})[];
readonly documentsSent?: readonly ({
readonly title: string;
readonly sentOn?: string;
})[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface DecisionSummary {
readonly person: Person;
readonly institution?: Institution;
readonly granted: readonly ({
readonly pensionKind: Code;
readonly institution?: Institution;
readonly decidedOn?: string;
readonly start?: string;
readonly benefits?: readonly (RecurringSum)[];
readonly reductionGround?: string;
readonly appealDeadline?: string;
readonly appealAddress?: Address;
})[];
readonly refused: readonly ({
readonly pensionKind: Code;
readonly institution?: Institution;
readonly reason?: string;
readonly decidedOn?: string;
readonly appealDeadline?: string;
readonly appealAddress?: Address;
})[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface Decision {
readonly decisionId: string;
readonly country: string;
readonly institutionId: string;
readonly law: string;
readonly result: 'granted' | 'refused' | 'undetermined';
readonly decidedOn: string;
readonly simulation: boolean;
readonly components: readonly ({
readonly component: string;
readonly outcome: string;
readonly amount?: string;
readonly currency?: string;
readonly from?: string;
})[];
readonly periodsUsed: readonly (string)[];
readonly refusalReasons: readonly (Reason)[];
readonly appeal: {
readonly deadlineDays: number | null;
readonly body: string;
readonly article: string | null;
readonly timeLimit?: string;
readonly address?: Address;
};
readonly explanation: JsonObject | null;
readonly flags: readonly (string)[];
readonly effectiveFrom?: string;
readonly total?: Money;
readonly institution?: Institution;
readonly person?: Person;
readonly pensions?: readonly (PensionDecided)[];
readonly reductions?: readonly (Reduction)[];
readonly otherInstitutions?: readonly (Institution)[];
readonly cessation?: {
readonly date?: string;
readonly annulledOn?: string;
};
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface SupplementInfo {
readonly person: Person;
readonly institution?: Institution;
readonly text: string;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface CostClaimReply {
readonly person?: Person;
readonly institution?: Institution;
readonly accepted: boolean;
readonly paid?: Money;
readonly reason?: Reason;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface CostClaim {
readonly person?: Person;
readonly institution?: Institution;
readonly checks: readonly ({
readonly kind: 'administrative' | 'medical';
readonly doneOn?: string;
readonly cost: Money;
})[];
readonly bankAccount?: BankAccount;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface InfoGeneralReply {
readonly person?: Person;
readonly institution?: Institution;
readonly text?: string;
readonly negative?: Reason;
readonly ext?: JsonObject;
}

export interface InfoGeneral {
readonly person?: Person;
readonly institution?: Institution;
readonly text: string;
readonly ext?: JsonObject;
}

export interface MedicalReply {
readonly person: Person;
readonly institution?: Institution;
readonly attached: boolean;
readonly reason?: string;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface MedicalRequest {
readonly person: Person;
readonly institution?: Institution;
readonly text: string;
readonly ext?: JsonObject;
}

export interface AdditionalInfo {
readonly institution?: Institution;
readonly person?: Person;
readonly activity?: string;
readonly incomes?: readonly (RecurringSum)[];
readonly schooling?: readonly (Stay)[];
readonly alive?: boolean;
readonly death?: {
readonly date?: string;
readonly place?: string;
};
readonly benefitsHeld?: readonly (BenefitHeld)[];
readonly declaration?: Declaration;
readonly bankAccount?: BankAccount;
readonly guardian?: Guardian;
readonly otherPerson?: Person;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface CircumstanceChange {
readonly person: Person;
readonly institution?: Institution;
readonly maritalStatus?: {
readonly value: Code;
readonly from?: string;
};
readonly lifeSituation?: {
readonly value: string;
readonly from?: string;
};
readonly sex?: {
readonly value: 'male' | 'female' | 'unknown';
readonly from?: string;
};
readonly citizenship?: {
readonly value: string;
readonly from?: string;
};
readonly address?: Address;
readonly identifier?: {
readonly old: Identifier;
readonly new: Identifier;
readonly from?: string;
};
readonly oldNames?: readonly ({
readonly name: Name;
readonly from?: string;
})[];
readonly emigrated?: {
readonly to?: string;
readonly from?: string;
};
readonly death?: {
readonly date: string;
};
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface CountryAnnex {
readonly country: string;
readonly schema: string;
readonly schemaVersion: string;
readonly person?: Person;
readonly institution?: Institution;
readonly data: JsonObject;
readonly ext?: JsonObject;
}

export interface EvidenceItem {
readonly person?: Person;
readonly institution?: Institution;
readonly kind: string;
readonly archiveReference: string;
readonly scanHash: string;
readonly title?: string;
readonly issuer?: string;
readonly issuedOn?: string;
readonly language?: string;
readonly periods?: readonly (string)[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface InfoReply {
readonly institution?: Institution;
readonly person?: Person;
readonly activity?: string;
readonly incomes?: readonly (RecurringSum)[];
readonly schooling?: readonly (Stay)[];
readonly alive?: boolean;
readonly death?: {
readonly date?: string;
readonly place?: string;
};
readonly benefitsHeld?: readonly (BenefitHeld)[];
readonly declaration?: Declaration;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface InfoRequest {
readonly person: Person;
readonly institution?: Institution;
readonly otherPerson?: Person;
readonly about?: '01' | '02';
readonly documentsWanted?: readonly ({
readonly document: string;
readonly reason?: string;
})[];
readonly text?: string;
readonly ext?: JsonObject;
}

export interface VitalEvent {
readonly kind: 'death';
readonly date: string;
readonly evidence: readonly (Evidence)[];
readonly place?: string;
readonly attached?: {
readonly kinds?: readonly (Code)[];
readonly other?: string;
};
readonly institution?: Institution;
readonly person?: Person;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface BulkOverlapCheck {
readonly checkId: string;
readonly institution?: Institution;
readonly asOf: string;
readonly entries: readonly ({
readonly entryId: string;
readonly identifiers: readonly (Identifier)[];
})[];
readonly answers?: readonly ({
readonly entryId: string;
readonly found: boolean;
readonly pensionKind?: Code;
readonly from?: string;
})[];
readonly ext?: JsonObject;
}

export interface ExportOrder {
readonly person: Person;
readonly institution?: Institution;
readonly toCountry: string;
readonly balance: Money;
readonly payment: RecurringSum;
readonly from: string;
readonly rate?: Rate;
readonly bankAccount: BankAccount;
readonly costBearer: string;
readonly payer?: string;
readonly lifeCertificateDue?: string;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface FundedBalance {
readonly person: Person;
readonly institution?: Institution;
readonly accounts: readonly ({
readonly kind: string;
readonly balance: Money;
readonly asOf: string;
readonly lastContribution?: string;
readonly source?: string;
})[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface LifeCertificate {
readonly person: Person;
readonly institution?: Institution;
readonly alive: boolean;
readonly method: 'inPerson' | 'video' | 'biometric' | 'register' | 'document';
readonly provedAt: string;
readonly validUntil?: string;
readonly provedBy?: string;
readonly evidence?: readonly (Evidence)[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface PaymentNotice {
readonly person: Person;
readonly institution?: Institution;
readonly pensionKind: Code;
readonly period: {
readonly from: string;
readonly to: string;
};
readonly gross: Money;
readonly paid: Money;
readonly paidOn: string;
readonly rate?: Rate;
readonly payer?: string;
readonly costBearer?: string;
readonly cost?: Money;
readonly bankAccount?: BankAccount;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface PensionAmountInfo {
readonly person: Person;
readonly institution?: Institution;
readonly pensions: readonly ({
readonly pensionKind: Code;
readonly basis?: Code;
readonly from?: string;
readonly amount: string;
readonly currency: string;
readonly frequency?: Code;
readonly effectiveFrom?: string;
readonly paidOn?: string;
})[];
readonly residenceTotal?: Money;
readonly workTotal?: Money;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface PensionAmountRequest {
readonly person: Person;
readonly institution?: Institution;
readonly amountKind?: string;
readonly period?: {
readonly from?: string;
readonly to?: string;
};
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface ChildRaisingReply {
readonly person: Person;
readonly institution?: Institution;
readonly children: readonly ({
readonly child: Person;
readonly periods: readonly (Period)[];
})[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface ChildRaisingRequest {
readonly person: Person;
readonly institution?: Institution;
readonly survivor?: Person;
readonly children?: readonly (Person)[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface EarningsRecord {
readonly person: Person;
readonly institution?: Institution;
readonly rows: readonly ({
readonly country: string;
readonly year: number;
readonly month: number;
readonly income?: string;
readonly contribution?: string;
readonly currency: string;
readonly paid: boolean;
readonly employer?: Employer;
readonly source?: string;
})[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface EducationPeriods {
readonly person: Person;
readonly institution?: Institution;
readonly periods: readonly ({
readonly country: string;
readonly from: string;
readonly to: string | null;
readonly precision: 'day' | 'month' | 'year';
readonly certainty: 'certified' | 'claimed' | 'reconstructed';
readonly school: string;
readonly programme?: string;
readonly level?: 'higher' | 'secondaryVocational' | 'other';
readonly graduated?: boolean;
readonly statedSum?: StatedSum;
readonly evidence?: readonly (Evidence)[];
})[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface MilitaryPeriods {
readonly person: Person;
readonly institution?: Institution;
readonly periods: readonly ({
readonly country: string;
readonly from: string;
readonly to: string | null;
readonly precision: 'day' | 'month' | 'year';
readonly certainty: 'certified' | 'claimed' | 'reconstructed';
readonly kind?: string;
readonly unit?: string;
readonly place?: string;
readonly statedSum?: StatedSum;
readonly evidence?: readonly (Evidence)[];
})[];
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface PeriodCertificate {
readonly pensionKind: Code;
readonly anyPeriods: boolean;
readonly periods: readonly (Period)[];
readonly earnings: readonly (Earning)[];
readonly pensionsHeld: readonly ({
readonly kind: string;
readonly from: string;
readonly to?: string;
})[];
readonly counting: Counting;
readonly institution?: Institution;
readonly person?: Person;
readonly survivor?: Person;
readonly entitlementTotals?: readonly (TotalOfPeriods)[];
readonly calculationTotals?: readonly (TotalOfPeriods)[];
readonly separateCertificateFollows?: boolean;
readonly averageIncome?: readonly ({
readonly country: string;
readonly amount: string;
readonly currency: string;
readonly source: string;
readonly certainty: string;
})[];
readonly deathDate?: string;
readonly noPeriodsReason?: Reason;
readonly remarks?: string;
readonly ext?: JsonObject;
}

export interface PeriodRequest {
readonly claim: {
readonly claimDate: string;
readonly kind: '01';
readonly residence: string;
readonly requestedFrom?: string;
};
readonly person: Person;
readonly window: {
readonly from?: string;
readonly to?: string;
};
readonly periodKinds: readonly (Code)[];
readonly reason: string;
readonly ext?: JsonObject;
}

/** Document type → its content. */
export interface DocumentContents {
  readonly 'case.close': CaseClose;
  readonly 'case.forward': CaseForward;
  readonly 'case.reopen.answer': CaseReopenAnswer;
  readonly 'case.reopen.done': CaseReopenDone;
  readonly 'case.reopen.request': CaseReopenRequest;
  readonly 'clarify.answer': ClarifyAnswer;
  readonly 'clarify': Clarify;
  readonly 'document.invalidate': DocumentInvalidate;
  readonly 'document.reject': DocumentReject;
  readonly 'participant.add': ParticipantAdd;
  readonly 'participant.remove': ParticipantRemove;
  readonly 'participant.replace': ParticipantReplace;
  readonly 'problem.report': ProblemReport;
  readonly 'remind.answer': RemindAnswer;
  readonly 'remind': Remind;
  readonly 'Claim.invalidity': ClaimInvalidity;
  readonly 'Claim.oldAge': ClaimOldAge;
  readonly 'Claim.survivor': ClaimSurvivor;
  readonly 'ClaimantStatement': ClaimantStatement;
  readonly 'TransferredCase': TransferredCase;
  readonly 'DecisionSummary': DecisionSummary;
  readonly 'Decision': Decision;
  readonly 'SupplementInfo': SupplementInfo;
  readonly 'CostClaimReply': CostClaimReply;
  readonly 'CostClaim': CostClaim;
  readonly 'InfoGeneralReply': InfoGeneralReply;
  readonly 'InfoGeneral': InfoGeneral;
  readonly 'MedicalReply': MedicalReply;
  readonly 'MedicalRequest': MedicalRequest;
  readonly 'AdditionalInfo': AdditionalInfo;
  readonly 'CircumstanceChange': CircumstanceChange;
  readonly 'CountryAnnex': CountryAnnex;
  readonly 'EvidenceItem': EvidenceItem;
  readonly 'InfoReply': InfoReply;
  readonly 'InfoRequest': InfoRequest;
  readonly 'VitalEvent': VitalEvent;
  readonly 'BulkOverlapCheck': BulkOverlapCheck;
  readonly 'ExportOrder': ExportOrder;
  readonly 'FundedBalance': FundedBalance;
  readonly 'LifeCertificate': LifeCertificate;
  readonly 'PaymentNotice': PaymentNotice;
  readonly 'PensionAmountInfo': PensionAmountInfo;
  readonly 'PensionAmountRequest': PensionAmountRequest;
  readonly 'ChildRaisingReply': ChildRaisingReply;
  readonly 'ChildRaisingRequest': ChildRaisingRequest;
  readonly 'EarningsRecord': EarningsRecord;
  readonly 'EducationPeriods': EducationPeriods;
  readonly 'MilitaryPeriods': MilitaryPeriods;
  readonly 'PeriodCertificate': PeriodCertificate;
  readonly 'PeriodRequest': PeriodRequest;
}
