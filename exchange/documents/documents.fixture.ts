/** Constructed documents for tests. The identifiers are from the documented test range and belong to nobody. */
import type {
  DecisionNotice,
  OldAgeClaim,
  PeriodCertificate,
  PeriodRequest,
  WirePeriod,
  WirePerson,
} from './types.ts';

export const person: WirePerson = {
  identifiers: [{ scheme: 'kz.iin', value: '600101399906', country: 'KZ' }],
  names: [{ script: 'kk-Cyrl', family: 'Сынақов', given: 'Үлгібек' }],
  sex: 'male',
  birthDate: '1960-01-01',
  birthDatePrecision: 'day',
  citizenships: ['KZ'],
  residence: 'KZ',
};

export const period: WirePeriod = {
  periodId: 'mn-1',
  country: 'MN',
  type: { system: 'urtuu:period-type', code: '11' },
  scheme: { system: 'urtuu:scheme', code: '01' },
  relevance: '100',
  calculation: '100',
  from: '1985-03-01',
  to: '1992-06-30',
  precision: 'day',
  certainty: 'certified',
  evidence: [{ kind: 'register', ref: 'WS100507' }],
  insured: true,
  kind: 'compulsory',
};

export const periodRequest: PeriodRequest = {
  claim: { claimDate: '2026-11-02', kind: '01', residence: 'KZ' },
  person,
  window: { from: '1978-01-01', to: '2026-11-02' },
  periodKinds: [{ system: 'urtuu:period-type', code: '11' }],
  reason: 'old-age claim',
};

export const periodCertificate: PeriodCertificate = {
  pensionKind: { system: 'urtuu:pension-kind', code: '10' },
  anyPeriods: true,
  periods: [period],
  earnings: [{ country: 'MN', year: 1991, month: 5, amount: '1250.50', currency: 'MNT', paid: true }],
  pensionsHeld: [],
  counting: { bounds: 'inclusive', method: 'calendar', dayBasis: 7 },
};

export const decisionNotice: DecisionNotice = {
  decisionId: 'kz-2026-1',
  country: 'KZ',
  institutionId: 'urn:urtuu:inst:kz:test',
  law: 'kz',
  result: 'granted',
  effectiveFrom: '2026-11-02',
  decidedOn: '2026-11-20',
  simulation: false,
  components: [
    { component: 'kz.base', outcome: 'eligible', amount: '35596', currency: 'KZT', from: '2026-11-02' },
  ],
  total: { amount: '35596', currency: 'KZT' },
  periodsUsed: ['mn-1'],
  refusalReasons: [],
  appeal: { deadlineDays: null, body: 'demonstration institution', article: null },
  explanation: { rule: 'kz.base' },
  flags: [],
};

export const oldAgeClaim: OldAgeClaim = {
  claim: { claimDate: '2026-10-05', filedIn: 'MN', kind: '01', residence: 'KZ' },
  person,
  statement: [{ ...period, certainty: 'claimed' }],
};
