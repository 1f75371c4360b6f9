// Made by ../generate.ts from the schemas; do not edit.

import caseClose from '../administration/case-close.schema.json' with { type: 'json' };
import caseForward from '../administration/case-forward.schema.json' with { type: 'json' };
import caseReopenAnswer from '../administration/case-reopen-answer.schema.json' with { type: 'json' };
import caseReopenDone from '../administration/case-reopen-done.schema.json' with { type: 'json' };
import caseReopenRequest from '../administration/case-reopen-request.schema.json' with { type: 'json' };
import clarifyAnswer from '../administration/clarify-answer.schema.json' with { type: 'json' };
import clarify from '../administration/clarify.schema.json' with { type: 'json' };
import documentInvalidate from '../administration/document-invalidate.schema.json' with { type: 'json' };
import documentReject from '../administration/document-reject.schema.json' with { type: 'json' };
import participantAdd from '../administration/participant-add.schema.json' with { type: 'json' };
import participantRemove from '../administration/participant-remove.schema.json' with { type: 'json' };
import participantReplace from '../administration/participant-replace.schema.json' with { type: 'json' };
import problemReport from '../administration/problem-report.schema.json' with { type: 'json' };
import remindAnswer from '../administration/remind-answer.schema.json' with { type: 'json' };
import remind from '../administration/remind.schema.json' with { type: 'json' };
import claimInvalidity from '../claim/claim-invalidity.schema.json' with { type: 'json' };
import claimOldAge from '../claim/claim-old-age.schema.json' with { type: 'json' };
import claimSurvivor from '../claim/claim-survivor.schema.json' with { type: 'json' };
import claimantStatement from '../claim/claimant-statement.schema.json' with { type: 'json' };
import transferredCase from '../claim/transferred-case.schema.json' with { type: 'json' };
import decisionSummary from '../decision/decision-summary.schema.json' with { type: 'json' };
import decision from '../decision/decision.schema.json' with { type: 'json' };
import supplementInfo from '../decision/supplement-info.schema.json' with { type: 'json' };
import costClaimReply from '../horizontal/cost-claim-reply.schema.json' with { type: 'json' };
import costClaim from '../horizontal/cost-claim.schema.json' with { type: 'json' };
import infoGeneralReply from '../horizontal/info-general-reply.schema.json' with { type: 'json' };
import infoGeneral from '../horizontal/info-general.schema.json' with { type: 'json' };
import medicalReply from '../horizontal/medical-reply.schema.json' with { type: 'json' };
import medicalRequest from '../horizontal/medical-request.schema.json' with { type: 'json' };
import additionalInfo from '../information/additional-info.schema.json' with { type: 'json' };
import circumstanceChange from '../information/circumstance-change.schema.json' with { type: 'json' };
import countryAnnex from '../information/country-annex.schema.json' with { type: 'json' };
import evidenceItem from '../information/evidence-item.schema.json' with { type: 'json' };
import infoReply from '../information/info-reply.schema.json' with { type: 'json' };
import infoRequest from '../information/info-request.schema.json' with { type: 'json' };
import vitalEvent from '../information/vital-event.schema.json' with { type: 'json' };
import bulkOverlapCheck from '../payment/bulk-overlap-check.schema.json' with { type: 'json' };
import exportOrder from '../payment/export-order.schema.json' with { type: 'json' };
import fundedBalance from '../payment/funded-balance.schema.json' with { type: 'json' };
import lifeCertificate from '../payment/life-certificate.schema.json' with { type: 'json' };
import paymentNotice from '../payment/payment-notice.schema.json' with { type: 'json' };
import pensionAmountInfo from '../payment/pension-amount-info.schema.json' with { type: 'json' };
import pensionAmountRequest from '../payment/pension-amount-request.schema.json' with { type: 'json' };
import childRaisingReply from '../period/child-raising-reply.schema.json' with { type: 'json' };
import childRaisingRequest from '../period/child-raising-request.schema.json' with { type: 'json' };
import earningsRecord from '../period/earnings-record.schema.json' with { type: 'json' };
import educationPeriods from '../period/education-periods.schema.json' with { type: 'json' };
import militaryPeriods from '../period/military-periods.schema.json' with { type: 'json' };
import periodCertificate from '../period/period-certificate.schema.json' with { type: 'json' };
import periodRequest from '../period/period-request.schema.json' with { type: 'json' };

export const documentSchemas = {
  'case.close': caseClose,
  'case.forward': caseForward,
  'case.reopen.answer': caseReopenAnswer,
  'case.reopen.done': caseReopenDone,
  'case.reopen.request': caseReopenRequest,
  'clarify.answer': clarifyAnswer,
  'clarify': clarify,
  'document.invalidate': documentInvalidate,
  'document.reject': documentReject,
  'participant.add': participantAdd,
  'participant.remove': participantRemove,
  'participant.replace': participantReplace,
  'problem.report': problemReport,
  'remind.answer': remindAnswer,
  'remind': remind,
  'Claim.invalidity': claimInvalidity,
  'Claim.oldAge': claimOldAge,
  'Claim.survivor': claimSurvivor,
  'ClaimantStatement': claimantStatement,
  'TransferredCase': transferredCase,
  'DecisionSummary': decisionSummary,
  'Decision': decision,
  'SupplementInfo': supplementInfo,
  'CostClaimReply': costClaimReply,
  'CostClaim': costClaim,
  'InfoGeneralReply': infoGeneralReply,
  'InfoGeneral': infoGeneral,
  'MedicalReply': medicalReply,
  'MedicalRequest': medicalRequest,
  'AdditionalInfo': additionalInfo,
  'CircumstanceChange': circumstanceChange,
  'CountryAnnex': countryAnnex,
  'EvidenceItem': evidenceItem,
  'InfoReply': infoReply,
  'InfoRequest': infoRequest,
  'VitalEvent': vitalEvent,
  'BulkOverlapCheck': bulkOverlapCheck,
  'ExportOrder': exportOrder,
  'FundedBalance': fundedBalance,
  'LifeCertificate': lifeCertificate,
  'PaymentNotice': paymentNotice,
  'PensionAmountInfo': pensionAmountInfo,
  'PensionAmountRequest': pensionAmountRequest,
  'ChildRaisingReply': childRaisingReply,
  'ChildRaisingRequest': childRaisingRequest,
  'EarningsRecord': earningsRecord,
  'EducationPeriods': educationPeriods,
  'MilitaryPeriods': militaryPeriods,
  'PeriodCertificate': periodCertificate,
  'PeriodRequest': periodRequest,
} as const;

/** Version of the schema of each type, as envelopes name it. */
export const DOCUMENT_VERSIONS = {
  'case.close': '1.0.0',
  'case.forward': '1.0.0',
  'case.reopen.answer': '1.0.0',
  'case.reopen.done': '1.0.0',
  'case.reopen.request': '1.0.0',
  'clarify.answer': '1.0.0',
  'clarify': '1.0.0',
  'document.invalidate': '1.0.0',
  'document.reject': '1.0.0',
  'participant.add': '1.0.0',
  'participant.remove': '1.0.0',
  'participant.replace': '1.0.0',
  'problem.report': '1.0.0',
  'remind.answer': '1.0.0',
  'remind': '1.0.0',
  'Claim.invalidity': '1.0.0',
  'Claim.oldAge': '1.0.0',
  'Claim.survivor': '1.0.0',
  'ClaimantStatement': '1.0.0',
  'TransferredCase': '1.0.0',
  'DecisionSummary': '1.0.0',
  'Decision': '1.0.0',
  'SupplementInfo': '1.0.0',
  'CostClaimReply': '1.0.0',
  'CostClaim': '1.0.0',
  'InfoGeneralReply': '1.0.0',
  'InfoGeneral': '1.0.0',
  'MedicalReply': '1.0.0',
  'MedicalRequest': '1.0.0',
  'AdditionalInfo': '1.0.0',
  'CircumstanceChange': '1.0.0',
  'CountryAnnex': '1.0.0',
  'EvidenceItem': '1.0.0',
  'InfoReply': '1.0.0',
  'InfoRequest': '1.0.0',
  'VitalEvent': '1.0.0',
  'BulkOverlapCheck': '1.0.0',
  'ExportOrder': '1.0.0',
  'FundedBalance': '1.0.0',
  'LifeCertificate': '1.0.0',
  'PaymentNotice': '1.0.0',
  'PensionAmountInfo': '1.0.0',
  'PensionAmountRequest': '1.0.0',
  'ChildRaisingReply': '1.0.0',
  'ChildRaisingRequest': '1.0.0',
  'EarningsRecord': '1.0.0',
  'EducationPeriods': '1.0.0',
  'MilitaryPeriods': '1.0.0',
  'PeriodCertificate': '1.0.0',
  'PeriodRequest': '1.0.0',
} as const;

/** The kind of matter each type belongs to. */
export const DOCUMENT_FAMILIES = {
  'case.close': 'administration',
  'case.forward': 'administration',
  'case.reopen.answer': 'administration',
  'case.reopen.done': 'administration',
  'case.reopen.request': 'administration',
  'clarify.answer': 'administration',
  'clarify': 'administration',
  'document.invalidate': 'administration',
  'document.reject': 'administration',
  'participant.add': 'administration',
  'participant.remove': 'administration',
  'participant.replace': 'administration',
  'problem.report': 'administration',
  'remind.answer': 'administration',
  'remind': 'administration',
  'Claim.invalidity': 'claim',
  'Claim.oldAge': 'claim',
  'Claim.survivor': 'claim',
  'ClaimantStatement': 'claim',
  'TransferredCase': 'claim',
  'DecisionSummary': 'decision',
  'Decision': 'decision',
  'SupplementInfo': 'decision',
  'CostClaimReply': 'horizontal',
  'CostClaim': 'horizontal',
  'InfoGeneralReply': 'horizontal',
  'InfoGeneral': 'horizontal',
  'MedicalReply': 'horizontal',
  'MedicalRequest': 'horizontal',
  'AdditionalInfo': 'information',
  'CircumstanceChange': 'information',
  'CountryAnnex': 'information',
  'EvidenceItem': 'information',
  'InfoReply': 'information',
  'InfoRequest': 'information',
  'VitalEvent': 'information',
  'BulkOverlapCheck': 'payment',
  'ExportOrder': 'payment',
  'FundedBalance': 'payment',
  'LifeCertificate': 'payment',
  'PaymentNotice': 'payment',
  'PensionAmountInfo': 'payment',
  'PensionAmountRequest': 'payment',
  'ChildRaisingReply': 'period',
  'ChildRaisingRequest': 'period',
  'EarningsRecord': 'period',
  'EducationPeriods': 'period',
  'MilitaryPeriods': 'period',
  'PeriodCertificate': 'period',
  'PeriodRequest': 'period',
} as const;
