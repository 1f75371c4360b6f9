import { EMPLOYER, type ExampleDefinition } from './example-definition.ts';

/** Cases in which something comes between claim and decision, or nothing is due. */
export const EVENT_CASES: readonly ExampleDefinition[] = [
  {
    name: 'death-before-decision',
    title: {
      en: 'A death between claim and decision',
      mn: 'Өргөдөл ба шийдвэрийн хооронд нас барсан',
      kk: 'Өтініш пен шешім арасындағы қайтыс болу',
      ru: 'Смерть между заявлением и решением',
      zh: '申请与决定之间去世',
    },
    who: 'A man born in 1962 who filed on 2026-08-03 and died on 2026-09-20, before anything was decided.',
    shows:
      'The register of deaths reports it while the case is open; a clerk sees it, the other state is told, and the pension is owed from the claim to the day of death only.',
    byHand: [
      'W: 1986-01-01 to 1997-12-31 = 144 months; rate 60 % × 144 / 300 = 28.8 %; solidarity 190,000 × 28.8 % = 54,720',
      'n: 144 + contributions 1998-01 to 2018-12 (252) = 396 months = 33 years; base 50,851 × 116 % = 58,987.16, rounded up 58,988',
      'total 113,708 KZT per month from 2026-08-03 until 2026-09-20',
    ],
    person: {
      serial: 8,
      sex: 'male',
      birthDate: '1962-12-01',
      name: {
        mn: { given: 'Аскар', parent: 'Темир' },
        kk: { family: 'Темір', given: 'Асқар', patronymic: 'Темірұлы' },
      },
      citizenships: ['KZ'],
      residence: 'KZ',
      registered: ['KZ', 'MN'],
    },
    career: {
      spells: [
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.buildersMn,
          from: '1984-01-01',
          to: '1985-12-31',
          document: 'labourBook',
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.railway,
          from: '1986-01-01',
          to: '2018-12-31',
          document: 'labourBook',
          wages: [
            [1998, 20000],
            [2006, 60000],
            [2013, 190000],
          ],
        },
      ],
    },
    later: {
      at: 'KZ',
      career: {
        spells: [
          {
            country: 'MN',
            activity: 'work',
            employer: EMPLOYER.buildersMn,
            from: '1984-01-01',
            to: '1985-12-31',
            document: 'labourBook',
          },
          {
            country: 'KZ',
            activity: 'work',
            employer: EMPLOYER.railway,
            from: '1986-01-01',
            to: '2018-12-31',
            document: 'labourBook',
            wages: [
              [1998, 20000],
              [2006, 60000],
              [2013, 190000],
            ],
          },
        ],
        death: { on: '2026-09-20', registeredOn: '2026-09-24' },
      },
    },
    filedOn: '2026-08-03',
    decideOn: '2026-08-03',
    between: [
      { do: 'changeRegister', at: 'KZ', file: 'register.kz.later.json' },
      {
        do: 'resolveTask',
        at: 'KZ',
        task: 'deathReported',
        outcome: 'done',
        note: 'Death seen in the register; the heirs are informed.',
      },
      {
        do: 'resolveTask',
        at: 'MN',
        task: 'deathReported',
        outcome: 'done',
        note: 'Told by Kazakhstan; noted on the case.',
      },
    ],
    journey: { tasks: ['deathReported'] },
    expected: {
      outcome: 'eligible',
      components: [
        { component: 'kz.base', outcome: 'eligible', amount: '58988' },
        { component: 'kz.solidarity', outcome: 'eligible', amount: '54720' },
      ],
      total: { amount: '113708', currency: 'KZT' },
      until: '2026-09-20',
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
    name: 'young-not-eligible',
    title: {
      en: 'Too young: not eligible yet',
      mn: 'Нас хүрээгүй: эрх үүсээгүй',
      kk: 'Жасы жетпеген: құқық әлі жоқ',
      ru: 'Возраст не достигнут: права пока нет',
      zh: '未达年龄：尚无资格',
    },
    who: 'A man born in 1991 who worked two years in Mongolia and since 2014 in Kazakhstan.',
    shows:
      'A refusal that explains itself: the age in force, the day on which it will be reached, and that no solidarity pension can arise any more for someone without work before 1998.',
    byHand: ['pension age for men 63: reached on 2054-05-05; on 2026-11-02 he is 35', 'no component is due'],
    person: {
      serial: 11,
      sex: 'male',
      birthDate: '1991-05-05',
      name: {
        mn: { given: 'Алмас', parent: 'Бекен' },
        kk: { family: 'Бекен', given: 'Алмас', patronymic: 'Бекенұлы' },
      },
      citizenships: ['KZ'],
      residence: 'KZ',
      registered: ['KZ', 'MN'],
    },
    career: {
      spells: [
        {
          country: 'MN',
          activity: 'work',
          employer: EMPLOYER.buildersMn,
          from: '2012-01-01',
          to: '2013-12-31',
          wages: [[2012, 600000]],
        },
        {
          country: 'KZ',
          activity: 'work',
          employer: EMPLOYER.company,
          from: '2014-01-01',
          to: '2026-08-31',
          wages: [
            [2014, 110000],
            [2022, 320000],
          ],
        },
      ],
    },
    filedOn: '2026-09-18',
    decideOn: '2026-11-02',
    expected: {
      outcome: 'notEligible',
      components: [
        { component: 'kz.base', outcome: 'notEligible' },
        { component: 'kz.solidarity', outcome: 'notEligible' },
      ],
    },
  },
];
