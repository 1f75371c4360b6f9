import { z } from 'zod';
import { calendarDay as day } from './calendar-day.ts';
import { circumstancesSchema } from './circumstances.ts';
import { CERTAINTIES, PERIOD_KINDS, PRECISIONS } from './codes.ts';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166-1 alpha-2' });
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217' });
const code = z.string().min(1).max(40);
const text = z.string().min(1).max(200);

/** Whole part of at most nine digits: a thousand million a month. It keeps every sum of a career exact in 53 bits. */
const amount = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,2})?$/)
  .meta({ description: 'Money as a decimal text, e.g. "43407.50"' });
/** Balances are sums of a career, so they may be larger than a month's income. */
const balance = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,2})?$/)
  .meta({ description: 'Money as a decimal text' });

const identifier = z.strictObject({
  scheme: code.meta({ description: 'kz.iin, mn.register, mn.civil, cn.rid; others are carried' }),
  value: text,
  country,
});

const personName = z.strictObject({
  script: code.meta({ description: 'kk-Cyrl, ru-Cyrl, mn-Cyrl, Latn, Arab, Hans, Mong' }),
  family: text.optional(),
  given: text,
  patronymic: text.optional(),
});

const person = z.strictObject({
  identifiers: z.array(identifier).max(20),
  names: z.array(personName).min(1).max(20),
  sex: z.enum(['male', 'female']),
  birthDate: day,
  birthDatePrecision: z.enum(PRECISIONS).optional(),
  deathDate: day.optional(),
  citizenships: z.array(country).max(10),
  residence: country.meta({ description: 'State of residence, whose law awards under the agreement' }),
  kandas: z
    .strictObject({ since: day, certificate: text.optional() })
    .optional()
    .meta({ description: 'Ethnic Kazakh who came to Kazakhstan for permanent residence' }),
  children: z
    .array(z.strictObject({ birthDate: day }))
    .max(40)
    .optional(),
  arrivedInKz: day.optional(),
});

const evidence = z.strictObject({
  kind: code.meta({ description: 'register, labourBook, archive, statement, court; others are carried' }),
  ref: text.optional(),
  hash: text.optional(),
});

const period = z.strictObject({
  id: code.meta({ description: 'Unique in the record; the trace names it' }),
  country,
  from: day.meta({ description: 'First day' }),
  to: day.nullable().meta({ description: 'Last day, inclusive; null while it lasts' }),
  type: code.meta({
    description: 'Period type of the exchange profile: 11 employed, 43 military service, …',
  }),
  insured: z
    .boolean()
    .optional()
    .meta({ description: 'Contributions were paid. Absent: as the kind says (equivalent: no, others: yes)' }),
  scheme: code.optional(),
  employer: text.optional(),
  evidence: z.array(evidence).max(20),
  certainty: z.enum(CERTAINTIES),
  precision: z.enum(PRECISIONS),
  kind: z.enum(PERIOD_KINDS),
  source: text.optional(),
});

const earning = z.strictObject({
  country,
  year: z.int().min(1900).max(2200),
  month: z.int().min(1).max(12),
  amount,
  currency,
  employer: text.optional(),
  paid: z.boolean().meta({ description: 'Contributions on it were paid' }),
  adjusted: z
    .boolean()
    .optional()
    .meta({ description: 'Already multiplied by the official coefficient for old wages' }),
});

const averageIncome = z.strictObject({
  country: country.meta({ description: 'State under whose law the average was established' }),
  amount: balance,
  currency,
  source: text,
  certainty: z.enum(CERTAINTIES),
});

const account = z.strictObject({
  country,
  kind: code.meta({ description: 'uapf, opvr, ndc, cn.account; others are carried' }),
  balance,
  currency,
  asOf: day,
});

const benefit = z.strictObject({ country, kind: code, from: day, status: code });

/**
 * Everything about one person that a pension law asks: who, which periods, which income, on what evidence.
 * Wire form: ISO days, decimal texts, last days inclusive as documents carry them.
 */
export const insuranceRecordSchema = z
  .strictObject({
    version: z.literal(1),
    person,
    periods: z.array(period).max(2_000),
    earnings: z.array(earning).max(5_000),
    averageIncome: z.array(averageIncome).max(10).optional(),
    accounts: z.array(account).max(50),
    benefits: z.array(benefit).max(50),
    circumstances: circumstancesSchema.optional(),
    counting: z.strictObject({
      bounds: z.literal('inclusive'),
      method: z
        .enum(['calendar', '30/360', 'months-touched'])
        .meta({ description: 'How the sender counted its own totals; the awarding law counts by its own' }),
    }),
  })
  .meta({
    $id: 'urn:urtuu:schema:insurance-record:1',
    title: 'Insurance record',
    description: 'Person, periods, earnings, accounts and benefits of one insured person, version 1',
  });

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Member in keyof T]: Immutable<T[Member]> }
    : T;

export type InsuranceRecord = Immutable<z.infer<typeof insuranceRecordSchema>>;
export type RecordPerson = InsuranceRecord['person'];
export type PersonName = RecordPerson['names'][number];
export type Identifier = RecordPerson['identifiers'][number];
export type RecordPeriod = InsuranceRecord['periods'][number];
export type Evidence = RecordPeriod['evidence'][number];
export type Earning = InsuranceRecord['earnings'][number];
export type Account = InsuranceRecord['accounts'][number];
export type Benefit = InsuranceRecord['benefits'][number];
export type Circumstances = NonNullable<InsuranceRecord['circumstances']>;
export type AverageIncome = NonNullable<InsuranceRecord['averageIncome']>[number];
