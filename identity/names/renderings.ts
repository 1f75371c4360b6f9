/**
 * How clerks of one state write the names of another in their own Cyrillic letters. Each rule is regular and
 * optional, so one name has several renderings; the first is the plain one, letter by letter.
 */

/** Russian renderings of a Kazakh word, as registers of Kazakhstan and Russia hold them; at most `MOST`. */
export function russianRenderings(kazakh: string): string[] {
  return renderings(kazakh.toLowerCase(), KAZAKH_IN_RUSSIAN, RUSSIAN_RULES);
}

/** Mongolian renderings of a Kazakh word, as registers of Mongolia hold them; at most `MOST`. */
export function mongolianRenderings(kazakh: string): string[] {
  return renderings(kazakh.toLowerCase(), KAZAKH_IN_MONGOLIAN, MONGOLIAN_RULES);
}

/** Russian renderings of a Mongolian word; at most `MOST`. */
export function russianOfMongolian(mongolian: string): string[] {
  return renderings(mongolian.toLowerCase(), MONGOLIAN_IN_RUSSIAN, MONGOLIAN_RUSSIAN_RULES);
}

const MOST = 16;

type Letters = Readonly<Record<string, string>>;
type Rule = readonly [RegExp, string];

/** Every subset of the rules that apply, the plain rendering first. Rules see the word before its letters change. */
function renderings(word: string, letters: Letters, rules: readonly Rule[]): string[] {
  let words = [word];
  for (const [pattern, replacement] of rules) {
    const changed = words.map((each) => each.replaceAll(pattern, replacement));
    words = [...new Set([...words, ...changed])];
    if (words.length > MOST) break;
  }
  const plain = words.map((each) => Array.from(each, (letter) => letters[letter] ?? letter).join(''));
  return [...new Set(plain)].slice(0, MOST);
}

const KAZAKH_IN_RUSSIAN: Letters = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};

/** Қожа Кожа Ходжа, Төлеген Тулеген, Жамбыл Джамбул, Уәли Вали, Смайыл Смаил, Тілек Тлек, Абдолла Абдулла, Гүл Гюль. */
const RUSSIAN_RULES: readonly Rule[] = [
  [/ө/g, 'у'],
  [/қ/g, 'х'],
  [/^ж/g, 'дж'],
  [/уә/g, 'ва'],
  [/олла/g, 'улла'],
  [/(?<=[аә])й(?=[ыі])/g, ''],
  [/(?<=\p{Letter})і(?=\p{Letter})/gu, ''],
  [/(?<=ү|ә)л(?![а-яәіөү])/g, 'ль'],
  [/ң/g, 'нг'],
  [/ы/g, 'у'],
];

const KAZAKH_IN_MONGOLIAN: Letters = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ұ: 'у',
  һ: 'х',
  і: 'и',
};

const MONGOLIAN_RULES: readonly Rule[] = [
  [/қ/g, 'х'],
  [/ә/g, 'э'],
  [/(?<=\p{Letter})ы/gu, 'и'],
  [/ң/g, 'нг'],
];

const MONGOLIAN_IN_RUSSIAN: Letters = { ө: 'о', ү: 'у' };

/** Өлзий Улзий, Зориг Дзориг, Жаргал Джаргал. */
const MONGOLIAN_RUSSIAN_RULES: readonly Rule[] = [
  [/ө/g, 'у'],
  [/^з/g, 'дз'],
  [/^ж/g, 'дж'],
  [/үү|уу|өө|оо|аа|ээ/g, '$&'],
];
