import { ACCOUNT_KINDS, EVIDENCE_KINDS, IDENTIFIER_SCHEMES, SCRIPTS } from './codes.ts';
import { isKnownPeriodType, isKnownScheme } from './codes.ts';
import { withdrawnBefore } from './currencies.ts';
import { monthIndex } from './earnings.ts';
import { fault, type Fault } from './fault.ts';
import type { InsuranceRecord } from './insurance-record.ts';

/** What a clerk should see in a record that is otherwise good: codes nobody knows yet, oddities in the data. */
export function warningsOf(record: InsuranceRecord): Fault[] {
  const warnings: Fault[] = [];
  const unknown = (at: string, code: string): void => {
    warnings.push(fault(at, 'unknown-code', `"${code}" is not in the code list; it is carried`));
  };
  const { person } = record;
  person.identifiers.forEach((identifier, i) => {
    if (!includes(IDENTIFIER_SCHEMES, identifier.scheme))
      unknown(`/person/identifiers/${i}/scheme`, identifier.scheme);
  });
  person.names.forEach((name, i) => {
    if (!includes(SCRIPTS, name.script)) unknown(`/person/names/${i}/script`, name.script);
  });
  record.periods.forEach((period, i) => {
    const at = `/periods/${i}`;
    if (!isKnownPeriodType(period.type)) unknown(`${at}/type`, period.type);
    if (period.scheme !== undefined && !isKnownScheme(period.scheme)) unknown(`${at}/scheme`, period.scheme);
    period.evidence.forEach((evidence, j) => {
      if (!includes(EVIDENCE_KINDS, evidence.kind)) unknown(`${at}/evidence/${j}/kind`, evidence.kind);
    });
    if (period.precision !== 'day')
      warnings.push(fault(at, 'imprecise-dates', `known to the ${period.precision}; counted as written`));
    if (person.deathDate !== undefined && period.from > person.deathDate) {
      warnings.push(fault(`${at}/from`, 'after-death', `${period.from} is after ${person.deathDate}`));
    }
  });
  record.accounts.forEach((account, i) => {
    if (!includes(ACCOUNT_KINDS, account.kind)) unknown(`/accounts/${i}/kind`, account.kind);
  });
  warnings.push(...oddEarnings(record));
  return warnings;
}

function oddEarnings(record: InsuranceRecord): Fault[] {
  const warnings: Fault[] = [];
  const first = new Map<string, Map<number, number>>();
  let [country, employer]: [string, string | undefined] = ['', undefined];
  let months = new Map<number, number>();
  record.earnings.forEach((earning, i) => {
    const at = `/earnings/${i}`;
    // Rows of one employer follow each other, so its months are mostly at hand.
    if (earning.country !== country || earning.employer !== employer) {
      ({ country, employer } = earning);
      const who = `${country}|${employer ?? ''}`;
      months = first.get(who) ?? new Map<number, number>();
      first.set(who, months);
    }
    const month = monthIndex(earning.year, earning.month);
    const earlier = months.get(month);
    if (earlier === undefined) months.set(month, i);
    else {
      const found = `same month and employer as /earnings/${earlier}; both are added`;
      warnings.push(fault(at, 'duplicate-earning', found));
    }
    const national = NATIONAL_CURRENCY[earning.country];
    if (national !== undefined && earning.currency !== national) {
      const found = `${earning.currency} income in ${earning.country}; no law here converts it`;
      warnings.push(fault(`${at}/currency`, 'currency-mismatch', found));
    }
    const until = withdrawnBefore(earning.currency, month);
    if (until !== undefined) {
      const found = `${earning.currency} passed until ${until}; the amount may be in the unit that followed`;
      warnings.push(fault(`${at}/currency`, 'currency-withdrawn', found));
    }
  });
  return warnings;
}

const NATIONAL_CURRENCY: Readonly<Record<string, string>> = { KZ: 'KZT', MN: 'MNT', CN: 'CNY' };

function includes(list: readonly string[], code: string): boolean {
  return list.includes(code);
}
