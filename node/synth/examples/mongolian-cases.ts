import { EMPLOYER, type ExampleDefinition } from './example-definition.ts';

/** Residents of Mongolia with Kazakh years: the case runs from Mongolia to Kazakhstan. */
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
];
