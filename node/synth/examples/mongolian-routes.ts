import { EMPLOYER, type ExampleDefinition } from './example-definition.ts';

/** The ways into a full Mongolian pension that need no foreign years. */
export const MONGOLIAN_ROUTES: readonly ExampleDefinition[] = [
  {
    name: 'mother-of-four',
    title: {
      en: 'A mother of four children',
      mn: 'Дөрвөн хүүхдийн эх',
      kk: 'Төрт баланың анасы',
      ru: 'Мать четверых детей',
      zh: '四个孩子的母亲',
    },
    who: 'A woman born in 1975 with four children, insured in Mongolia from 1999 to 2021, one year in Kazakhstan before.',
    shows:
      'Mothers of four or more children may take the full pension at 50 with twenty years of record (flag mn.mother4Age); the Kazakh year is not needed and, without the agreement, not counted.',
    byHand: [
      'MN 1999-01 to 2021-12 = 276 months ≥ 240; she is 51 ≥ 50; four children',
      'full years above 20: 3; rate 45 % + 3 × 1.5 % = 49.5 %; average of 2017 to 2021 1,700,000; × 49.5 % = 841,500 MNT per month',
    ],
    person: {
      serial: 16,
      sex: 'female',
      birthDate: '1975-04-18',
      name: {
        mn: { given: 'Оюунчимэг', parent: 'Ганболд' },
        kk: { family: 'Ганболд', given: 'Оюунчимэг' },
      },
      citizenships: ['MN'],
      residence: 'MN',
      registered: ['MN', 'KZ'],
      children: ['1998-03-02', '2000-07-19', '2003-11-05', '2008-01-28'],
    },
    career: {
      spells: [
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.school,
          from: '1996-09-01',
          to: '1997-08-31',
          document: 'labourBook',
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.bakery,
          from: '1999-01-01',
          to: '2021-12-31',
          wages: [
            [1999, 60000],
            [2010, 500000],
            [2017, 1700000],
          ],
        },
      ],
    },
    filedOn: '2026-09-09',
    decideOn: '2026-11-02',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'mn.full', outcome: 'eligible', amount: '841500', route: 'mn.full.mother' },
        { component: 'mn.proportional', outcome: 'notEligible' },
      ],
      total: { amount: '841500', currency: 'MNT' },
    },
  },
  {
    name: 'herder',
    title: {
      en: 'A herder with voluntary insurance',
      mn: 'Сайн дурын даатгалтай малчин',
      kk: 'Ерікті сақтандырылған малшы',
      ru: 'Скотовод с добровольным страхованием',
      zh: '自愿参保的牧民',
    },
    who: 'A herder born in 1970, voluntarily insured for twenty years; the Kazakh register knows him but holds no periods.',
    shows:
      'Herders may retire at 55 with twenty years, fifteen of them herding (table of 2018, flag mn.herderTable). Kazakhstan answers at once that it has no periods. The computed sum is below the minimum pension, so the minimum is owed.',
    byHand: [
      'herding 2004-01 to 2023-12 = 240 months ≥ 240, of it herding 240 ≥ 180; he is 56 ≥ 55',
      'rate 45 %; average of 2019 to 2023 1,000,000; 450,000 is below the minimum full pension 769,000: 769,000 MNT per month',
    ],
    person: {
      serial: 17,
      sex: 'male',
      birthDate: '1970-02-14',
      name: {
        mn: { given: 'Хуандаг', parent: 'Шаяхмет' },
        kk: { family: 'Шаяхмет', given: 'Қуандық', patronymic: 'Шаяхметұлы' },
      },
      citizenships: ['MN'],
      residence: 'MN',
      registered: ['MN', 'KZ'],
    },
    career: {
      spells: [
        {
          country: 'MN',
          activity: 'herding',
          employer: 'Малчин өрх',
          from: '2004-01-01',
          to: '2023-12-31',
          wages: [
            [2004, 60000],
            [2013, 400000],
            [2019, 1000000],
          ],
        },
      ],
    },
    filedOn: '2026-09-14',
    decideOn: '2026-11-02',
    journey: { anyPeriods: false },
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'mn.full', outcome: 'eligible', amount: '769000', route: 'mn.full.herder' },
        { component: 'mn.proportional', outcome: 'notEligible' },
      ],
      total: { amount: '769000', currency: 'MNT' },
    },
  },
  {
    name: 'full-mongolian-pension-2026',
    title: {
      en: 'A full Mongolian pension in 2026',
      mn: '2026 оны бүрэн тэтгэвэр',
      kk: '2026 жылғы толық моңғол зейнетақысы',
      ru: 'Полная монгольская пенсия в 2026 году',
      zh: '2026年的蒙古全额养老金',
    },
    who: 'A man born in 1966 with a whole working life in Mongolia, labour book before 1995 and contributions since.',
    shows:
      'The ordinary case: no foreign years are needed. R(2026) is 22 years 3 months; every full year above twenty adds 1.5 points.',
    byHand: [
      'labour book 1987-09-01 to 1994-12-31 = 88; contributions 1995-01 to 2026-07 = 379; together 467 ≥ 267; he is 60',
      'full years above 20: 18; rate 45 % + 18 × 1.5 % = 72 %; average of the last 60 months 2,000,000; × 72 % = 1,440,000 MNT per month',
    ],
    person: {
      serial: 18,
      sex: 'male',
      birthDate: '1966-08-30',
      name: {
        mn: { given: 'Энхбаяр', parent: 'Сүхбат' },
        kk: { family: 'Сухбат', given: 'Энхбаяр' },
      },
      citizenships: ['MN'],
      residence: 'MN',
      registered: ['MN', 'KZ'],
    },
    career: {
      spells: [
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.mine,
          from: '1987-09-01',
          to: '2026-07-31',
          document: 'labourBook',
          wages: [
            [1995, 15000],
            [2005, 200000],
            [2015, 1200000],
            [2021, 2000000],
          ],
        },
      ],
    },
    filedOn: '2026-09-03',
    decideOn: '2026-11-02',
    journey: { anyPeriods: false },
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'mn.full', outcome: 'eligible', amount: '1440000', route: 'mn.full.request' },
        { component: 'mn.proportional', outcome: 'notEligible' },
      ],
      total: { amount: '1440000', currency: 'MNT' },
    },
  },
];
