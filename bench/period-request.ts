import type { PeriodRequest } from '@urtuu/exchange';

/** The document the exchange bench sends: the question for periods that every case begins with. */
export const request: PeriodRequest = {
  claim: { claimDate: '2026-11-02', kind: '01', residence: 'KZ' },
  person: {
    identifiers: [{ scheme: 'kz.iin', value: '600101399906', country: 'KZ' }],
    names: [{ script: 'kk-Cyrl', family: 'Сынақов', given: 'Үлгібек' }],
    sex: 'male',
    birthDate: '1960-01-01',
    birthDatePrecision: 'day',
    citizenships: ['KZ'],
    residence: 'KZ',
  },
  window: { from: '1978-01-01', to: '2026-11-02' },
  periodKinds: [{ system: 'urtuu:period-type', code: '11' }],
  reason: 'old-age claim',
};
