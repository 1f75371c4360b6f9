/** Constructed residents of Kazakhstan with years in Mongolia: names by rule, numbers of the test range. */
import { addDays, day, formatDay } from '@urtuu/kernel';
import { constructIin, constructRegister } from '@urtuu/identity';
import type { InsuranceRecord } from '@urtuu/law';
import { KHUR, SHEP, type RegisterPeople } from '@urtuu/registers';
import type { ClaimInput } from '../contract.ts';
import type { TwoStates } from './two-states.fixture.ts';

export interface Resident {
  readonly iin: string;
  readonly regnum: string;
  readonly birthDate: string;
  readonly claim: ClaimInput;
  readonly KZ: RegisterPeople;
  readonly MN: RegisterPeople;
}

/** How the Mongolian register knows the person. */
export interface Known {
  /** own name in the Mongolian register; the same as in the claim unless stated */
  readonly firstname?: string;
  /** evidence of the years in Mongolia; a labour book unless stated */
  readonly evidence?: string;
}

/** The n-th resident; each has a birth date of its own, so no two share a number. */
export function resident(n: number, known: Known = {}): Resident {
  const born = addDays(day('1961-01-10'), n * 3);
  const birthDate = formatDay(born);
  const sex = 'male' as const;
  const iin = constructIin({ birthDate: born, sex }, n);
  const regnum = constructRegister({ birthDate: born, sex }, n);
  const record: InsuranceRecord = {
    version: 1,
    person: {
      identifiers: [
        { scheme: 'kz.iin', value: iin, country: 'KZ' },
        { scheme: 'mn.register', value: regnum, country: 'MN' },
      ],
      names: [
        { script: 'kk-Cyrl', family: 'Үлгі', given: 'Асан', patronymic: 'Үлгіұлы' },
        { script: 'mn-Cyrl', given: 'Асан', patronymic: 'Үлгі' },
      ],
      sex,
      birthDate,
      citizenships: ['KZ'],
      residence: 'KZ',
    },
    periods: [
      {
        id: 'c1',
        country: 'MN',
        from: '1983-04-01',
        to: '1992-03-31',
        type: '11',
        evidence: [{ kind: 'statement' }],
        certainty: 'claimed',
        precision: 'day',
        kind: 'compulsory',
      },
    ],
    earnings: [],
    accounts: [],
    benefits: [],
    counting: { bounds: 'inclusive', method: 'calendar' },
  };
  return {
    iin,
    regnum,
    birthDate,
    claim: { kind: 'oldAge', filedOn: '2026-03-02', record },
    KZ: {
      format: 'urtuu-register-people',
      version: 1,
      register: 'shep',
      people: [
        {
          key: iin,
          services: {
            [SHEP.person.serviceId]: [
              {
                iin,
                surname: 'Үлгі',
                name: 'Асан',
                patronymic: 'Үлгіұлы',
                surnameLatin: 'Ulgi',
                nameLatin: 'Asan',
                birthDate,
                genderCode: '1',
                citizenshipCode: 'KZ',
                lifeStatusCode: '0',
              },
            ],
            [SHEP.labourRecord.serviceId]: [
              {
                employer: 'Үлгі зауыты',
                startDate: '1992-06-01',
                endDate: '1997-12-31',
                documentCode: 'LABOUR_BOOK',
                documentRef: 'KZ-L-99-0001',
                position: 'жұмысшы',
              },
            ],
          },
        },
      ],
    },
    MN: {
      format: 'urtuu-register-people',
      version: 1,
      register: 'khur',
      people: [
        {
          key: regnum,
          services: {
            [KHUR.idCard.operation]: [
              {
                regnum,
                civilId: `99${birthDate.replaceAll('-', '')}01`,
                lastname: 'Үлгі',
                firstname: known.firstname ?? 'Асан',
                birthDate,
                gender: 'Эрэгтэй',
                nationality: 'Казах',
              },
            ],
            [KHUR.workHistory.operation]: [
              {
                lastname: 'Үлгі',
                firstname: known.firstname ?? 'Асан',
                orgName: 'Жишээ үйлдвэр',
                orgRegId: '9900001',
                aimagName: 'Баян-Өлгий',
                startDate: '1983-04-01',
                endDate: '1991-03-31',
                evidence: known.evidence ?? 'Хөдөлмөрийн дэвтэр',
                evidenceRef: 'MN-L-99-0001',
              },
            ],
          },
        },
      ],
    },
  };
}

/** Puts a resident into both registers. */
export function settleIn(states: TwoStates, person: Resident): void {
  states.KZ.register.load(person.KZ);
  states.MN.register.load(person.MN);
}
