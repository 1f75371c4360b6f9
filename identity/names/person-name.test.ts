import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parentFolds } from './parent-name.ts';
import { readPersonName, type NameWarning, type PersonName } from './person-name.ts';
import type { ReadableScript } from './writing.ts';

describe('a name in one line is read by its state and its endings', () => {
  const cases: readonly (readonly [string, string | undefined, Partial<PersonName>])[] = [
    ['Ахметийн Нурлан', 'MN', { given: 'Нурлан', parent: 'Ахметийн' }],
    ['Нурлан Ахметийн', 'MN', { given: 'Нурлан', parent: 'Ахметийн' }],
    ['Боржигин Доржийн Бат', 'MN', { given: 'Бат', parent: 'Доржийн', clan: 'Боржигин' }],
    ['Б.Болд', 'MN', { given: 'Болд', parent: 'Б.' }],
    ['Болд', 'MN', { given: 'Болд' }],
    ['Нұрлан Ахметұлы', 'KZ', { given: 'Нұрлан', parent: 'Ахметұлы' }],
    ['Нұрлан Ахмет ұлы', 'KZ', { given: 'Нұрлан', parent: 'Ахметұлы' }],
    ['Ахметов Нурлан Серикович', 'KZ', { given: 'Нурлан', parent: 'Серикович', family: 'Ахметов' }],
    ['Нурлан Серикович Ахметов', 'KZ', { given: 'Нурлан', parent: 'Серикович', family: 'Ахметов' }],
    ['Нурлан Ахметов', 'KZ', { given: 'Нурлан', family: 'Ахметов' }],
    ['Ахмет Нұрлан', 'KZ', { given: 'Нұрлан', family: 'Ахмет' }],
    ['Nurlan Akhmetuly', 'KZ', { given: 'Nurlan', parent: 'Akhmetuly' }],
    ['努尔兰·阿合买提', 'CN', { given: '努尔兰', parent: '阿合买提' }],
    ['努尔兰阿合买提', 'CN', { given: '努尔兰阿合买提', undivided: true }],
    ['王小明', 'CN', { given: '王小明' }],
  ];
  for (const [full, state, wanted] of cases) {
    test(`${full} of ${state ?? 'no state'}`, () => {
      const { script: _, warnings, ...roles } = readPersonName({ full, state });
      assert.deepEqual(roles, wanted);
      assert.deepEqual(warnings, []);
    });
  }
});

describe('a father’s name is compared without the endings of its state', () => {
  const cases: readonly (readonly [string, ReadableScript, string])[] = [
    ['Ахметийн', 'mn-Cyrl', 'ahmet'],
    ['Ахметұлы', 'kk-Cyrl', 'ahmet'],
    ['Ахмет ұлы', 'kk-Cyrl', 'ahmet'],
    ['Ахметқызы', 'kk-Cyrl', 'ahmet'],
    ['Ахметович', 'ru-Cyrl', 'ahmet'],
    ['Ахметова', 'ru-Cyrl', 'ahmet'],
    ['Akhmetuly', 'Latn', 'ahmet'],
    ['احمەتۇلى', 'kk-Arab', 'ahmet'],
    ['Доржийн', 'mn-Cyrl', 'dorj'],
    ['Даваагийн', 'mn-Cyrl', 'dava'],
    ['Тұрсынұлы', 'kk-Cyrl', 'tursin'],
    ['Тұрсын', 'kk-Cyrl', 'tursin'],
    ['阿合买提', 'Hani', 'ahemaiti'],
  ];
  for (const [text, script, stem] of cases) {
    test(`${text} rests on ${stem}`, () => assert.equal(parentFolds(text, script)[0], stem));
  }

  test('the vowel a genitive drops is tried too', () => {
    assert.ok(parentFolds('Эрдэнийн', 'mn-Cyrl').includes('erdene'));
    assert.ok(parentFolds('Турсынийн', 'mn-Cyrl').includes('tursin'));
  });
});

describe('a name in parts whose endings contradict its roles', () => {
  const cases: readonly (readonly [string, string, ReadableScript])[] = [
    ['Ерлановна', 'Айжамал', 'ru-Cyrl'],
    ['Ерланқызы', 'Айжамал', 'kk-Cyrl'],
    ['Нямтогтохын', 'Ганцэцэг', 'mn-Cyrl'],
  ];
  for (const [given, patronymic, script] of cases) {
    test(`${given} ${patronymic} is put in order with a warning`, () => {
      const name = readPersonName({ given, patronymic, script });
      assert.equal(name.given, patronymic);
      assert.equal(name.parent, given);
      assert.deepEqual(name.warnings, ['name-roles-exchanged']);
    });
  }
});

describe('a bad name', () => {
  const cases: readonly (readonly [string, readonly NameWarning[]])[] = [
    ['', ['name-empty']],
    ['–– 12', ['name-empty']],
    ['Б', ['name-one-letter']],
    ['Нұрлан Ahmet', ['name-mixed-scripts']],
    ['Нaрлан', ['name-look-alike-letters']],
    ['Нұр\u0000лан', ['name-control-characters']],
    ['ᠪᠠᠲᠤ', ['name-script-unknown']],
    [Array.from({ length: 40 }, () => 'Бат').join(' '), ['name-many-parts']],
  ];
  for (const [full, warnings] of cases) {
    test(`${JSON.stringify(full.slice(0, 20))} warns: ${warnings.join(', ')}`, () => {
      assert.deepEqual(readPersonName({ full }).warnings, warnings);
    });
  }

  test('never throws, whatever its letters, parts and state', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 40 }), { nil: undefined });
    const stated = fc.record({
      given: text,
      patronymic: text,
      family: text,
      full: text,
      state: fc.constantFrom('KZ', 'MN', 'RU', 'CN', undefined),
    });
    fc.assert(
      fc.property(stated, (name) => {
        const { given, script } = readPersonName(name);
        if (given !== undefined && script !== undefined) parentFolds(given, script);
      }),
    );
  });
});
