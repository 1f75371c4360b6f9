/**
 * Kazakhstan and Mongolia: the agreement signed on 29 October 2024. Its entry into force is not published; until it
 * is, this corridor is a demonstration and every legal basis says so. The article numbers of the exchange protocols
 * are in annexes that have not been read, so none is cited.
 */
import type { DocumentType } from '../documents/types.ts';
import type { AgreementPack, Deadline } from './agreement-pack.ts';

/** Reply times stand in annexes that have not been read. */
const NOT_READ = { days: null, counted: null, article: null } as const satisfies Deadline;

/** What either state may send in a claim. */
const INFORMATION = [
  'InfoRequest',
  'InfoReply',
  'AdditionalInfo',
  'CircumstanceChange',
  'CountryAnnex',
  'ClaimantStatement',
] as const satisfies readonly DocumentType[];
const EVIDENCE = [
  'EarningsRecord',
  'MilitaryPeriods',
  'EducationPeriods',
  'EvidenceItem',
] as const satisfies readonly DocumentType[];
const PAYMENT = [
  'FundedBalance',
  'ExportOrder',
  'PaymentNotice',
  'LifeCertificate',
] as const satisfies readonly DocumentType[];
const OF_BOTH = [
  'PeriodCertificate',
  'Decision',
  'DecisionSummary',
  'VitalEvent',
  'clarify',
  'clarify.answer',
  // The sender hands its role over with the claim: it is the owner that sends, the counterparty that has sent.
  'Claim.oldAge',
  ...INFORMATION.filter((type) => type !== 'ClaimantStatement'),
  ...EVIDENCE,
  ...PAYMENT,
] as const satisfies readonly DocumentType[];

const LEGAL_BASIS = 'kz-mn agreement of 2024-10-29 (not yet in force; demonstration)';

export const kzMn = {
  id: 'kz-mn',
  version: '2024-10-29',
  articleSet: 'old-age; not in force',
  profile: 'kz-mn-pension@1.0.0',
  parties: ['KZ', 'MN'],
  inForce: { from: null, to: null },
  // Ministries as the published announcements name them; the executing institutions are in an annex not read.
  competentBodies: {
    KZ: ['Ministry of Labour and Social Protection of the Population'],
    MN: ['Ministry of Family, Labour and Social Protection'],
  },
  recognition: 'recognised-service',
  deadlines: { periodsReply: NOT_READ, reminderReply: NOT_READ, decision: NOT_READ },
  coverageFlags: ['kzmn.inForceFrom', 'kzmn.window', 'kzmn.mnCountsKzAfter1998', 'kzmn.pre1995Evidence'],
  caseTypes: {
    'claim.oldAge': {
      starters: ['PeriodRequest', 'Claim.oldAge'],
      owner: ['PeriodRequest', 'ClaimantStatement', ...OF_BOTH],
      counterparty: OF_BOTH,
    },
  },
  purposes: {
    'oldAge.claim': {
      legalBasis: LEGAL_BASIS,
      documents: ['Claim.oldAge', 'PeriodRequest'],
      personFields: [
        'identifiers',
        'names',
        'sex',
        'birthDate',
        'birthDatePrecision',
        'citizenships',
        'residence',
        'deathDate',
      ],
    },
    'oldAge.periods': {
      legalBasis: LEGAL_BASIS,
      documents: ['PeriodRequest', 'PeriodCertificate'],
      personFields: ['identifiers', 'names', 'sex', 'birthDate', 'birthDatePrecision'],
    },
    'oldAge.decision': {
      legalBasis: LEGAL_BASIS,
      documents: ['Decision', 'DecisionSummary'],
      personFields: ['identifiers', 'names', 'birthDate'],
    },
    // A question names fields of the other side's own document and no person.
    'oldAge.clarification': {
      legalBasis: LEGAL_BASIS,
      documents: ['clarify', 'clarify.answer'],
      personFields: [],
    },
    'oldAge.vitalEvent': {
      legalBasis: LEGAL_BASIS,
      documents: ['VitalEvent'],
      personFields: ['identifiers', 'names', 'birthDate', 'deathDate'],
    },
    'oldAge.information': {
      legalBasis: LEGAL_BASIS,
      documents: INFORMATION,
      personFields: ['identifiers', 'names', 'birthDate', 'citizenships', 'residence', 'maritalStatuses'],
    },
    'oldAge.evidence': {
      legalBasis: LEGAL_BASIS,
      documents: EVIDENCE,
      personFields: ['identifiers', 'names', 'birthDate', 'birthDatePrecision'],
    },
    'oldAge.payment': {
      legalBasis: LEGAL_BASIS,
      documents: PAYMENT,
      personFields: ['identifiers', 'names', 'birthDate', 'residence'],
    },
  },
  usualPurpose: {
    ...usual(INFORMATION, 'oldAge.information'),
    ...usual(EVIDENCE, 'oldAge.evidence'),
    ...usual(PAYMENT, 'oldAge.payment'),
    DecisionSummary: 'oldAge.decision',
    PeriodRequest: 'oldAge.periods',
    PeriodCertificate: 'oldAge.periods',
    Decision: 'oldAge.decision',
    VitalEvent: 'oldAge.vitalEvent',
    clarify: 'oldAge.clarification',
    'clarify.answer': 'oldAge.clarification',
    'Claim.oldAge': 'oldAge.claim',
  },
} as const satisfies AgreementPack;

function usual<T extends DocumentType>(types: readonly T[], purpose: string): Record<T, string> {
  return Object.fromEntries(types.map((type) => [type, purpose])) as Record<T, string>;
}
