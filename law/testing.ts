import type { Earning, InsuranceRecord, RecordPeriod, RecordPerson } from './record/insurance-record.ts';

/** Constructed people for tests of the law: names composed by rule, identifiers of the test range. */
export function record(parts: Partial<InsuranceRecord>): InsuranceRecord {
  return {
    version: 1,
    person: person({}),
    periods: [],
    earnings: [],
    accounts: [],
    benefits: [],
    counting: { bounds: 'inclusive', method: 'calendar' },
    ...parts,
  };
}

export function person(parts: Partial<RecordPerson>): RecordPerson {
  return {
    identifiers: [{ scheme: 'mn.register', value: 'ТТ58010199', country: 'MN' }],
    names: [{ script: 'Latn', family: 'Testbai', given: 'Sample' }],
    sex: 'male',
    birthDate: '1958-01-01',
    citizenships: ['KZ'],
    residence: 'KZ',
    ...parts,
  };
}

export function period(parts: Partial<RecordPeriod>): RecordPeriod {
  return {
    id: 'p1',
    country: 'KZ',
    from: '1980-01-01',
    to: '1989-12-31',
    type: '11',
    evidence: [{ kind: 'labourBook' }],
    certainty: 'certified',
    precision: 'day',
    kind: 'compulsory',
    ...parts,
  };
}

/** Paid months of equal income, from January of `firstYear` on. */
export function monthlyEarnings(
  country: 'KZ' | 'MN',
  firstYear: number,
  months: number,
  amount: string,
): Earning[] {
  return Array.from({ length: months }, (_, i) => ({
    country,
    year: firstYear + Math.floor(i / 12),
    month: (i % 12) + 1,
    amount,
    currency: country === 'KZ' ? 'KZT' : 'MNT',
    paid: true,
  }));
}
