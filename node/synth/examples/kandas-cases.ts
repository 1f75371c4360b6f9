import { EMPLOYER, type ExampleDefinition } from './example-definition.ts';
import type { Career } from '../career.ts';
import type { ConstructedPerson } from '../constructed-person.ts';

const nurlan: ConstructedPerson = {
  serial: 1,
  sex: 'male',
  birthDate: '1962-03-15',
  name: {
    mn: { given: 'Нурлан', parent: 'Ахмет' },
    kk: { family: 'Ахмет', given: 'Нұрлан', patronymic: 'Ахметұлы' },
  },
  citizenships: ['KZ'],
  residence: 'KZ',
  registered: ['KZ', 'MN'],
  kandasSince: '2012-05-10',
};

const nurlansLife: Career = {
  spells: [
    {
      country: 'MN',
      activity: 'work',
      employer: EMPLOYER.woolMill,
      from: '1982-09-01',
      to: '1991-08-31',
      document: 'labourBook',
    },
    {
      country: 'MN',
      activity: 'work',
      employer: EMPLOYER.bakery,
      from: '1991-09-01',
      to: '1994-12-31',
      document: 'labourBook',
    },
    {
      country: 'MN',
      activity: 'work',
      employer: EMPLOYER.buildersMn,
      from: '1995-01-01',
      to: '2011-12-31',
      wages: [
        [1995, 12000],
        [2003, 90000],
        [2009, 350000],
      ],
    },
    {
      country: 'KZ',
      activity: 'work',
      employer: EMPLOYER.company,
      from: '2013-01-01',
      to: '2025-02-28',
      wages: [
        [2013, 90000],
        [2020, 180000],
      ],
    },
  ],
};

/** Ethnic Kazakhs who came from Mongolia to Kazakhstan for permanent residence. */
export const KANDAS_CASES: readonly ExampleDefinition[] = [
  {
    name: 'kandas-without-treaty',
    title: {
      en: 'A kandas without the agreement',
      mn: 'Хэлэлцээргүйгээр: Казахстанд нүүж очсон кандас',
      kk: 'Келісімсіз: Қазақстанға көшіп келген қандас',
      ru: 'Кандас без применения соглашения',
      zh: '未适用协定的回归同胞（坎达斯）',
    },
    who: 'A man born in 1962 who worked in Bayan-Ölgii until 2011, came to Kazakhstan as a kandas in 2012 and paid contributions there from 2013.',
    shows:
      'The agreement is not in force, so only Kazakhstan’s own recognition of a kandas’ record (Social Code Art 208) counts: Mongolian work before 1998 with a labour book. The contribution months of 1995–1997 are in the Mongolian register without a labour book and stay out.',
    byHand: [
      'W: 1982-09-01 to 1994-12-31 by labour book, recognised under Art 208 = 12y 4m = 148 months; N = 300',
      'rate 60 % × 148 / 300 = 29.6 %; average of the best 36 months 180,000 (cap 55 × 4,325 = 237,875 not reached)',
      'solidarity 180,000 × 29.6 % = 53,280',
      'n: 148 + contributions 2013-01 to 2025-02 (146 months) = 294 months = 24 full years',
      'base 50,851 × (70 % + 2 × 14 %) = 50,851 × 98 % = 49,833.98, rounded up 49,834',
      'total 103,114 KZT per month',
    ],
    person: nurlan,
    career: nurlansLife,
    filedOn: '2026-09-15',
    decideOn: '2026-11-02',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '49834' },
        { component: 'kz.solidarity', outcome: 'eligible', amount: '53280' },
      ],
      total: { amount: '103114', currency: 'KZT' },
    },
  },
  {
    name: 'kandas-with-treaty',
    title: {
      en: 'The same kandas if the agreement were in force',
      mn: 'Хэлэлцээр хүчинтэй байсан бол: мөн л кандас',
      kk: 'Келісім күшінде болса: сол қандас',
      ru: 'Тот же кандас, если бы соглашение действовало',
      zh: '假设协定已生效：同一位坎达斯',
    },
    who: 'A man with the same life as in kandas-without-treaty.',
    shows:
      'A what-if with a hypothetical entry into force on 2026-07-01, marked as a simulation: the agreement also combines the insured months 1995–1997 that Mongolia certifies from its register. They lengthen the solidarity record; for the base pension they do not count (flag kzmn.basePension).',
    byHand: [
      'W: 148 months (Art 208) + 1995-01 to 1997-12 certified by Mongolia (36 months, agreement) = 184 months',
      'rate 60 % × 184 / 300 = 36.8 %; solidarity 180,000 × 36.8 % = 66,240',
      'n without the months of the agreement: 148 + 146 = 294 months = 24 full years; base 49,834 as before',
      'total 116,074 KZT per month (simulation)',
    ],
    person: {
      ...nurlan,
      serial: 2,
      name: {
        mn: { given: 'Ерлан', parent: 'Ахмет' },
        kk: { family: 'Ахмет', given: 'Ерлан', patronymic: 'Ахметұлы' },
      },
    },
    career: nurlansLife,
    filedOn: '2026-09-15',
    decideOn: '2026-11-02',
    assumeInForceFrom: '2026-07-01',
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '49834' },
        { component: 'kz.solidarity', outcome: 'eligible', amount: '66240' },
      ],
      total: { amount: '116074', currency: 'KZT' },
    },
  },
];
