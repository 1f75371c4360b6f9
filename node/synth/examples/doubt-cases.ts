import { EMPLOYER, type ExampleDefinition } from './example-definition.ts';

/** Cases in which a human must look, or a fact is missing. */
export const DOUBT_CASES: readonly ExampleDefinition[] = [
  {
    name: 'uncertain-identity',
    title: {
      en: 'Names that differ by script and grammar',
      mn: 'Бичиг, хэлбэрээрээ зөрсөн нэр',
      kk: 'Жазуы мен тұлғасы бойынша өзгеше есімдер',
      ru: 'Имена, различающиеся письменностью и формой',
      zh: '姓名因文字和语法形式而不同',
    },
    who: 'A kandas born in 1961 whose claim states only the Kazakh form «Мәулен Серік Мәуленұлы»; the Mongolian register writes «Мауленийн Серик».',
    shows:
      'Number, birth date and sex agree, but the names are equal only after taking off the Mongolian genitive and the Kazakh -ұлы. Mongolia does not answer by itself: a clerk sets both sides next to each other and decides.',
    byHand: [
      'W: 1981-07-01 to 1992-06-30 = 11y = 132 months (Art 208); rate 60 % × 132 / 300 = 26.4 %',
      'solidarity 165,000 × 26.4 % = 43,560',
      'n: 132 + contributions 2009-01 to 2021-12 (156) = 288 months = 24 years; base 50,851 × 98 % rounded up 49,834',
      'total 93,394 KZT per month',
    ],
    person: {
      serial: 3,
      sex: 'male',
      birthDate: '1961-11-09',
      name: {
        mn: { given: 'Серик', parent: 'Мауленийн' },
        kk: { family: 'Мәулен', given: 'Серік', patronymic: 'Мәуленұлы' },
      },
      citizenships: ['KZ'],
      residence: 'KZ',
      registered: ['KZ', 'MN'],
      kandasSince: '2008-03-01',
      claimNames: ['kk'],
    },
    career: {
      spells: [
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.mine,
          from: '1981-07-01',
          to: '1992-06-30',
          document: 'labourBook',
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.depot,
          from: '2009-01-01',
          to: '2021-12-31',
          wages: [
            [2009, 70000],
            [2018, 165000],
          ],
        },
      ],
    },
    filedOn: '2026-08-20',
    decideOn: '2026-11-02',
    between: [
      {
        do: 'resolveTask',
        at: 'MN',
        task: 'identityDoubt',
        outcome: 'samePerson',
        note: 'Same number, birth date and sex; the names differ by script and grammar only.',
      },
    ],
    journey: { automaticAnswer: false, tasks: ['identityDoubt'] },
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '49834' },
        { component: 'kz.solidarity', outcome: 'eligible', amount: '43560' },
      ],
      total: { amount: '93394', currency: 'KZT' },
    },
  },
  {
    name: 'archive-evidence-only',
    title: {
      en: 'Archive evidence only',
      mn: 'Зөвхөн архивын баримттай',
      kk: 'Тек мұрағат құжаттары бар',
      ru: 'Только архивные подтверждения',
      zh: '仅有档案证据',
    },
    who: 'A Mongolian citizen born in 1962 living in Kazakhstan, whose labour book was lost; an archive certificate proves his years at a Mongolian mill.',
    shows:
      'Work proved by an archive certificate alone is “reconstructed”. Mongolia does not certify it by itself: a clerk looks at the certificate and accepts it, then the certificate goes out.',
    byHand: [
      'W: 1983-04-01 to 1991-03-31 = 8y = 96 months (hypothetical agreement); rate 60 % × 96 / 300 = 19.2 %',
      'solidarity 140,000 × 19.2 % = 26,880',
      'n: contributions 2005-01 to 2019-12 = 180 months = 15 years; base 50,851 × 80 % = 40,680.8, rounded up 40,681',
      'total 67,561 KZT per month (simulation)',
    ],
    person: {
      serial: 7,
      sex: 'male',
      birthDate: '1962-02-02',
      name: {
        mn: { given: 'Мурат', parent: 'Самат' },
        kk: { family: 'Самат', given: 'Мұрат', patronymic: 'Саматұлы' },
      },
      citizenships: ['MN'],
      residence: 'KZ',
      registered: ['KZ', 'MN'],
    },
    career: {
      spells: [
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.woolMill,
          from: '1983-04-01',
          to: '1991-03-31',
          document: 'archive',
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.company,
          from: '2005-01-01',
          to: '2019-12-31',
          wages: [
            [2005, 50000],
            [2014, 140000],
          ],
        },
      ],
    },
    filedOn: '2026-07-28',
    decideOn: '2026-11-02',
    assumeInForceFrom: '2026-07-01',
    between: [
      {
        do: 'resolveTask',
        at: 'MN',
        task: 'evidenceDoubt',
        outcome: 'acceptEvidence',
        note: 'Archive certificate seen; employer, dates and person agree.',
      },
    ],
    journey: { automaticAnswer: false, tasks: ['evidenceDoubt'] },
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '40681' },
        { component: 'kz.solidarity', outcome: 'eligible', amount: '26880' },
      ],
      total: { amount: '67561', currency: 'KZT' },
    },
  },
  {
    name: 'income-base-missing',
    title: {
      en: 'One fact missing: income earned only abroad',
      mn: 'Нэг баримт дутуу: орлого зөвхөн гадаадад',
      kk: 'Бір дерек жетпейді: табыс тек шетелде алынған',
      ru: 'Не хватает одного факта: доход только за рубежом',
      zh: '缺少一项事实：收入仅来自国外',
    },
    who: 'A woman born in 1964, kandas since 2015, who worked only in Mongolia.',
    shows:
      'Her record is recognised, so a solidarity pension is due, but on which income is an open question of the agreement and of Art 208 (flag kzmn.incomeBase). The engine answers “undetermined” and names the missing fact; the base pension is computed all the same. Unknown is never zero.',
    byHand: [
      'W: 1984-03-01 to 1997-12-31 by labour book = 13y 10m = 166 months ≥ 6: entitled, but the average income is unknown',
      'n: 166 months = 13 full years; base 50,851 × 76 % = 38,646.76, rounded up 38,647',
      'no total while one component is undetermined',
    ],
    person: {
      serial: 4,
      sex: 'female',
      birthDate: '1964-10-05',
      name: {
        mn: { given: 'Айгүл', parent: 'Сагын' },
        kk: { family: 'Сағын', given: 'Айгүл', patronymic: 'Сағынқызы' },
      },
      citizenships: ['KZ'],
      residence: 'KZ',
      registered: ['KZ', 'MN'],
      kandasSince: '2015-06-18',
    },
    career: {
      spells: [
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.bakery,
          from: '1984-03-01',
          to: '1997-12-31',
          document: 'labourBook',
          wages: [[1995, 11000]],
        },
      ],
    },
    filedOn: '2026-09-01',
    decideOn: '2026-11-02',
    expected: {
      outcome: 'undetermined',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '38647' },
        { component: 'kz.solidarity', outcome: 'undetermined' },
      ],
      missing: ['kzmn.incomeBase'],
    },
  },
];
