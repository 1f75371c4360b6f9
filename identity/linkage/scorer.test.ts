import { day } from '@urtuu/kernel';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { constructIin } from '../identifiers/kazakh-number.ts';
import { constructRegister } from '../identifiers/mongolian-number.ts';
import { CORRIDOR_MODEL } from './generated/corridor-model.ts';
import { useOf } from './link.ts';
import { tableOf } from './linkage.fixture.ts';
import { versionOf, type LinkModel } from './model.ts';
import { Scorer } from './scorer.ts';
import { CORRIDOR_SETTINGS } from './settings-corridor.ts';

const BORN = { birthDate: day('1961-04-12'), sex: 'male' } as const;
const HEADER = [
  'given',
  'patronymic',
  'family',
  'full_name',
  'birth_date',
  'birth_place',
  'sex',
  'identifier',
];

/** Chances by rule of thumb: what agrees is a hundred times as likely among records of one person. */
const MODEL: LinkModel = {
  settings: versionOf(CORRIDOR_SETTINGS),
  lambda: 1e-3,
  comparisons: CORRIDOR_SETTINGS.comparisons.map(({ name, levels }) => ({
    name,
    levels: levels.map(({ test, m }) => ({ test, m, u: test === 'different' ? 0.95 : m / 100 })),
  })),
};

/** Levels on which two rows agree, by comparison. */
function levelsOf(a: readonly string[], b: readonly string[]): Record<string, string> {
  const table = tableOf(CORRIDOR_SETTINGS, HEADER, [a, b]);
  const { bars } = new Scorer(table, CORRIDOR_SETTINGS, MODEL).explain(0, 1);
  return Object.fromEntries(bars.flatMap(({ name, level }) => (level === undefined ? [] : [[name, level]])));
}

const row = (parts: Partial<Record<(typeof HEADER)[number], string>>): string[] =>
  HEADER.map((name) => parts[name] ?? '');

describe('two names agree on the level', () => {
  const cases: readonly (readonly [
    string,
    Record<string, string>,
    Record<string, string>,
    string,
    string,
  ])[] = [
    ['equal', { given: 'Нұрлан' }, { given: 'нұрлан' }, 'given', 'equal (same)'],
    ['fold in another alphabet', { given: 'Нұрлан' }, { given: 'Nurlan' }, 'given', 'fold (cross)'],
    ['fold in Arabic letters', { given: 'Нұрлан' }, { given: 'نۇرلان' }, 'given', 'fold (cross)'],
    ['variant', { given: 'Төлеген' }, { given: 'Tulegen' }, 'given', 'variant (cross)'],
    ['sound for Han', { given: 'Нұрлан' }, { full_name: '努尔兰·阿合买提' }, 'given', 'sound 0.86 (han)'],
    [
      'sound inside an undivided Han name',
      { given: 'Нұрлан', patronymic: 'Ахметұлы' },
      { full_name: '努尔兰阿合买提' },
      'parent',
      'sound 0.86 (han)',
    ],
    ['a slip of the keyboard', { given: 'Нұрлан' }, { given: 'Нұрлн' }, 'given', 'jaroWinkler 0.92 (same)'],
    ['an initial', { given: 'Б.' }, { given: 'Болат' }, 'given', 'initial'],
    ['another initial', { given: 'Б.' }, { given: 'Нұрлан' }, 'given', 'different (cross)'],
    ['nothing', { given: 'Нұрлан' }, { given: '' }, 'given', 'missing'],
    [
      'exchanged roles',
      { given: 'Нұрлан', patronymic: 'Ахмет' },
      { given: 'Ахмет', patronymic: 'Нұрлан' },
      'given',
      'swapped',
    ],
    [
      'a father’s name against a family name',
      { given: 'Нұрлан', patronymic: 'Ахметийн' },
      { given: 'Нұрлан', family: 'Ахметов' },
      'parent',
      'variant (same)',
    ],
  ];
  for (const [how, a, b, comparison, level] of cases) {
    test(how, () => {
      assert.equal(levelsOf(row(a), row(b))[comparison], level);
      assert.equal(levelsOf(row(b), row(a))[comparison], level);
    });
  }
});

const anything = fc.tuple(...HEADER.map(() => fc.string({ unit: 'binary', maxLength: 30 })));
const likely = fc.tuple(
  fc.constantFrom('Нұрлан', 'Nurlan', 'Б.', '', 'Нұр\u0000лан', 'Nурлан'),
  fc.constantFrom('Ахметұлы', 'Ахметийн', 'A', ''),
  fc.constantFrom('Ахметов', ''),
  fc.constantFrom('', '努尔兰阿合买提', Array.from({ length: 40 }, () => 'Бат').join(' ')),
  fc.constantFrom('1961-04-12', '1961-02-30', '农历1961年4月12日', 'x', ''),
  fc.constantFrom('Ховд', 'Буянт', 'Мордор', ''),
  fc.constantFrom('male', 'эм', 'x', ''),
  fc.constantFrom('610412399001', 'ТТ61041211', ''),
);

describe('the score of a pair', () => {
  test('is the sum of the bars that explain it, the same from both sides', () => {
    fc.assert(
      fc.property(fc.oneof(anything, likely), fc.oneof(anything, likely), (a, b) => {
        const scorer = new Scorer(tableOf(CORRIDOR_SETTINGS, HEADER, [a, b]), CORRIDOR_SETTINGS, MODEL);
        const { bars, score, probability } = scorer.explain(0, 1);
        assert.ok(Math.abs(bars.reduce((sum, { bits }) => sum + bits, 0) - score) < 1e-9);
        assert.ok(probability >= 0 && probability <= 1);
        assert.equal(scorer.explain(1, 0).score, score);
      }),
    );
  });

  test('of records that say nothing is the prior', () => {
    const scorer = new Scorer(
      tableOf(CORRIDOR_SETTINGS, HEADER, [row({}), row({})]),
      CORRIDOR_SETTINGS,
      MODEL,
    );
    assert.equal(scorer.score(0, 1), scorer.prior);
  });

  test('is higher for a rare name than for a common one', () => {
    const common = Array.from({ length: 20 }, () => row({ given: 'Нұрлан' }));
    const table = tableOf(CORRIDOR_SETTINGS, HEADER, [
      ...common,
      row({ given: 'Оңдасын' }),
      row({ given: 'Оңдасын' }),
    ]);
    const scorer = new Scorer(table, CORRIDOR_SETTINGS, MODEL);
    assert.ok(scorer.score(20, 21) > scorer.score(0, 1));
  });
});

function probabilityOf(a: Record<string, string>, b: Record<string, string>): number {
  const table = tableOf(CORRIDOR_SETTINGS, HEADER, [row(a), row(b)]);
  return new Scorer(table, CORRIDOR_SETTINGS, CORRIDOR_MODEL).explain(0, 1).probability;
}

describe('a pair that agrees as twins do', () => {
  const twin = { patronymic: 'Ахметұлы', birth_date: '1961-04-12', sex: 'male', birth_place: 'Ховд' };

  test('is never near certain, however much else agrees', () => {
    assert.ok(probabilityOf({ ...twin, given: 'Нұрлан' }, { ...twin, given: 'Нұрбек' }) < 0.9);
    assert.ok(probabilityOf({ ...twin, given: 'Нұрлан' }, { ...twin, given: 'Nurlan' }) > 0.99);
  });

  test('is told by the given name, also where it is missing', () => {
    for (const [given, isLike] of [
      ['Нұрбек', true],
      ['', true],
      ['Нурлан', false],
      ['Нұрлн', false],
    ] as const) {
      const table = tableOf(CORRIDOR_SETTINGS, HEADER, [
        row({ ...twin, given: 'Нұрлан' }),
        row({ ...twin, given }),
      ]);
      const scorer = new Scorer(table, CORRIDOR_SETTINGS, CORRIDOR_MODEL);
      scorer.score(0, 1);
      assert.equal(scorer.isSiblingLike, isLike, given);
    }
  });
});

describe('without a human', () => {
  const nurlan = { given: 'Нұрлан', patronymic: 'Ахметұлы', birth_date: '1961-04-12', sex: 'male' };
  const surely: LinkModel = { ...MODEL, lambda: 0.4 };
  const use = (a: Record<string, string>, b: Record<string, string>): string => {
    const scorer = new Scorer(
      tableOf(CORRIDOR_SETTINGS, HEADER, [row(a), row(b)]),
      CORRIDOR_SETTINGS,
      surely,
    );
    const score = scorer.score(0, 1);
    return useOf(CORRIDOR_SETTINGS, surely, score, scorer);
  };
  const cases: readonly (readonly [string, Record<string, string>, boolean])[] = [
    ['one person in two scripts is linked', { given: 'Nurlan', patronymic: 'Akhmet' }, true],
    ['a twin is not', { given: 'Нұрбек' }, false],
    ['a brother is not', { given: 'Болат', birth_date: '1963-05-01' }, false],
    ['a person of the other sex is not', { sex: 'female' }, false],
    [
      'a Han name that sounds alike is not',
      { given: '', patronymic: '', full_name: '努尔兰·阿合买提' },
      false,
    ],
    ['a person without a father’s name is not', { patronymic: '' }, false],
  ];
  for (const [how, parts, isLinked] of cases) {
    test(how, () => assert.equal(use(nurlan, { ...nurlan, ...parts }) === 'automatic', isLinked));
  }

  test('two live identifiers of one state contradict', () => {
    const [one, other] = [constructIin(BORN, 1), constructIin(BORN, 2)];
    assert.notEqual(use({ ...nurlan, identifier: one }, { ...nurlan, identifier: other }), 'automatic');
    assert.equal(use({ ...nurlan, identifier: one }, { ...nurlan, identifier: one }), 'automatic');
  });

  test('identifiers of two states do not', () => {
    const [iin, register] = [constructIin(BORN, 1), constructRegister(BORN, 1)];
    assert.equal(use({ ...nurlan, identifier: iin }, { ...nurlan, identifier: register }), 'automatic');
  });
});
