import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matchWords, nameWords, type WordMatch } from './name-words.ts';

describe('a name looked for by its words', () => {
  const found: readonly (readonly [string, string, string, WordMatch])[] = [
    ['Нурлан Ахмет', 'Ахмет Нурлан', 'mn-Cyrl', 'same'],
    ['Нұрлан', 'Ахметийн Нурлан', 'mn-Cyrl', 'same'],
    ['Ахметов', 'Нұрлан Ахметұлы', 'kk-Cyrl', 'spelling'],
    ['Nurlan Akhmetov', 'Ахметов Нурлан', 'ru-Cyrl', 'same'],
    ['Нур', 'Нұрлан Ахметұлы', 'kk-Cyrl', 'beginning'],
    ['Төлеген', 'Тулеген Асанов', 'ru-Cyrl', 'spelling'],
    ['نۇرلان', 'Нұрлан Ахметұлы', 'kk-Cyrl', 'same'],
    ['努尔兰', 'Нұрлан Ахметұлы', 'kk-Cyrl', 'sound'],
    ['Нұрлан Ахмет', '努尔兰·阿合买提', 'Hani', 'sound'],
    ['努尔兰阿合买提', 'Нұрлан Ахметұлы', 'kk-Cyrl', 'sound'],
    ['Нурлвн', 'Нұрлан', 'kk-Cyrl', 'sound'],
  ];
  for (const [typed, name, script, how] of found) {
    test(`${typed} finds ${name}`, () =>
      assert.equal(matchWords(nameWords(typed), nameWords(name, script))?.how, how));
  }

  test('says of each word by which it was found, in the order it was typed', () => {
    const match = matchWords(nameWords('Akhmet Нур'), nameWords('Нұрлан Ахметұлы', 'kk-Cyrl'));
    assert.deepEqual(match?.words, [
      { wanted: 'Akhmet', held: 'Ахметұлы', how: 'spelling' },
      { wanted: 'Нур', held: 'Нұрлан', how: 'beginning' },
    ]);
  });

  const missed: readonly (readonly [string, string, string])[] = [
    ['Ерлан', 'Нұрлан Ахметұлы', 'kk-Cyrl'],
    ['Нурлан Нурлан', 'Нұрлан Ахметұлы', 'kk-Cyrl'],
    ['Н', 'Нұрлан Ахметұлы', 'kk-Cyrl'],
    ['巴特尔', 'Нұрлан Ахметұлы', 'kk-Cyrl'],
  ];
  for (const [typed, name, script] of missed) {
    test(`${typed} does not find ${name}`, () =>
      assert.equal(matchWords(nameWords(typed), nameWords(name, script)), undefined));
  }

  test('shares a stored key with what finds it, save for mistyped consonants', () => {
    for (const [typed, name, script, how] of found) {
      if (how === 'beginning') continue;
      const keys = new Set(nameWords(name, script).flatMap((word) => word.keys));
      assert.ok(
        nameWords(typed).some((word) => word.keys.some((key) => keys.has(key))),
        `${typed} and ${name}`,
      );
    }
  });

  test('of any characters whatever is read without a fault, and finds itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const words = nameWords(text);
        const match = matchWords(words, words);
        assert.ok(words.length === 0 ? match?.likeness === 0 : (match?.likeness ?? 0) > 0);
        for (const key of words.flatMap((word) => word.keys)) assert.equal(key, key | 0);
      }),
    );
  });
});
