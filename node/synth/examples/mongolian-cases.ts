import { EMPLOYER, type ExampleDefinition } from './example-definition.ts';

/** Residents of Mongolia: the case runs from Mongolia to Kazakhstan. */
export const MONGOLIAN_CASES: readonly ExampleDefinition[] = [
  {
    name: 'military-service',
    title: {
      en: 'Military service counts under the agreement',
      mn: 'Цэргийн алба хэлэлцээрээр тооцогдоно',
      kk: 'Әскери қызмет келісім бойынша есептеледі',
      ru: 'Военная служба засчитывается по соглашению',
      zh: '兵役期间依协定计入',
    },
    who: 'A man born in 1964 living in Mongolia: service, a mine, three years in Kazakhstan, then again insured in Mongolia from 2018.',
    shows:
      'Military service as a period counts under the agreement (never a military pension). With the hypothetical agreement he has 274 months and a full pension at 60; without it 204 months and only a proportional one.',
    byHand: [
      'MN service 1982-11-01 to 1985-10-31 = 36 (agreement); MN 1986-01-01 to 1994-12-31 = 108; KZ 1995-03-01 to 1997-12-31 = 34 (agreement); MN 2018-01 to 2025-12 = 96; together 274 months ≥ R(2026) = 267',
      'full years above 20: 2; rate 45 % + 2 × 1.5 % = 48 %',
      'average of 2021-01 to 2025-12: 2,400,000; × 48 % = 1,152,000 MNT per month (simulation; above the minimum 769,000)',
    ],
    person: {
      serial: 12,
      sex: 'male',
      birthDate: '1964-05-05',
      name: {
        mn: { given: 'Батболд', parent: 'Дорж' },
        kk: { family: 'Дорж', given: 'Батболд' },
      },
      citizenships: ['MN'],
      residence: 'MN',
      registered: ['MN', 'KZ'],
    },
    career: {
      spells: [
        {
          country: 'MN',
          activity: 'military',
          employer: 'Жишээ цэргийн анги',
          from: '1982-11-01',
          to: '1985-10-31',
          document: 'archive',
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.mine,
          from: '1986-01-01',
          to: '1994-12-31',
          document: 'labourBook',
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.railway,
          from: '1995-03-01',
          to: '1997-12-31',
          document: 'labourBook',
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.buildersMn,
          from: '2018-01-01',
          to: '2025-12-31',
          wages: [
            [2018, 1500000],
            [2021, 2400000],
          ],
        },
      ],
    },
    filedOn: '2026-09-02',
    decideOn: '2026-11-02',
    assumeInForceFrom: '2026-07-01',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'mn.full', outcome: 'eligible', amount: '1152000', route: 'mn.full.request' },
        { component: 'mn.proportional', outcome: 'notEligible' },
      ],
      total: { amount: '1152000', currency: 'MNT' },
    },
  },
  {
    name: 'mongolian-with-kazakh-years',
    title: {
      en: 'A resident of Mongolia with Kazakh years',
      mn: 'Казахстанд ажилласан жилтэй Монголын оршин суугч',
      kk: 'Қазақстанда жұмыс өтілі бар Моңғолия тұрғыны',
      ru: 'Жительница Монголии с казахстанским стажем',
      zh: '有哈萨克斯坦工龄的蒙古居民',
    },
    who: 'A woman born in 1969 who taught in Kazakhstan until 1997 and is insured in Mongolia since 2012.',
    shows:
      'The case runs the other way: Mongolia owns it, Kazakhstan answers from its own register through SHEP. The Kazakh years lift her from a proportional to a full pension (hypothetical agreement).',
    byHand: [
      'KZ 1988-09-01 to 1997-08-31 = 108 (agreement); MN 2012-07 to 2025-12 = 162; together 270 ≥ R(2026) = 267; she is 57 ≥ 55',
      'full years above 20: 2; rate 48 %; average of the best 60 months 1,900,000; × 48 % = 912,000 MNT per month (simulation)',
    ],
    person: {
      serial: 13,
      sex: 'female',
      birthDate: '1969-06-11',
      name: {
        mn: { given: 'Сарангэрэл', parent: 'Бат' },
        kk: { family: 'Бат', given: 'Сарангэрэл' },
      },
      citizenships: ['MN'],
      residence: 'MN',
      registered: ['MN', 'KZ'],
    },
    career: {
      spells: [
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.school,
          from: '1988-09-01',
          to: '1997-08-31',
          document: 'labourBook',
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.bakery,
          from: '2012-07-01',
          to: '2025-12-31',
          wages: [
            [2012, 700000],
            [2020, 1900000],
          ],
        },
      ],
    },
    filedOn: '2026-08-25',
    decideOn: '2026-11-02',
    assumeInForceFrom: '2026-07-01',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'mn.full', outcome: 'eligible', amount: '912000', route: 'mn.full.request' },
        { component: 'mn.proportional', outcome: 'notEligible' },
      ],
      total: { amount: '912000', currency: 'MNT' },
    },
  },
  {
    name: 'savings-to-export',
    title: {
      en: 'Savings of the accumulative fund to export',
      mn: 'Хуримтлалын сангийн мөнгийг шилжүүлэх',
      kk: 'Жинақтаушы қордан әкетілетін жинақ',
      ru: 'Вывоз накоплений из единого фонда',
      zh: '需转出的积累基金储蓄',
    },
    who: 'A man born in 1963 who worked in Kazakhstan until 2004, left savings in the accumulative fund and lives in Mongolia.',
    shows:
      'Kazakh years before 1998 are combined (hypothetical agreement); the years from 1998 are not: they live on as savings of 6,480,000 KZT, shown as an account, never aggregated and never pro-rated.',
    byHand: [
      'KZ 1985-02-01 to 1997-12-31 = 155 (agreement); KZ 1998 to 2004 left out; MN 2006-01 to 2017-12 = 144; together 299 ≥ 267',
      'full years above 20: 4; rate 45 % + 4 × 1.5 % = 51 %; average of 2013 to 2017 1,600,000; × 51 % = 816,000 MNT per month (simulation)',
    ],
    person: {
      serial: 14,
      sex: 'male',
      birthDate: '1963-01-20',
      name: {
        mn: { given: 'Ганбаатар', parent: 'Цэрэн' },
        kk: { family: 'Цэрэн', given: 'Ганбаатар' },
      },
      citizenships: ['MN'],
      residence: 'MN',
      registered: ['MN', 'KZ'],
    },
    career: {
      spells: [
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.factory,
          from: '1985-02-01',
          to: '2004-12-31',
          document: 'labourBook',
          wages: [[1998, 25000]],
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.buildersMn,
          from: '2006-01-01',
          to: '2017-12-31',
          wages: [
            [2006, 400000],
            [2013, 1600000],
          ],
        },
      ],
      accounts: [{ country: 'KZ', kind: 'uapf', balance: '6480000', currency: 'KZT', asOf: '2026-10-01' }],
    },
    filedOn: '2026-09-07',
    decideOn: '2026-11-02',
    assumeInForceFrom: '2026-07-01',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'mn.full', outcome: 'eligible', amount: '816000', route: 'mn.full.request' },
        { component: 'mn.proportional', outcome: 'notEligible' },
      ],
      total: { amount: '816000', currency: 'MNT' },
    },
  },
  {
    name: 'filed-in-wrong-state',
    title: {
      en: 'A claim filed in the wrong state',
      mn: 'Буруу улсад гаргасан өргөдөл',
      kk: 'Басқа мемлекетте берілген өтініш',
      ru: 'Заявление, поданное не в том государстве',
      zh: '在错误的国家提出的申请',
    },
    who: 'A man born in 1965, resident of Mongolia, who filed with the Kazakh institution on 2026-03-02 while visiting his children.',
    shows:
      'Kazakhstan forwards the claim; the day it was filed there is kept, and Mongolia decides as of that day.',
    byHand: [
      'MN 1986-02-01 to 1994-12-31 = 107; 1995-01 to 2003-12 = 108; 2009-01 to 2025-12 = 204; together 419 ≥ R(2026) = 267; KZ 2004 to 2008 left out',
      'full years above 20: 14; rate 45 % + 14 × 1.5 % = 66 %; average of 2021 to 2025 1,400,000; × 66 % = 924,000 MNT per month from 2026-03-02',
    ],
    person: {
      serial: 15,
      sex: 'male',
      birthDate: '1965-09-14',
      name: {
        mn: { given: 'Жаргал', parent: 'Ёндон' },
        kk: { family: 'Ёндон', given: 'Жаргал' },
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
          employer: EMPLOYER.woolMill,
          from: '1986-02-01',
          to: '2003-12-31',
          document: 'labourBook',
          wages: [[1995, 20000]],
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.company,
          from: '2004-01-01',
          to: '2008-12-31',
          wages: [[2004, 45000]],
        },
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.buildersMn,
          from: '2009-01-01',
          to: '2025-12-31',
          wages: [
            [2009, 450000],
            [2021, 1400000],
          ],
        },
      ],
    },
    filedIn: 'KZ',
    filedOn: '2026-03-02',
    decideOn: '2026-03-02',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'mn.full', outcome: 'eligible', amount: '924000', route: 'mn.full.request' },
        { component: 'mn.proportional', outcome: 'notEligible' },
      ],
      total: { amount: '924000', currency: 'MNT' },
    },
  },
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
