import { transliterate } from '@urtuu/identity';
import { KHUR, SHEP, type RegisterPersonRows } from '@urtuu/registers';
import {
  contributionMonths,
  CONTRIBUTIONS_FROM,
  documentRef,
  typeOf,
  type Career,
  type Spell,
} from './career.ts';
import { civilNumberOf, iinOf, registerNumberOf, type ConstructedPerson } from './constructed-person.ts';

type Row = Record<string, string>;

/** What KHUR would deliver of a constructed life: its Mongolian side, every field text. */
export function khurRows(person: ConstructedPerson, career: Career): RegisterPersonRows {
  const regnum = registerNumberOf(person);
  const names = { lastname: person.name.mn.parent, firstname: person.name.mn.given };
  const spells = career.spells
    .map((spell, i) => ({ spell, i }))
    .filter(({ spell }) => spell.country === 'MN');
  const salary = spells.flatMap(({ spell, i }) =>
    contributionMonths(spell).map(({ year, month, amount, paid }): Row => ({
      year: String(year),
      month: String(month),
      orgName: spell.activity === 'herding' ? 'Сайн дурын даатгал – малчин' : spell.employer,
      orgSiID: spell.activity === 'herding' ? '' : `99${String(i + 1).padStart(5, '0')}`,
      domName: 'Баян-Өлгий',
      salaryAmount: javaDouble(amount),
      salaryFee: javaDouble(Math.round(amount / 10)),
      paid: String(paid),
    })),
  );
  const workHistory = spells
    .filter(({ spell }) => spell.activity === 'work')
    .map(({ spell, i }): Row => ({
      ...names,
      orgName: spell.employer,
      orgRegId: `99${String(i + 1).padStart(5, '0')}`,
      aimagName: 'Баян-Өлгий',
      startDate: spell.from,
      endDate: spell.to,
      ...(spell.document === undefined
        ? {}
        : { evidence: KHUR_DOCUMENT[spell.document], evidenceRef: documentRef(spell, i) }),
    }));
  return {
    key: regnum,
    services: withoutEmpty({
      [KHUR.idCard.operation]: [
        {
          regnum,
          civilId: civilNumberOf(person),
          ...names,
          birthDate: person.birthDate,
          gender: person.sex === 'male' ? 'Эрэгтэй' : 'Эмэгтэй',
          nationality: 'Казах',
        },
      ],
      [KHUR.salary.operation]: salary,
      [KHUR.workHistory.operation]: workHistory,
      [KHUR.deaths.operation]:
        career.death === undefined
          ? []
          : [
              {
                civilId: civilNumberOf(person),
                regnum,
                deceaseDate: career.death.on,
                regDate: career.death.registeredOn,
              },
            ],
    }),
  };
}

/** What the Kazakh register would deliver of a constructed life: its Kazakh side. */
export function shepRows(person: ConstructedPerson, career: Career): RegisterPersonRows {
  const iin = iinOf(person);
  const spells = career.spells
    .map((spell, i) => ({ spell, i }))
    .filter(({ spell }) => spell.country === 'KZ');
  const { given, family, patronymic } = person.name.kk;
  return {
    key: iin,
    services: withoutEmpty({
      [SHEP.person.serviceId]: [
        {
          iin,
          surname: family ?? '',
          name: given,
          patronymic: patronymic ?? '',
          surnameLatin: transliterate(family ?? '', 'kk-Cyrl'),
          nameLatin: transliterate(given, 'kk-Cyrl'),
          birthDate: person.birthDate,
          genderCode: person.sex === 'male' ? '1' : '2',
          citizenshipCode: person.citizenships.includes('KZ') ? 'KZ' : 'MN',
          lifeStatusCode: career.death === undefined ? '0' : '1',
          ...(career.death === undefined ? {} : { deathDate: career.death.on }),
        },
      ],
      [SHEP.labourRecord.serviceId]: spells.filter(({ spell }) => isLabourBookWork(spell)).map(workRow),
      [SHEP.equivalent.serviceId]: spells.filter(({ spell }) => isEquivalent(spell)).map(equivalentRow),
      [SHEP.contributions.serviceId]: spells.flatMap(({ spell, i }) =>
        contributionMonths(spell).map(({ year, month, amount, paid }): Row => ({
          year: String(year),
          month: String(month),
          employer: spell.employer,
          employerBin: `9901409900${String(i + 1).padStart(2, '0')}`,
          kindCode: 'OPV',
          income: String(amount),
          contribution: String(Math.round(amount / 10)),
          paid: String(paid),
        })),
      ),
      [SHEP.savings.serviceId]: (career.accounts ?? [])
        .filter((account) => account.country === 'KZ')
        .map((account) => ({
          accountKind: account.kind,
          balance: account.balance,
          currency: account.currency,
          asOf: account.asOf,
        })),
      [SHEP.deaths.serviceId]:
        career.death === undefined
          ? []
          : [{ iin, deathDate: career.death.on, registeredOn: career.death.registeredOn }],
    }),
  };
}

const KHUR_DOCUMENT = { labourBook: 'Хөдөлмөрийн дэвтэр', archive: 'Архивын лавлагаа' } as const;
const SHEP_DOCUMENT = { labourBook: 'LABOUR_BOOK', archive: 'ARCHIVE' } as const;

function isLabourBookWork(spell: Spell): boolean {
  return spell.activity === 'work' && Number(spell.from.slice(0, 4)) < CONTRIBUTIONS_FROM.KZ;
}

function isEquivalent(spell: Spell): boolean {
  return spell.activity === 'military' || spell.activity === 'study' || spell.activity === 'other';
}

function workRow({ spell, i }: { spell: Spell; i: number }): Row {
  return {
    employer: spell.employer,
    startDate: spell.from,
    endDate: spell.to,
    ...documentOf(spell, i),
    position: 'жұмысшы',
  };
}

function equivalentRow({ spell, i }: { spell: Spell; i: number }): Row {
  return {
    kindCode: typeOf(spell),
    institution: spell.employer,
    startDate: spell.from,
    endDate: spell.to,
    ...documentOf(spell, i),
  };
}

function documentOf(spell: Spell, index: number): Row {
  if (spell.document !== undefined) {
    return { documentCode: SHEP_DOCUMENT[spell.document], documentRef: documentRef(spell, index) };
  }
  return { documentCode: spell.activity === 'military' ? 'MILITARY_ID' : 'DIPLOMA' };
}

/** A whole sum as Java prints a double: `850000.0`, and from ten million on `1.25E7`. */
export function javaDouble(amount: number): string {
  if (amount < 10_000_000) return `${amount}.0`;
  const digits = String(amount);
  const fraction = digits.slice(1).replace(/0+$/, '');
  return `${digits.charAt(0)}.${fraction === '' ? '0' : fraction}E${digits.length - 1}`;
}

function withoutEmpty(services: Record<string, Row[]>): Record<string, Row[]> {
  return Object.fromEntries(Object.entries(services).filter(([, rows]) => rows.length > 0));
}
