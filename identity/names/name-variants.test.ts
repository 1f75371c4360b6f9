import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldName } from './fold-name.ts';
import { readHan } from './han-reading.ts';
import { LATIN_SYSTEMS, romanise, type CyrillicScript } from './latin-systems.ts';
import { nameVariants, variantFolds } from './name-variants.ts';
import { phonesOf, soundLikeness } from './phones.ts';
import { skeletonsOf } from './skeleton.ts';
import { fromToteZhazu, toToteZhazu } from './tote-zhazu.ts';
import { scriptOf, writingOf, type ReadableScript } from './writing.ts';

const fold = (text: string, script: ReadableScript): string => foldName(text, script).join('');

const phones = (text: string, script: ReadableScript): Uint8Array => phonesOf(fold(text, script));

/** Words of consonant and vowel by turns. */
const words = (consonants: string, vowels: string) =>
  fc
    .array(fc.tuple(fc.constantFrom(...Array.from(consonants)), fc.constantFrom(...Array.from(vowels))), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.map(([consonant, vowel]) => consonant + vowel).join(''));

const KAZAKH = words('бгғджзкқлмнңпрстфхһчш', 'аәеоөұүыі');

describe('the writing of a name', () => {
  const cases: readonly (readonly [string, string, ReadableScript | undefined])[] = [
    ['Нұрлан', 'Cyrl', 'kk-Cyrl'],
    ['Өлзий', 'Cyrl', 'mn-Cyrl'],
    ['Иван', 'Cyrl', 'ru-Cyrl'],
    ['Nurlan', 'Latn', 'Latn'],
    ['نۇرلان', 'Arab', 'kk-Arab'],
    ['努尔兰·阿合买提', 'Hani', 'Hani'],
    ['ᠪᠠᠲᠤ', 'Mong', undefined],
    ['Нurlан', 'mixed', 'ru-Cyrl'],
    ['42 – !', 'none', undefined],
    ['', 'none', undefined],
  ];
  for (const [text, writing, script] of cases) {
    test(`${JSON.stringify(text)} is ${writing}`, () => {
      assert.equal(writingOf(text), writing);
      assert.equal(scriptOf(text), script);
    });
  }
});

describe('Kazakh in Latin letters', () => {
  const cases = [
    ['kk-2017', "a'i'gu'l"],
    ['kk-2018', 'áıgúl'],
    ['kk-2021', 'äigül'],
    ['kk-turkish', 'äygül'],
    ['odni-2015', 'aygul'],
    ['bgn-1979', 'äygül'],
    ['passport', 'aigul'],
  ] as const;
  for (const [system, wanted] of cases) {
    test(`Әйгүл by ${system} is ${wanted}`, () => assert.equal(romanise('Әйгүл', 'kk-Cyrl', system), wanted));
  }

  test('a doubled letter that becomes a digraph is written once by ODNI', () => {
    assert.equal(romanise('ашшы', 'kk-Cyrl', 'odni-2015'), 'ashy');
  });

  test('whatever the word and the system, its spelling folds like the word', () => {
    const odd: Readonly<Partial<Record<CyrillicScript, readonly string[]>>> = {
      // Turkish style writes у as w and BGN for Mongolian е as yö, з as dz, ь as ĭ: the variants know, the fold cannot.
      'mn-Cyrl': ['bgn-1964'],
    };
    for (const [script, alphabet] of [
      ['kk-Cyrl', KAZAKH],
      ['mn-Cyrl', words('бгджзклмнпрстфхцчш', 'аеоөуүэ')],
    ] as const) {
      for (const system of LATIN_SYSTEMS[script].filter((each) => odd[script]?.includes(each) !== true)) {
        fc.assert(
          fc.property(alphabet, (word) => {
            assert.equal(fold(romanise(word, script, system), 'Latn'), fold(word, script), system);
          }),
        );
      }
    }
  });
});

describe('tote zhazu', () => {
  const cases = [
    ['сөз', 'ٴسوز'],
    ['күн', 'كۇن'],
    ['нұрлан', 'نۇرلان'],
    ['бақыт', 'باقىت'],
    ['серік', 'سەرىك'],
    ['ғабит', 'عابيت'],
    ['дәулет', 'داۋلەت'],
  ] as const;
  for (const [cyrillic, arabic] of cases) {
    test(`${cyrillic} is ${arabic}`, () => assert.equal(toToteZhazu(cyrillic), arabic));
  }

  test('a word of one harmony comes back from Arabic letters as it was', () => {
    const back = words('бғджзқлмнңпрстш', 'аоұы');
    const front = words('бгджзклмнңпрстш', 'әеөүі').filter((word) => /[еөүігк]/.test(word));
    for (const harmonic of [back, front]) {
      fc.assert(fc.property(harmonic, (word) => assert.equal(fromToteZhazu(toToteZhazu(word)), word)));
    }
  });

  test('whatever the word, Arabic and Cyrillic letters fold alike', () => {
    fc.assert(
      fc.property(KAZAKH, (word) => {
        assert.equal(fold(toToteZhazu(word), 'kk-Arab'), fold(word, 'kk-Cyrl'));
      }),
    );
  });

  test('shaped letters of old files and stretched words are read too', () => {
    assert.equal(fold('ﻧﯘرﻻن', 'kk-Arab'), 'nurlan');
    assert.equal(fold('نـۇرلان', 'kk-Arab'), 'nurlan');
  });
});

describe('Han names', () => {
  const cases: readonly (readonly [string, string, ReadableScript])[] = [
    ['努尔兰', 'Нұрлан', 'kk-Cyrl'],
    ['阿合买提', 'Ахмет', 'kk-Cyrl'],
    ['叶尔肯', 'Еркін', 'kk-Cyrl'],
    ['巴合提', 'Бақыт', 'kk-Cyrl'],
    ['胡安什', 'Қуаныш', 'kk-Cyrl'],
    ['木拉提', 'Мұрат', 'kk-Cyrl'],
    ['赛力克', 'Серік', 'kk-Cyrl'],
    ['达吾列提', 'Дәулет', 'kk-Cyrl'],
    ['托列根', 'Төлеген', 'kk-Cyrl'],
    ['阿依古丽', 'Айгүл', 'kk-Cyrl'],
    ['马合沙提', 'Мақсат', 'kk-Cyrl'],
    ['巴特尔', 'Баатар', 'mn-Cyrl'],
    ['额尔敦', 'Эрдэнэ', 'mn-Cyrl'],
    ['朝鲁', 'Чулуу', 'mn-Cyrl'],
    ['其木格', 'Чимэг', 'mn-Cyrl'],
    ['孟和', 'Мөнх', 'mn-Cyrl'],
    ['特木尔', 'Төмөр', 'mn-Cyrl'],
    ['吉日嘎拉', 'Жаргал', 'mn-Cyrl'],
    ['巴特苏和', 'Батсүх', 'mn-Cyrl'],
    ['达瓦', 'Даваа', 'mn-Cyrl'],
    ['宝力德', 'Болд', 'mn-Cyrl'],
  ];
  for (const [han, name, script] of cases) {
    test(`${han} meets ${name} by its consonants`, () => {
      const own = skeletonsOf(fold(name, script));
      assert.ok(
        skeletonsOf(fold(han, 'Hani')).some((bones) => own.includes(bones)),
        `${fold(han, 'Hani')} ${fold(name, script)}`,
      );
    });
  }

  test('names sound nearer to their own characters than to others', () => {
    for (const [han, name, script] of cases) {
      const own = soundLikeness(phones(name, script), phones(han, 'Hani'), 'whole');
      for (const [other] of cases.filter(([each]) => each !== han)) {
        assert.ok(
          own > soundLikeness(phones(name, script), phones(other, 'Hani'), 'whole'),
          `${name} ${other}`,
        );
      }
    }
  });

  test('a given name is found inside an undivided name', () => {
    const inside = soundLikeness(phonesOf('nurlan'), phonesOf(fold('努尔兰阿合买提', 'Hani')), 'inside');
    assert.equal(inside, 1);
  });

  test('a character without a known reading is reported, not dropped', () => {
    assert.deepEqual(readHan('努㐀兰'), { syllables: ['nu', 'lan'], unread: '㐀' });
  });
});

describe('the variants of a name', () => {
  const renderings = [
    ['Қожа', 'ходжа'],
    ['Төлеген', 'тулеген'],
    ['Жамбыл', 'джамбул'],
    ['Уәли', 'вали'],
    ['Смайыл', 'смаил'],
    ['Тілек', 'тлек'],
    ['Абдолла', 'абдулла'],
    ['Айгүл', 'айгуль'],
  ] as const;
  for (const [kazakh, russian] of renderings) {
    test(`of ${kazakh} hold the Russian ${russian}`, () => {
      const folds = variantFolds(kazakh, 'kk-Cyrl');
      assert.ok(folds.includes(fold(russian, 'ru-Cyrl')), folds.join(' '));
    });
  }

  test('begin with the word as it stands and name their rules', () => {
    const variants = nameVariants('Нұрлан', 'kk-Cyrl');
    assert.deepEqual(variants[0], { text: 'нұрлан', script: 'kk-Cyrl', rule: 'as-written' });
    assert.ok(variants.some(({ text, rule }) => text === 'nūrlan' && rule === 'kk-2021'));
    assert.ok(variants.some(({ text, rule }) => text === 'نۇرلان' && rule === 'tote-zhazu'));
  });

  test('are never many, never throw, whatever the text', () => {
    const scripts = ['kk-Cyrl', 'ru-Cyrl', 'mn-Cyrl', 'Latn', 'kk-Arab', 'Hani'] as const;
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom(...scripts),
        (text, script) => {
          assert.ok(nameVariants(text, script).length < 120);
          assert.ok(skeletonsOf(fold(text, script)).length <= 3);
        },
      ),
    );
  });
});
