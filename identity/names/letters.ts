/**
 * Letter tables by script and issuing state. The same letter differs by issuing state, so there is one table for each
 * and none is the default. Keys are lower case; digraphs come out as their usual Latin spelling.
 */

/** Scripts a name may be written in, as the insurance record names them. */
export type Script = 'kk-Cyrl' | 'ru-Cyrl' | 'mn-Cyrl' | 'Latn';

export function isScript(text: string): text is Script {
  return text === 'Latn' || text in PASSPORT_LETTERS;
}

type Table = Readonly<Record<string, string>>;

/** Letters all three Cyrillic alphabets share and render alike. */
const SHARED: Table = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
};

/** ICAO Doc 9303-3, rows that serve Russian. */
const RUSSIAN: Table = {
  ...SHARED,
  е: 'e',
  ё: 'e',
  ж: 'zh',
  й: 'i',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** Kazakh letters as passports of Kazakhstan usually render them; the holder may ask for another spelling. */
const KAZAKH: Table = {
  ...RUSSIAN,
  ә: 'a',
  ғ: 'g',
  й: 'i',
  қ: 'k',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  і: 'i',
};

/** MNS 5217:2012; ö and ü stand as the plain letters passports print. */
const MONGOLIAN: Table = {
  ...SHARED,
  е: 'ye',
  ё: 'yo',
  ж: 'j',
  й: 'i',
  ө: 'o',
  ү: 'u',
  щ: 'sh',
  ъ: 'i',
  ы: 'y',
  ь: 'i',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

export const PASSPORT_LETTERS: Readonly<Record<Exclude<Script, 'Latn'>, Table>> = {
  'kk-Cyrl': KAZAKH,
  'ru-Cyrl': RUSSIAN,
  'mn-Cyrl': MONGOLIAN,
};

/**
 * Latin and old-keyboard letters that stand for a Cyrillic one inside a Cyrillic word. Only used where the word already
 * has Cyrillic letters: a wholly Latin word is Latin.
 */
export const CYRILLIC_LOOK_ALIKES: Table = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  ə: 'ә',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  Ə: 'Ә',
  i: 'і',
  I: 'І',
  h: 'һ',
};

/** Letters Mongolians typed where their keyboard had no ө and ү. */
export const MONGOLIAN_LOOK_ALIKES: Table = {
  ѳ: 'ө',
  Ѳ: 'Ө',
  є: 'ө',
  Є: 'Ө',
  ї: 'ү',
  Ї: 'Ү',
  v: 'ү',
  V: 'Ү',
};
