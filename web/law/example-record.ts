import type { InsuranceRecord } from '@urtuu/law';

/** A constructed person for who wants to see before they have a record at hand: a saver in Kazakhstan, born in 1975. */
export const EXAMPLE_RECORD: InsuranceRecord = {
  version: 1,
  person: {
    identifiers: [],
    names: [{ script: 'Latn', family: 'Testbai', given: 'Sample' }],
    sex: 'male',
    birthDate: '1975-06-15',
    citizenships: ['KZ'],
    residence: 'KZ',
  },
  periods: [
    {
      id: 'first',
      country: 'KZ',
      from: '1994-07-01',
      to: '1997-12-31',
      type: '11',
      evidence: [{ kind: 'labourBook' }],
      certainty: 'certified',
      precision: 'day',
      kind: 'compulsory',
    },
    {
      id: 'job',
      country: 'KZ',
      from: '1998-01-01',
      to: '2026-10-31',
      type: '11',
      scheme: 'kz.opv',
      evidence: [{ kind: 'register' }],
      certainty: 'certified',
      precision: 'day',
      kind: 'compulsory',
    },
  ],
  earnings: Array.from({ length: 70 }, (_, i) => ({
    country: 'KZ',
    year: 2021 + Math.floor(i / 12),
    month: (i % 12) + 1,
    amount: '400000',
    currency: 'KZT',
    paid: true,
  })),
  accounts: [{ country: 'KZ', kind: 'uapf', balance: '6000000', currency: 'KZT', asOf: '2026-09-30' }],
  benefits: [],
  counting: { bounds: 'inclusive', method: 'calendar' },
};
