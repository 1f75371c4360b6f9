/**
 * A fictional agreement of three states that no map knows (codes of ISO 3166 for private use), in two versions. It
 * shares no document rule with a real one: what works under it works because the exchange reads packs.
 */
import type { AgreementPack } from './agreement-pack.ts';

const OPEN = { days: null, counted: null, article: null } as const;

const first: AgreementPack = {
  id: 'three-lakes',
  version: '1',
  inForce: { from: '2001-01-01', to: '2019-12-31' },
  articleSet: 'Articles 1 to 9',
  profile: 'three-lakes@1.0.0',
  parties: ['XA', 'XB', 'XC'],
  competentBodies: { XA: ['House of Years'], XB: ['Fund of the Lakes'], XC: ['Office of Age'] },
  recognition: 'direct',
  deadlines: {
    periodsReply: { days: 30, counted: 'workingDays', article: 'Article 5' },
    reminderReply: OPEN,
    decision: OPEN,
  },
  coverageFlags: [],
  caseTypes: {
    question: { starters: ['InfoRequest'], owner: ['InfoRequest'], counterparty: ['InfoReply'] },
    notification: { starters: ['VitalEvent'], owner: ['VitalEvent'], counterparty: [] },
  },
  purposes: {
    asking: {
      legalBasis: 'Article 4',
      documents: ['InfoRequest', 'InfoReply'],
      personFields: ['identifiers', 'names'],
    },
    telling: {
      legalBasis: 'Article 7',
      documents: ['VitalEvent'],
      personFields: ['identifiers', 'names', 'deathDate'],
    },
  },
  usualPurpose: { InfoRequest: 'asking', InfoReply: 'asking', VitalEvent: 'telling' },
};

const second: AgreementPack = {
  ...first,
  version: '2',
  inForce: { from: '2020-01-01', to: null },
  articleSet: 'Articles 1 to 12',
  profile: 'three-lakes@2.0.0',
  caseTypes: {
    ...first.caseTypes,
    // Since the second version a death may be answered.
    notification: { starters: ['VitalEvent'], owner: ['VitalEvent'], counterparty: ['AdditionalInfo'] },
  },
  purposes: {
    ...first.purposes,
    telling: {
      legalBasis: 'Article 8',
      documents: ['VitalEvent', 'AdditionalInfo'],
      personFields: ['identifiers', 'names', 'deathDate'],
    },
  },
  usualPurpose: { ...first.usualPurpose, AdditionalInfo: 'telling' },
};

export const threeLakes: readonly AgreementPack[] = [first, second];
