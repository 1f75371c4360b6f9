import { compareNames, nameText, normaliseName, type NameForm } from '@urtuu/identity';
import { addDays, day, union } from '@urtuu/kernel';
import {
  isKnownPeriodType,
  PERIOD_TYPES,
  SCHEMES,
  type Account,
  type Benefit,
  type Evidence,
  type PersonName,
  type RecordPeriod,
} from '@urtuu/law';
import { readAmount } from '../fold/amount.ts';
import { foldContributionMonths, type ContributionMonth } from '../fold/contribution-months.ts';
import { readIsoDay } from '../fold/dates.ts';
import { evidence, readMonthlyIncome, unreadable } from '../fold/contribution-row.ts';
import { foldSpells, type Spell } from '../fold/spells.ts';
import type {
  Doubt,
  FoldedRows,
  FoldingStep,
  RegisterDeath,
  RegisterSubject,
  Row,
} from '../register-port.ts';
import { SHEP } from './shep-services.ts';

export interface ShepRows {
  readonly person: readonly Row[];
  readonly labourRecord: readonly Row[];
  readonly equivalent: readonly Row[];
  readonly contributions: readonly Row[];
  readonly savings: readonly Row[];
  readonly benefits: readonly Row[];
  readonly digests?: Partial<Record<'labourRecord' | 'equivalent' | 'contributions', string>>;
}

/** Mandatory contributions exist from this day; before it the labour record counts by its documents. */
const CONTRIBUTIONS_START = day('1998-01-01');

/** Folds what the Kazakh register delivers of one person into the shapes of the insurance record. */
export function foldShep(rows: ShepRows): FoldedRows {
  const doubts: Doubt[] = latinNameDoubt(rows.person[0]);
  const trace: FoldingStep[] = [];
  const months = foldContributionMonths(readMonths(rows.contributions, doubts), {
    country: 'KZ',
    currency: 'KZT',
    idPrefix: 'kz.opv',
    evidence: [evidence('register', SHEP.contributions.serviceId, rows.digests?.contributions)],
  });
  const contributed = union(
    months.periods.map((period) => ({
      from: day(period.from),
      to: addDays(day(period.to ?? period.from), 1),
    })),
  );
  const how = { service: SHEP.labourRecord.serviceId, contributionsFrom: CONTRIBUTIONS_START, contributed };
  const work = foldSpells(
    rows.labourRecord.map((row) => workSpell(row, rows.digests?.labourRecord)),
    { ...how, idPrefix: 'kz.lab' },
  );
  const equivalent = foldSpells(
    rows.equivalent.map((row) => equivalentSpell(row, rows.digests?.equivalent, trace)),
    { ...how, service: SHEP.equivalent.serviceId, idPrefix: 'kz.eqv' },
  );
  const deathDate = readIsoDay(rows.person[0]?.['deathDate']);
  return {
    periods: [...work.periods, ...equivalent.periods, ...months.periods],
    earnings: months.earnings,
    accounts: accountsOf(rows.savings, doubts),
    benefits: benefitsOf(rows.benefits, doubts),
    ...(deathDate === undefined ? {} : { deathDate }),
    doubts: [...doubts, ...work.doubts, ...equivalent.doubts, ...months.doubts],
    trace: [...trace, ...work.trace, ...equivalent.trace, ...months.trace],
  };
}

/** The person of an answer; undefined where the answer holds no IIN. */
export function shepSubject(row: Row | undefined): RegisterSubject | undefined {
  const iin = row?.['iin']?.trim();
  if (row === undefined || iin === undefined || iin === '') return undefined;
  const birthDate = readIsoDay(row['birthDate']);
  const deathDate = readIsoDay(row['deathDate']);
  const sex = SEX[row['genderCode'] ?? ''];
  const latin = latinName(row);
  const citizenship = row['citizenshipCode'] ?? '';
  return {
    key: iin,
    identifiers: [{ scheme: 'kz.iin', value: iin, country: 'KZ' }],
    names: latin === undefined ? [cyrillicName(row)] : [cyrillicName(row), latin],
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
    citizenships: /^[A-Z]{2}$/.test(citizenship) ? [citizenship] : [],
    ...(deathDate === undefined ? {} : { deathDate }),
  };
}

export function shepDeaths(rows: readonly Row[]): { deaths: RegisterDeath[]; doubts: Doubt[] } {
  const deaths: RegisterDeath[] = [];
  const doubts: Doubt[] = [];
  for (const row of rows) {
    const deathDate = readIsoDay(row['deathDate']);
    const registeredOn = readIsoDay(row['registeredOn']);
    if (deathDate === undefined) doubts.push(unreadable(SHEP.deaths.serviceId, 'deathDate'));
    else {
      deaths.push({
        scheme: 'kz.iin',
        key: (row['iin'] ?? '').trim(),
        deathDate,
        ...(registeredOn === undefined ? {} : { registeredOn }),
      });
    }
  }
  return { deaths, doubts };
}

const SEX: Readonly<Record<string, 'male' | 'female'>> = { '1': 'male', '2': 'female' };

/** The register writes Kazakh or Russian Cyrillic and does not say which; both fold alike. */
function cyrillicName(row: Row): PersonName {
  const clean = (field: string): string => normaliseName(row[field] ?? '', 'kk-Cyrl');
  return {
    script: 'kk-Cyrl',
    ...(clean('surname') === '' ? {} : { family: clean('surname') }),
    given: clean('name') === '' ? '?' : clean('name'),
    ...(clean('patronymic') === '' ? {} : { patronymic: clean('patronymic') }),
  };
}

function latinName(row: Row): (PersonName & NameForm) | undefined {
  const given = normaliseName(row['nameLatin'] ?? '', 'Latn');
  const family = normaliseName(row['surnameLatin'] ?? '', 'Latn');
  if (given === '') return undefined;
  return { script: 'Latn', ...(family === '' ? {} : { family }), given };
}

/** The holder may ask for another Latin spelling; one that is another name altogether needs a clerk. */
function latinNameDoubt(row: Row | undefined): Doubt[] {
  const latin = row === undefined ? undefined : latinName(row);
  if (row === undefined || latin === undefined) return [];
  const { family, given, script } = cyrillicName(row);
  const { agreement } = compareNames([{ script, given, family }], [latin]);
  if (agreement !== 'different') return [];
  return [{ code: 'nameDiffers', values: { register: nameText(cyrillicName(row)), row: nameText(latin) } }];
}

function readMonths(rows: readonly Row[], doubts: Doubt[]): ContributionMonth[] {
  const service = SHEP.contributions.serviceId;
  return rows.flatMap((row) => {
    const read = readMonthlyIncome(
      service,
      { year: row['year'], month: row['month'], income: row['income'] ?? '' },
      doubts,
    );
    if (read === undefined) return [];
    const { at, amount } = read;
    const employer = (row['employer'] ?? '').trim();
    return [
      {
        at,
        employer,
        employerKey: (row['employerBin'] ?? '').trim() || employer,
        amount,
        paid: row['paid'] === 'true',
        type: PERIOD_TYPES.employed,
        scheme: CONTRIBUTION_SCHEME[row['kindCode'] ?? ''] ?? SCHEMES.kzOpv,
        kind: 'compulsory' as const,
      },
    ];
  });
}

const CONTRIBUTION_SCHEME: Readonly<Record<string, string>> = {
  OPV: SCHEMES.kzOpv,
  OPPV: SCHEMES.kzOppv,
  OPVR: SCHEMES.kzOpvr,
};

function workSpell(row: Row, digest: string | undefined): Spell {
  return {
    start: row['startDate'] ?? '',
    end: row['endDate'] ?? '',
    country: 'KZ',
    type: PERIOD_TYPES.employed,
    kind: 'compulsory',
    scheme: SCHEMES.employment,
    employer: (row['employer'] ?? '').trim(),
    ...proofOf(row, SHEP.labourRecord.serviceId, digest),
  };
}

/** Study, service, child care: the code of the exchange profile, carried as it is where nobody knows it. */
function equivalentSpell(row: Row, digest: string | undefined, trace: FoldingStep[]): Spell {
  const type = (row['kindCode'] ?? '').trim() || PERIOD_TYPES.equivalent;
  if (!isKnownPeriodType(type)) {
    trace.push({ code: 'unknownCodeCarried', values: { code: type, institution: row['institution'] ?? '' } });
  }
  return {
    start: row['startDate'] ?? '',
    end: row['endDate'] ?? '',
    country: 'KZ',
    type,
    kind: 'equivalent',
    employer: (row['institution'] ?? '').trim(),
    ...proofOf(row, SHEP.equivalent.serviceId, digest),
  };
}

function proofOf(
  row: Row,
  service: string,
  digest: string | undefined,
): { evidence: Evidence[]; certainty: RecordPeriod['certainty'] } {
  const kind = DOCUMENT[(row['documentCode'] ?? '').trim().toUpperCase()] ?? 'register';
  const ref = (row['documentRef'] ?? '').trim();
  const certified = kind === 'labourBook' || kind === 'court' || kind === 'register';
  return {
    evidence: [evidence(kind, ref === '' ? service : ref, digest)],
    certainty: certified ? 'certified' : 'reconstructed',
  };
}

const DOCUMENT: Readonly<Record<string, 'labourBook' | 'archive' | 'court' | 'register'>> = {
  LABOUR_BOOK: 'labourBook',
  DIPLOMA: 'register',
  MILITARY_ID: 'register',
  ARCHIVE: 'archive',
  COURT: 'court',
};

function accountsOf(rows: readonly Row[], doubts: Doubt[]): Account[] {
  return rows.flatMap((row) => {
    const balance = readAmount(row['balance'] ?? '');
    const asOf = readIsoDay(row['asOf']);
    if (balance === undefined || asOf === undefined) {
      doubts.push({ code: 'amountUnreadable', values: { service: SHEP.savings.serviceId, month: '' } });
      return [];
    }
    const kind = (row['accountKind'] ?? 'uapf').toLowerCase();
    return [{ country: 'KZ', kind, balance, currency: row['currency'] ?? 'KZT', asOf }];
  });
}

function benefitsOf(rows: readonly Row[], doubts: Doubt[]): Benefit[] {
  return rows.flatMap((row) => {
    const from = readIsoDay(row['startDate']);
    if (from === undefined) {
      doubts.push(unreadable(SHEP.benefits.serviceId, 'startDate'));
      return [];
    }
    return [{ country: 'KZ', kind: row['kind'] ?? 'other', from, status: row['status'] ?? 'granted' }];
  });
}
