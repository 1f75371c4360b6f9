import { ok, parseDay, refuse, type Day, type Result } from '@urtuu/kernel';
import { isCountry } from './countries.ts';
import { introducedAfter, isCurrency } from './currencies.ts';
import { monthIndex } from './earnings.ts';
import { faultsOfCircumstances } from './faults-of-circumstances.ts';
import { fault, type Fault } from './fault.ts';
import { foldByPlace, formFaults } from './form-faults.ts';
import {
  insuranceRecordSchema,
  type Identifier,
  type InsuranceRecord,
  type RecordPerson,
} from './insurance-record.ts';

/**
 * Checks one identifier against its scheme and its person. Pointers it gives are relative to the identifier
 * (`/value`); national algorithms belong to the identity room, so they are passed in.
 */
export type CheckIdentifier = (identifier: Identifier, person: RecordPerson) => readonly Fault[];

/**
 * A quicker way to see that a value has the form of a record, such as a check made from its published JSON Schema.
 * What it accepts is taken as it is; what it refuses is read slowly, for the faults.
 */
export type CheckForm = (json: unknown) => json is InsuranceRecord;

/**
 * Reads an insurance record from a parsed JSON value. Every fault is named once with its place; a fault of form
 * (missing member, wrong type) hides the faults of meaning behind it, because they cannot be asked yet.
 */
export function parseInsuranceRecord(
  json: unknown,
  checkIdentifier?: CheckIdentifier,
  hasForm?: CheckForm,
): Result<InsuranceRecord, Fault[]> {
  if (hasForm?.(json) === true) {
    const faults = faultsOfMeaning(json, checkIdentifier);
    return faults.length > 0 ? refuse(faults) : ok(json);
  }
  const parsed = insuranceRecordSchema.safeParse(json, { reportInput: true });
  const faults = parsed.success ? faultsOfMeaning(parsed.data, checkIdentifier) : formFaults(parsed.error);
  if (!parsed.success || faults.length > 0) return refuse(faults);
  return ok(parsed.data);
}

function faultsOfMeaning(record: InsuranceRecord, checkIdentifier: CheckIdentifier | undefined): Fault[] {
  const faults: Fault[] = [];
  const read = (text: string, at: string): Day | undefined => {
    const parsed = parseDay(text);
    if (parsed.ok) return parsed.value;
    faults.push(fault(at, 'impossible-date', `${text} is not a day of the calendar`));
    return undefined;
  };

  const { person } = record;
  const birth = read(person.birthDate, '/person/birthDate');
  if (person.deathDate !== undefined) {
    const death = read(person.deathDate, '/person/deathDate');
    if (birth !== undefined && death !== undefined && death < birth) {
      faults.push(
        fault('/person/deathDate', 'death-before-birth', `${person.deathDate} is before ${person.birthDate}`),
      );
    }
  }
  if (person.kandas !== undefined) read(person.kandas.since, '/person/kandas/since');
  if (person.arrivedInKz !== undefined) read(person.arrivedInKz, '/person/arrivedInKz');
  person.children?.forEach((child, i) => read(child.birthDate, `/person/children/${i}/birthDate`));

  const places = new Map<string, number>();
  record.periods.forEach((period, i) => {
    const at = `/periods/${i}`;
    const from = read(period.from, `${at}/from`);
    const to = period.to === null ? undefined : read(period.to, `${at}/to`);
    if (from !== undefined && to !== undefined && from > to) {
      faults.push(fault(at, 'from-after-to', `${period.from} is after ${period.to}`));
    }
    if (from !== undefined && birth !== undefined && from < birth) {
      faults.push(fault(`${at}/from`, 'before-birth', `${period.from} is before birth ${person.birthDate}`));
    }
    const first = places.get(period.id);
    if (first === undefined) places.set(period.id, i);
    else faults.push(fault(`${at}/id`, 'duplicate-id', `"${period.id}" already names /periods/${first}`));
  });

  faults.push(...contradictingIdentifiers(person), ...unknownCodes(record));
  faults.push(...implausibleMonths(record), ...currenciesNotYet(record));
  record.accounts.forEach((account, i) => read(account.asOf, `/accounts/${i}/asOf`));
  record.benefits.forEach((benefit, i) => read(benefit.from, `/benefits/${i}/from`));
  if (record.circumstances !== undefined)
    faults.push(...faultsOfCircumstances(record.circumstances, birth, read));
  if (checkIdentifier !== undefined) {
    person.identifiers.forEach((identifier, i) => {
      for (const found of checkIdentifier(identifier, person)) {
        faults.push({ ...found, pointer: `/person/identifiers/${i}${found.pointer}` });
      }
    });
  }
  return foldByPlace(faults);
}

/** One person has one number of a scheme. The same number twice is only written twice. */
function contradictingIdentifiers({ identifiers }: RecordPerson): Fault[] {
  const first = new Map<string, number>();
  const faults: Fault[] = [];
  identifiers.forEach(({ scheme, value }, i) => {
    const earlier = first.get(scheme);
    if (earlier === undefined) first.set(scheme, i);
    else if (identifiers[earlier]?.value !== value) {
      const found = `another ${scheme} stands in /person/identifiers/${earlier}; which one lives?`;
      faults.push(fault(`/person/identifiers/${i}/value`, 'contradicting-identifier', found));
    }
  });
  return faults;
}

/** Codes of the right form that no country and no currency has. */
function unknownCodes(record: InsuranceRecord): Fault[] {
  const faults: Fault[] = [];
  const country = (code: string, at: string): void => {
    if (!isCountry(code))
      faults.push(fault(at, 'unknown-country', `"${code}" is not in ISO 3166-1, nor was it`));
  };
  const currency = (code: string, at: string): void => {
    if (!isCurrency(code)) faults.push(fault(at, 'unknown-currency', `"${code}" is not in ISO 4217`));
  };
  const { person } = record;
  person.identifiers.forEach((one, i) => country(one.country, `/person/identifiers/${i}/country`));
  person.citizenships.forEach((one, i) => country(one, `/person/citizenships/${i}`));
  country(person.residence, '/person/residence');
  record.periods.forEach((one, i) => country(one.country, `/periods/${i}/country`));
  for (const member of ['earnings', 'averageIncome', 'accounts'] as const) {
    record[member]?.forEach((one, i) => {
      country(one.country, `/${member}/${i}/country`);
      currency(one.currency, `/${member}/${i}/currency`);
    });
  }
  record.benefits.forEach((one, i) => country(one.country, `/benefits/${i}/country`));
  return faults;
}

/** Income of a time in which its currency did not exist, unless the official coefficient has carried it over. */
function currenciesNotYet(record: InsuranceRecord): Fault[] {
  const faults: Fault[] = [];
  record.earnings.forEach(({ currency, year, month, adjusted }, i) => {
    const from = introducedAfter(currency, monthIndex(year, month));
    if (from === undefined || adjusted === true) return;
    const found = `${currency} exists from ${from}; income of ${year}-${String(month).padStart(2, '0')} was paid in another`;
    faults.push(fault(`/earnings/${i}/currency`, 'currency-not-yet', found));
  });
  return faults;
}

/** Several rows of one month add up; their sum is bounded like a single row, so that careers stay exact. */
function implausibleMonths(record: InsuranceRecord): Fault[] {
  const sums = new Map<string, Map<number, number>>();
  const faults: Fault[] = [];
  let [country, currency] = ['', ''];
  let months = new Map<number, number>();
  record.earnings.forEach((earning, i) => {
    // Rows of one state follow each other, so its months are mostly at hand.
    if (earning.country !== country || earning.currency !== currency) {
      ({ country, currency } = earning);
      months = sums.get(country + currency) ?? new Map<number, number>();
      sums.set(country + currency, months);
    }
    const month = monthIndex(earning.year, earning.month);
    const before = months.get(month) ?? 0;
    const sum = before + Math.round(Number(earning.amount) * 100);
    months.set(month, sum);
    if (sum >= MONTH_LIMIT_MINOR && before < MONTH_LIMIT_MINOR) {
      const found = `${country} ${currency} ${earning.year}-${earning.month} adds up to 1,000,000,000 or more`;
      faults.push(fault(`/earnings/${i}/amount`, 'income-implausible', found));
    }
  });
  return faults;
}

/** A thousand million in hundredths. */
const MONTH_LIMIT_MINOR = 100_000_000_000;
