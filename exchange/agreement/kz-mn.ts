/**
 * Kazakhstan and Mongolia: the agreement signed on 29 October 2024. Its entry into force is not published; until it
 * is, this corridor is a demonstration and every legal basis says so. The article numbers of the exchange protocols
 * are in annexes that have not been read, so none is cited.
 */
import type { AgreementPack } from './agreement-pack.ts';

const LEGAL_BASIS = 'kz-mn agreement of 2024-10-29 (not yet in force; demonstration)';

export const kzMn = {
  id: 'kz-mn',
  version: '2024-10-29',
  articleSet: 'old-age; not in force',
  profile: 'kz-mn-pension@1.0.0',
  parties: ['KZ', 'MN'],
  senders: {
    PeriodRequest: ['owner'],
    PeriodCertificate: ['owner', 'counterparty'],
    Decision: ['owner', 'counterparty'],
    VitalEvent: ['owner', 'counterparty'],
    // The sender hands its role over with the claim: it is the owner that sends, the counterparty that has sent.
    'Claim.oldAge': ['owner', 'counterparty'],
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
      documents: ['Decision'],
      personFields: ['identifiers', 'names', 'birthDate'],
    },
    'oldAge.vitalEvent': {
      legalBasis: LEGAL_BASIS,
      documents: ['VitalEvent'],
      personFields: ['identifiers', 'names', 'birthDate', 'deathDate'],
    },
  },
  usualPurpose: {
    PeriodRequest: 'oldAge.periods',
    PeriodCertificate: 'oldAge.periods',
    Decision: 'oldAge.decision',
    VitalEvent: 'oldAge.vitalEvent',
    'Claim.oldAge': 'oldAge.claim',
  },
} as const satisfies AgreementPack;
