import { compareNames, nameText, normaliseName, normaliseRegister, type NameForm } from '@urtuu/identity';
import { addDays, day, union } from '@urtuu/kernel';
import { PERIOD_TYPES, SCHEMES, type Benefit, type RecordPeriod } from '@urtuu/law';
import { foldContributionMonths, type ContributionMonth } from '../fold/contribution-months.ts';
import { monthIndexOf, readDate, readIsoDay } from '../fold/dates.ts';
import { evidence, readMonthlyIncome, unreadable } from '../fold/contribution-row.ts';
import { foldSpells, type Spell } from '../fold/spells.ts';
import type { Doubt, FoldedRows, RegisterDeath, RegisterSubject, Row } from '../register-port.ts';
import { KHUR } from './khur-services.ts';

export interface KhurRows {
  readonly idCard: readonly Row[];
  readonly salary: readonly Row[];
  readonly workHistory: readonly Row[];
  readonly pension: readonly Row[];
  /** SHA-256 of the answers, by service; named in the evidence of the periods */
  readonly digests?: { readonly salary: string; readonly workHistory: string };
}

/** Social insurance of Mongolia exists from this day; work before it is proved by labour book or archive. */
const INSURANCE_START = day('1995-01-01');

/** Folds what KHUR delivers of one person into the shapes of the insurance record. */
export function foldKhur(rows: KhurRows): FoldedRows {
  const doubts: Doubt[] = nameDoubts(rows);
  const months = foldContributionMonths(readMonths(rows.salary, doubts), {
    country: 'MN',
    currency: 'MNT',
    idPrefix: 'mn.501',
    evidence: [evidence('register', KHUR.salary.operation, rows.digests?.salary)],
  });
  const history = rows.workHistory
    .filter((row) => (row['startDate'] ?? '') !== '')
    .map((row) => spellOf(row, rows));
  const spells = foldSpells(history, {
    idPrefix: 'mn.507',
    service: KHUR.workHistory.operation,
    contributionsFrom: INSURANCE_START,
    contributed: union(
      months.periods.map((period) => ({
        from: day(period.from),
        to: addDays(day(period.to ?? period.from), 1),
      })),
    ),
  });
  return {
    periods: [...spells.periods, ...months.periods.map((period) => withDocuments(period, history))],
    earnings: months.earnings,
    accounts: [],
    benefits: benefitsOf(rows.pension, doubts),
    doubts: [...doubts, ...spells.doubts, ...months.doubts],
    trace: [...spells.trace, ...months.trace],
  };
}

/** The person of an answer of WS100101; undefined where the answer holds no register number. */
export function khurSubject(row: Row | undefined): RegisterSubject | undefined {
  const regnum = row?.['regnum'];
  if (row === undefined || regnum === undefined || regnum === '') return undefined;
  const key = normaliseRegister(regnum);
  const civil = row['civilId'] ?? '';
  const birthDate = readIsoDay(row['birthDate']);
  const sex = SEX[(row['gender'] ?? '').toLowerCase()];
  return {
    key,
    identifiers: [
      { scheme: 'mn.register', value: key, country: 'MN' },
      ...(civil === '' ? [] : [{ scheme: 'mn.civil', value: civil, country: 'MN' }]),
    ],
    names: [khurName(row)],
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
    citizenships: ['MN'],
  };
}

export function khurDeaths(rows: readonly Row[]): { deaths: RegisterDeath[]; doubts: Doubt[] } {
  const deaths: RegisterDeath[] = [];
  const doubts: Doubt[] = [];
  for (const row of rows) {
    const deathDate = readIsoDay(row['deceaseDate']);
    const registeredOn = readIsoDay(row['regDate']);
    if (deathDate === undefined) {
      doubts.push(unreadable(KHUR.deaths.operation, 'deceaseDate'));
      continue;
    }
    deaths.push({
      scheme: 'mn.register',
      key: normaliseRegister(row['regnum'] ?? ''),
      deathDate,
      ...(registeredOn === undefined ? {} : { registeredOn }),
    });
  }
  return { deaths, doubts };
}

/** Mongolian fields: `surname` is the clan, `lastname` the father's or mother's name, `firstname` the own name. */
function khurName(row: Row): NameForm & { given: string } {
  const clean = (field: string): string => normaliseName(row[field] ?? '', 'mn-Cyrl');
  const clan = clean('surname');
  const parent = clean('lastname');
  return {
    script: 'mn-Cyrl',
    ...(clan === '' ? {} : { family: clan }),
    given: clean('firstname') === '' ? '?' : clean('firstname'),
    ...(parent === '' ? {} : { patronymic: parent }),
  };
}

const SEX: Readonly<Record<string, 'male' | 'female'>> = {
  эрэгтэй: 'male',
  эр: 'male',
  male: 'male',
  m: 'male',
  '1': 'male',
  эмэгтэй: 'female',
  эм: 'female',
  female: 'female',
  f: 'female',
  '2': 'female',
};

/** The insurance register writes names too; where they are not those of the citizen register a clerk must look. */
function nameDoubts(rows: KhurRows): Doubt[] {
  const citizen = rows.idCard[0];
  if (citizen === undefined) return [];
  const seen = new Set<string>();
  const doubts: Doubt[] = [];
  for (const row of [...rows.workHistory, ...rows.pension]) {
    if ((row['firstname'] ?? '') === '') continue;
    const other = khurName(row);
    const text = nameText(other);
    if (seen.has(text)) continue;
    seen.add(text);
    const { agreement } = compareNames([khurName(citizen)], [other]);
    if (agreement !== 'same' && agreement !== 'sameAfterTransliteration') {
      doubts.push({ code: 'nameDiffers', values: { register: nameText(khurName(citizen)), row: text } });
    }
  }
  return doubts;
}

function readMonths(rows: readonly Row[], doubts: Doubt[]): ContributionMonth[] {
  const service = KHUR.salary.operation;
  return rows.flatMap((row) => {
    const read = readMonthlyIncome(
      service,
      { year: row['year'], month: row['month'], income: row['salaryAmount'] ?? '' },
      doubts,
    );
    if (read === undefined) return [];
    const { at, amount } = read;
    const employer = (row['orgName'] ?? '').trim();
    const employerKey = (row['orgSiID'] ?? '').trim() || employer;
    return [{ at, employer, employerKey, amount, paid: isPaid(row['paid']), ...insuranceOf(employer) }];
  });
}

/**
 * The contribution rows name no insurance kind. Voluntary insurance is booked under an account of the insurance office
 * instead of an employer; its name says so and says whether the insured is a herder. To be confirmed with the operator.
 */
function insuranceOf(orgName: string): Pick<ContributionMonth, 'type' | 'scheme' | 'kind'> {
  const name = orgName.toLowerCase();
  if (!name.startsWith('сайн дурын')) {
    return { type: PERIOD_TYPES.employed, scheme: SCHEMES.employment, kind: 'compulsory' };
  }
  const scheme = name.includes('малчин') ? SCHEMES.mnHerder : SCHEMES.selfEmployment;
  return { type: PERIOD_TYPES.voluntarySelfEmployed, scheme, kind: 'voluntary' };
}

function isPaid(text: string | undefined): boolean {
  return PAID.has((text ?? '').trim().toLowerCase());
}

const PAID: ReadonlySet<string> = new Set(['true', '1', 'тийм', 'төлсөн']);

function spellOf(row: Row, rows: KhurRows): Spell {
  const basis = EVIDENCE[(row['evidence'] ?? '').trim().toLowerCase()];
  const reference = (row['evidenceRef'] ?? '').trim();
  return {
    start: row['startDate'] ?? '',
    end: row['endDate'] ?? '',
    country: 'MN',
    type: PERIOD_TYPES.employed,
    kind: 'compulsory',
    scheme: SCHEMES.employment,
    employer: (row['orgName'] ?? '').trim(),
    evidence:
      basis === undefined
        ? [evidence('register', KHUR.workHistory.operation, rows.digests?.workHistory)]
        : [
            evidence(
              basis,
              reference === '' ? KHUR.workHistory.operation : reference,
              rows.digests?.workHistory,
            ),
          ],
    certainty: CERTAINTY[basis ?? 'none'],
  };
}

/** Contribution months that lie within a documented spell of work are proved by its document too. */
function withDocuments(period: RecordPeriod, history: readonly Spell[]): RecordPeriod {
  const documents = history.filter((spell) => holds(spell, period)).flatMap((spell) => spell.evidence);
  return {
    ...period,
    evidence: [...period.evidence, ...documents.filter(({ kind }) => kind !== 'register')],
  };
}

/** Whether a spell reaches from the first to the last month of a period. */
function holds(spell: Spell, period: RecordPeriod): boolean {
  const start = readDate(spell.start);
  const end = spell.end.trim() === '' ? undefined : readDate(spell.end);
  if (start === undefined || (spell.end.trim() !== '' && end === undefined)) return false;
  const last = monthIndexOf(day(period.to ?? period.from));
  return (
    monthIndexOf(start.first) <= monthIndexOf(day(period.from)) &&
    (end === undefined || monthIndexOf(end.last) >= last)
  );
}

/** What the work history was entered from. Our reading of a field the published description leaves open. */
const EVIDENCE: Readonly<Record<string, 'labourBook' | 'archive' | 'court'>> = {
  'хөдөлмөрийн дэвтэр': 'labourBook',
  'архивын лавлагаа': 'archive',
  'шүүхийн шийдвэр': 'court',
};

const CERTAINTY: Readonly<Record<'labourBook' | 'archive' | 'court' | 'none', RecordPeriod['certainty']>> = {
  labourBook: 'certified',
  court: 'certified',
  archive: 'reconstructed',
  none: 'reconstructed',
};

function benefitsOf(rows: readonly Row[], doubts: Doubt[]): Benefit[] {
  return rows.flatMap((row) => {
    if ((row['pensionType'] ?? '') === '') return [];
    const from = readIsoDay(row['pensionStartDate']);
    if (from === undefined) {
      doubts.push(unreadable(KHUR.pension.operation, 'pensionStartDate'));
      return [];
    }
    const ended = (row['pensionEndDate'] ?? '') !== '' && readDate(row['pensionEndDate'] ?? '') !== undefined;
    const kind = pensionKindOf(row['pensionType'] ?? '');
    return [{ country: 'MN', kind, from, status: ended ? 'ended' : 'granted' }];
  });
}

/** The register writes words; the record speaks the pension kinds of the exchange profile. Unknown words are carried. */
function pensionKindOf(words: string): string {
  const known = words.trim().toLowerCase();
  return PENSION_KINDS.find(([beginning]) => known.startsWith(beginning))?.[1] ?? words;
}

const PENSION_KINDS: readonly (readonly [beginning: string, kind: string])[] = [
  ['өндөр насны', '10'],
  ['тэжээгчээ алдсан', '20'],
  ['тахир дутуу', '30'],
  ['хөгжлийн бэрхшээл', '30'],
];
