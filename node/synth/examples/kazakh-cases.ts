import { EMPLOYER, type ExampleDefinition } from './example-definition.ts';

/** Residents of Kazakhstan with years on both sides. */
export const KAZAKH_CASES: readonly ExampleDefinition[] = [
  {
    name: 'periods-across-1998',
    title: {
      en: 'Periods across 1998 in both states',
      mn: '1998 оныг дамнасан хугацаа хоёр улсад',
      kk: 'Екі мемлекетте 1998 жылдан асқан кезеңдер',
      ru: 'Периоды через 1998 год в обоих государствах',
      zh: '两国跨越1998年的缴费期间',
    },
    who: 'A Kazakh citizen born in 1962 who drove lorries in Kazakhstan, then in Mongolia from 1990 to 1999, then again in Kazakhstan.',
    shows:
      'Every period is cut at 1998-01-01. Mongolian days before the cut are combined (hypothetical agreement); those of 1998 and 1999 stay in the Mongolian record. Kazakh days from 1998 count only with contributions.',
    byHand: [
      'KZ 1984-08-01 to 1990-03-31 = 68 months; MN 1990-04-01 to 1997-12-31 = 93 months; W = 161',
      'rate 60 % × 161 / 300 = 32.2 %; solidarity 200,000 × 32.2 % = 64,400',
      'n: 68 + contributions 2001-01 to 2020-12 (240) = 308 months = 25 years; base 50,851 × 100 % = 50,851',
      'total 115,251 KZT per month (simulation)',
    ],
    person: {
      serial: 5,
      sex: 'male',
      birthDate: '1962-07-20',
      name: {
        mn: { given: 'Болат', parent: 'Кабыл' },
        kk: { family: 'Қабыл', given: 'Болат', patronymic: 'Қабылұлы' },
      },
      citizenships: ['KZ'],
      residence: 'KZ',
      registered: ['KZ', 'MN'],
    },
    career: {
      spells: [
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.depot,
          from: '1984-08-01',
          to: '1990-03-31',
          document: 'labourBook',
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.buildersMn,
          from: '1990-04-01',
          to: '1999-12-31',
          document: 'labourBook',
          wages: [
            [1995, 14000],
            [1998, 30000],
          ],
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.company,
          from: '2001-01-01',
          to: '2020-12-31',
          wages: [
            [2001, 20000],
            [2008, 60000],
            [2015, 200000],
          ],
        },
      ],
    },
    filedOn: '2026-09-10',
    decideOn: '2026-11-02',
    assumeInForceFrom: '2026-07-01',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '50851' },
        { component: 'kz.solidarity', outcome: 'eligible', amount: '64400' },
      ],
      total: { amount: '115251', currency: 'KZT' },
    },
  },
  {
    name: 'study-overlapping-work',
    title: {
      en: 'Study overlapping work',
      mn: 'Ажилтай давхацсан суралцсан хугацаа',
      kk: 'Жұмыспен қабаттасқан оқу',
      ru: 'Учёба, совпавшая с работой',
      zh: '学习期间与工作期间重叠',
    },
    who: 'A man born in 1963 who studied from 1981 to 1986 and already worked from 1983; later two years in Mongolia.',
    shows:
      'Each calendar day counts once: where study and work hold the same day, work goes before the equivalent period. The two Mongolian years do not count, because the agreement is not in force and he is no kandas.',
    byHand: [
      'study alone 1981-09-01 to 1983-02-28 = 18 months; work 1983-03-01 to 1996-12-31 = 166 months; W = 184',
      'rate 60 % × 184 / 300 = 36.8 %; solidarity 150,000 × 36.8 % = 55,200',
      'n: 184 + contributions 2000-01 to 2015-12 (192) = 376 months = 31 years; base 50,851 × 112 % = 56,953.12, rounded up 56,954',
      'total 112,154 KZT per month',
    ],
    person: {
      serial: 6,
      sex: 'male',
      birthDate: '1963-02-10',
      name: {
        mn: { given: 'Кайрат', parent: 'Жумабек' },
        kk: { family: 'Жұмабек', given: 'Қайрат', patronymic: 'Жұмабекұлы' },
      },
      citizenships: ['KZ'],
      residence: 'KZ',
      registered: ['KZ', 'MN'],
    },
    career: {
      spells: [
        {
          country: 'KZ',
          activity: 'study',
          employer: EMPLOYER.college,
          from: '1981-09-01',
          to: '1986-06-30',
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.factory,
          from: '1983-03-01',
          to: '1996-12-31',
          document: 'labourBook',
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.buildersMn,
          from: '1997-01-01',
          to: '1998-12-31',
          wages: [[1997, 40000]],
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.company,
          from: '2000-01-01',
          to: '2015-12-31',
          wages: [
            [2000, 18000],
            [2012, 150000],
          ],
        },
      ],
    },
    filedOn: '2026-10-05',
    decideOn: '2026-11-02',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '56954' },
        { component: 'kz.solidarity', outcome: 'eligible', amount: '55200' },
      ],
      total: { amount: '112154', currency: 'KZT' },
    },
  },
  {
    name: 'double-work-same-days',
    title: {
      en: 'Work in both states on the same days',
      mn: 'Нэг өдрүүдэд хоёр улсад ажилласан',
      kk: 'Бір күндерде екі мемлекетте жұмыс істеген',
      ru: 'Работа в обоих государствах в одни и те же дни',
      zh: '同日在两国工作',
    },
    who: 'A railwayman born in 1961 who kept his Kazakh post while he already worked across the border in 1994 and 1995.',
    shows:
      'The same day in both states counts once: the awarding state’s own day goes before the foreign one, and the trace names the period that took it (flag kzmn.overlap).',
    byHand: [
      'KZ 1988-01-01 to 1995-12-31 = 96 months; MN 1994-07-01 to 1997-12-31, of it free of KZ days 1996-01-01 to 1997-12-31 = 24 months; W = 120',
      'rate 60 % × 120 / 300 = 24 %; solidarity 210,000 × 24 % = 50,400',
      'n: 96 + contributions 2005-01 to 2024-12 (240) = 336 months = 28 years; base 50,851 × 106 % = 53,902.06, rounded up 53,903',
      'total 104,303 KZT per month (simulation)',
    ],
    person: {
      serial: 9,
      sex: 'male',
      birthDate: '1961-06-30',
      name: {
        mn: { given: 'Марат', parent: 'Оспан' },
        kk: { family: 'Оспан', given: 'Марат', patronymic: 'Оспанұлы' },
      },
      citizenships: ['KZ'],
      residence: 'KZ',
      registered: ['KZ', 'MN'],
    },
    career: {
      spells: [
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.railway,
          from: '1988-01-01',
          to: '1995-12-31',
          document: 'labourBook',
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.mine,
          from: '1994-07-01',
          to: '1997-12-31',
          document: 'labourBook',
          wages: [[1995, 16000]],
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.company,
          from: '2005-01-01',
          to: '2024-12-31',
          wages: [
            [2005, 60000],
            [2020, 210000],
          ],
        },
      ],
    },
    filedOn: '2026-09-21',
    decideOn: '2026-11-02',
    assumeInForceFrom: '2026-07-01',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '53903' },
        { component: 'kz.solidarity', outcome: 'eligible', amount: '50400' },
      ],
      total: { amount: '104303', currency: 'KZT' },
    },
  },
  {
    name: 'unknown-period-code',
    title: {
      en: 'A period code nobody knows is carried',
      mn: 'Үл мэдэх хугацааны код хадгалагдана',
      kk: 'Белгісіз кезең коды сақталады',
      ru: 'Неизвестный код периода сохраняется',
      zh: '未知的期间代码被保留',
    },
    who: 'A man born in 1962 whose Kazakh register holds a period of type “77”, which no code list explains.',
    shows:
      'The code is carried unchanged from the register to the certificate and the decision, flagged, shown in the trace and not counted; nothing is emptied and nothing is guessed.',
    byHand: [
      'KZ 1985-01-01 to 1995-12-31 = 132 months; MN 1996-01 to 1997-12 = 24 months (hypothetical agreement); W = 156; the period of code 77 is left out',
      'rate 60 % × 156 / 300 = 31.2 %; solidarity 130,000 × 31.2 % = 40,560',
      'n: 132 + contributions 1999-01 to 2016-12 (216) = 348 months = 29 years; base 50,851 × 108 % = 54,919.08, rounded up 54,920',
      'total 95,480 KZT per month (simulation)',
    ],
    person: {
      serial: 10,
      sex: 'male',
      birthDate: '1962-05-20',
      name: {
        mn: { given: 'Данияр', parent: 'Касым' },
        kk: { family: 'Қасым', given: 'Данияр', patronymic: 'Қасымұлы' },
      },
      citizenships: ['KZ'],
      residence: 'KZ',
      registered: ['KZ', 'MN'],
    },
    career: {
      spells: [
        {
          country: 'KZ',
          activity: 'other',
          code: '77',
          employer: 'Үлгі ерікті жасағы',
          from: '1983-09-01',
          to: '1984-12-31',
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.factory,
          from: '1985-01-01',
          to: '1995-12-31',
          document: 'labourBook',
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.buildersMn,
          from: '1996-01-01',
          to: '1997-12-31',
          wages: [[1996, 20000]],
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.company,
          from: '1999-01-01',
          to: '2016-12-31',
          wages: [
            [1999, 15000],
            [2013, 130000],
          ],
        },
      ],
    },
    filedOn: '2026-09-30',
    decideOn: '2026-11-02',
    assumeInForceFrom: '2026-07-01',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '54920' },
        { component: 'kz.solidarity', outcome: 'eligible', amount: '40560' },
      ],
      total: { amount: '95480', currency: 'KZT' },
    },
  },
];
