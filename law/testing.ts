import { day } from '@urtuu/kernel';
import { assess } from './assess.ts';
import type { Assessment, AssessOptions } from './assessment.ts';
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

/** A man of 63 in 2021 with 25 full years in Kazakhstan before 1998 and the monthly income given. */
export function kazakhWorker(amount = '100000', parts: Partial<InsuranceRecord> = {}): InsuranceRecord {
  return record({
    periods: [period({ id: 'a', from: '1972-01-01', to: '1996-12-31' })],
    earnings: monthlyEarnings('KZ', 2000, 240, amount),
    ...parts,
  });
}

/** A man born in 1959 who lives in Mongolia, insured there from one day to another, with 2,000,000 a month. */
export function mongolianWorker(
  from: string,
  to: string,
  who: Partial<RecordPerson> = {},
  parts: Partial<InsuranceRecord> = {},
): InsuranceRecord {
  return record({
    person: person({ residence: 'MN', citizenships: ['MN'], birthDate: '1959-03-10', ...who }),
    periods: [period({ id: 'w', country: 'MN', from, to })],
    earnings: monthlyEarnings('MN', 2010, 168, '2000000'),
    ...parts,
  });
}

export function awardOfKazakhstan(
  wire: InsuranceRecord,
  on: string,
  more: Partial<AssessOptions> = {},
): Assessment {
  return assess(wire, { law: 'kz', on: day(on), explain: 'full', ...more });
}

export function awardOfMongolia(
  wire: InsuranceRecord,
  on: string,
  more: Partial<AssessOptions> = {},
): Assessment {
  return assess(wire, { law: 'mn', on: day(on), explain: 'full', ...more });
}

export function amountOf(assessment: Assessment, component: string): string | undefined {
  return assessment.components.find((one) => one.component === component)?.amount;
}

/** A man born in 1966 with insurance in China from one day to another, and the facts of his place. */
export function chineseWorker(
  from: string,
  to: string,
  who: Partial<RecordPerson> = {},
  parts: Partial<InsuranceRecord> = {},
): InsuranceRecord {
  return record({
    person: person({
      identifiers: [{ scheme: 'cn.rid', value: '159900196603109919', country: 'CN' }],
      birthDate: '1966-03-10',
      citizenships: ['CN'],
      residence: 'CN',
      ...who,
    }),
    periods: [period({ id: 'w', country: 'CN', from, to })],
    accounts: [{ country: 'CN', kind: 'cn.account', balance: '139000', currency: 'CNY', asOf: '2025-12-31' }],
    circumstances: {
      china: {
        localWage: { amount: '8000', place: 'Altay', year: 2025, source: 'constructed' },
        contributionIndex: '0.6',
      },
    },
    ...parts,
  });
}

export function awardOfChina(
  wire: InsuranceRecord,
  on: string,
  more: Partial<AssessOptions> = {},
): Assessment {
  return assess(wire, { law: 'cn', on: day(on), explain: 'full', ...more });
}
