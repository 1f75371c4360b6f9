import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareNames, type Agreement, type NameForm } from './compare-names.ts';
import { foldName } from './fold-name.ts';
import { normaliseName } from './normalise-name.ts';
import { transliterate } from './transliterate.ts';

const kk = (given: string, patronymic?: string, family?: string): NameForm => ({
  script: 'kk-Cyrl',
  given,
  patronymic,
  family,
});
const mn = (given: string, patronymic: string): NameForm => ({ script: 'mn-Cyrl', given, patronymic });
const latin = (given: string, family: string): NameForm => ({ script: 'Latn', given, family });

/** Names of consonant and vowel by turns. */
const syllables = (consonants: string, vowels: string) =>
  fc
    .array(fc.tuple(fc.constantFrom(...Array.from(consonants)), fc.constantFrom(...Array.from(vowels))), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.map(([consonant, vowel]) => consonant + vowel).join(''));

describe('a name is put right without losing a letter', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['  Дорж  Бат ', 'mn-Cyrl', 'Дорж Бат'],
    ['Єлзий', 'mn-Cyrl', 'Өлзий'],
    ['Энхтvvл', 'mn-Cyrl', 'Энхтүүл'],
    ['Əсел', 'kk-Cyrl', 'Әсел'],
    ['Нuрлан', 'kk-Cyrl', 'Нuрлан'],
    ['Aхмет', 'ru-Cyrl', 'Ахмет'],
    ['Nurlan', 'kk-Cyrl', 'Nurlan'],
    ['Ай\u0306бек', 'kk-Cyrl', 'Ай\u0306бек'.normalize('NFC')],
    ['Бат–Эрдэнэ', 'mn-Cyrl', 'Бат-Эрдэнэ'],
  ];
  for (const [text, script, wanted] of cases) {
    test(`${JSON.stringify(text)} in ${script}`, () => assert.equal(normaliseName(text, script), wanted));
  }
});

describe('a name is written in the Latin letters of its issuing state', () => {
  const cases = [
    ['Ғабит Қожахмет', 'kk-Cyrl', 'Gabit Kozhakhmet'],
    ['Жанна Юрьевна', 'ru-Cyrl', 'Zhanna Iurevna'],
    ['Жаргал Ёндон', 'mn-Cyrl', 'Jargal Yondon'],
    ['Өлзийсүх', 'mn-Cyrl', 'Olziisukh'],
    ['Бат-Эрдэнэ', 'mn-Cyrl', 'Bat-Erdene'],
    ['Nurlan', 'Latn', 'Nurlan'],
  ] as const;
  for (const [text, script, wanted] of cases) {
    test(`${text} of ${script}`, () => assert.equal(transliterate(text, script), wanted));
  }
});

describe('one name in several scripts folds to one spelling', () => {
  const cases: readonly (readonly (readonly [string, string])[])[] = [
    [
      ['Нұрлан', 'kk-Cyrl'],
      ['Нурлан', 'ru-Cyrl'],
      ['Нурлан', 'mn-Cyrl'],
      ['Nūrlan', 'Latn'],
      ['Nurlan', 'Latn'],
    ],
    [
      ['Қайрат', 'kk-Cyrl'],
      ['Кайрат', 'ru-Cyrl'],
      ['Qairat', 'Latn'],
      ['Kayrat', 'Latn'],
    ],
    [
      ['Ержан', 'kk-Cyrl'],
      ['Ержан', 'mn-Cyrl'],
      ['Yerzhan', 'Latn'],
      ['Erjan', 'Latn'],
    ],
    [
      ['Батбаяр', 'mn-Cyrl'],
      ['Батбаяр', 'ru-Cyrl'],
      ['Batbayar', 'Latn'],
      ['Batbaiar', 'Latn'],
    ],
    [
      ['Әйгүл', 'kk-Cyrl'],
      ['Айгуль', 'ru-Cyrl'],
      ['Äigül', 'Latn'],
      ['Aigul', 'Latn'],
    ],
    [
      ['Әлия', 'kk-Cyrl'],
      ['Алия', 'ru-Cyrl'],
      ['Aliya', 'Latn'],
      ['Aliia', 'Latn'],
      ['Alia', 'Latn'],
    ],
    [
      ['Ёндон', 'mn-Cyrl'],
      ['Yondon', 'Latn'],
    ],
    [
      ['Амарь', 'mn-Cyrl'],
      ['Amari', 'Latn'],
    ],
    [
      ['Шолпан', 'kk-Cyrl'],
      ['Şolpan', 'Latn'],
      ['Sholpan', 'Latn'],
    ],
  ];
  for (const spellings of cases) {
    test(spellings.map(([text]) => text).join(', '), () => {
      const folds = new Set(spellings.map(([text, script]) => foldName(text, script).join(' ')));
      assert.equal(folds.size, 1, [...folds].join(' | '));
    });
  }

  test('whatever the name, its passport spelling folds like itself', () => {
    const alphabets = [
      ['kk-Cyrl', 'бвгғджзкқлмнңпрстфхһцчш', 'аәеиоөуұүіыэюя'],
      ['ru-Cyrl', 'бвгджзклмнпрстфхцчш', 'аеёиоуыэюя'],
      ['mn-Cyrl', 'бвгджзклмнпрстфхцчш', 'аеёиоөуүэюя'],
    ] as const;
    for (const [script, consonants, vowels] of alphabets) {
      fc.assert(
        fc.property(syllables(consonants, vowels), (name) => {
          assert.deepEqual(foldName(transliterate(name, script), 'Latn'), foldName(name, script));
        }),
      );
    }
  });

  test('names of two persons stay apart', () => {
    const names = [
      'Нурлан',
      'Нурлыбек',
      'Ерлан',
      'Болат',
      'Булат',
      'Канат',
      'Ганат',
      'Дархан',
      'Тархан',
      'Серик',
      'Шерик',
      'Даян',
      'Дан',
    ];
    assert.equal(new Set(names.map((name) => foldName(name, 'kk-Cyrl').join(' '))).size, names.length);
  });
});

describe('two names agree', () => {
  const akhmet = mn('Нурлан', 'Ахметийн');
  const cases: readonly (readonly [string, NameForm, NameForm, Agreement])[] = [
    ['as the same letters', mn('Нурлан', 'Ахмет'), mn('НУРЛАН', 'Ахмет'), 'same'],
    ['after transliteration', mn('Нурлан', 'Ахмет'), latin('Nurlan', 'Akhmet'), 'sameAfterTransliteration'],
    [
      'after transliteration from Kazakh',
      kk('Нұрлан', undefined, 'Ахмет'),
      mn('Нурлан', 'Ахмет'),
      'sameAfterTransliteration',
    ],
    ['by script and grammar only', akhmet, kk('Нұрлан', 'Ахметұлы'), 'similar'],
    ['by script, grammar and order', akhmet, latin('Akhmet', 'Nurlan'), 'similar'],
    [
      'with a Russian family name',
      akhmet,
      { script: 'ru-Cyrl', family: 'Ахметов', given: 'Нурлан' },
      'similar',
    ],
    ['with a mistyped letter', mn('Нурлан', 'Ахмет'), mn('Нурлан', 'Ахмед'), 'similar'],
    ['not, with another given name', akhmet, kk('Болат', 'Ахметұлы'), 'different'],
    ['not, with another father', akhmet, kk('Нұрлан', 'Сағынұлы'), 'different'],
    [
      'not, by a given name alone',
      { script: 'mn-Cyrl', given: 'Нурлан' },
      mn('Нурлан', 'Ахмет'),
      'different',
    ],
  ];
  for (const [how, a, b, wanted] of cases) {
    test(how, () => {
      assert.equal(compareNames([a], [b]).agreement, wanted);
      assert.equal(compareNames([b], [a]).agreement, wanted);
    });
  }

  test('by the best pair of all their forms', () => {
    const found = compareNames([kk('Нұрлан', 'Ахметұлы'), mn('Нурлан', 'Ахмет')], [mn('Нурлан', 'Ахмет')]);
    assert.deepEqual(found, { agreement: 'same', asked: 'Нурлан Ахмет', found: 'Нурлан Ахмет' });
  });
});
