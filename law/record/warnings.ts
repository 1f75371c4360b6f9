import { ACCOUNT_KINDS, EVIDENCE_KINDS, IDENTIFIER_SCHEMES, SCRIPTS } from './codes.ts';
import { isKnownPeriodType, isKnownScheme } from './codes.ts';
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
  const first = new Map<string, number>();
  record.earnings.forEach((earning, i) => {
    const at = `/earnings/${i}`;
    const key = `${earning.country}|${earning.year}|${earning.month}|${earning.employer ?? ''}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, i);
    else {
      const found = `same month and employer as /earnings/${earlier}; both are added`;
      warnings.push(fault(at, 'duplicate-earning', found));
    }
    const national = NATIONAL_CURRENCY[earning.country];
    if (national !== undefined && earning.currency !== national) {
      const found = `${earning.currency} income in ${earning.country}; no law here converts it`;
      warnings.push(fault(`${at}/currency`, 'currency-mismatch', found));
    }
  });
  return warnings;
}

const NATIONAL_CURRENCY: Readonly<Record<string, string>> = { KZ: 'KZT', MN: 'MNT', CN: 'CNY' };

function includes(list: readonly string[], code: string): boolean {
  return list.includes(code);
}
