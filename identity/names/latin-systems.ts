import { PASSPORT_LETTERS, type Script } from './letters.ts';
import { normaliseName } from './normalise-name.ts';

/**
 * Latin spellings met in data, each by the alphabet it writes: passports (ICAO, Kazakh practice, MNS 5217), the Kazakh
 * Latin alphabets of 2017 (apostrophes), 2018 (acutes) and 2021 (diacritics), Turkish style, and the tables of ODNI and
 * BGN/PCGN.
 */
export type LatinSystem =
  | 'passport'
  | 'kk-2017'
  | 'kk-2018'
  | 'kk-2021'
  | 'kk-turkish'
  | 'odni-2015'
  | 'bgn-1979'
  | 'mns-5217'
  | 'bgn-1964';

/** A name of an alphabet in one of its Latin spellings, in lower case; letters without a rule stay. */
export function romanise(text: string, script: CyrillicScript, system: LatinSystem): string {
  const table = system === 'passport' ? PASSPORT_LETTERS[script] : SYSTEMS[system];
  const letters = Array.from(normaliseName(text, script).toLowerCase());
  return letters
    .map((letter, i) => {
      const latin = table[letter] ?? letter;
      // ODNI writes a doubled letter that maps to a digraph once.
      return system === 'odni-2015' && latin.length > 1 && letters[i - 1] === letter ? '' : latin;
    })
    .join('');
}

export type CyrillicScript = Exclude<Script, 'Latn'>;

/** The systems that write an alphabet. */
export const LATIN_SYSTEMS: Readonly<Record<CyrillicScript, readonly LatinSystem[]>> = {
  'kk-Cyrl': ['passport', 'kk-2017', 'kk-2018', 'kk-2021', 'kk-turkish', 'odni-2015', 'bgn-1979'],
  'ru-Cyrl': ['passport'],
  'mn-Cyrl': ['passport', 'mns-5217', 'bgn-1964'],
};

type Table = Readonly<Record<string, string>>;

const KAZAKH = PASSPORT_LETTERS['kk-Cyrl'];

/** Letters that the Kazakh Latin alphabets of 2017 to 2021 share. */
const KAZAKH_LATIN: Table = {
  ...KAZAKH,
  қ: 'q',
  ж: 'j',
  х: 'h',
  һ: 'h',
  ю: 'iu',
  я: 'ia',
};

const SYSTEMS: Readonly<Record<Exclude<LatinSystem, 'passport'>, Table>> = {
  'kk-2017': {
    ...KAZAKH_LATIN,
    ә: "a'",
    ғ: "g'",
    и: "i'",
    й: "i'",
    ң: "n'",
    ө: "o'",
    ү: "u'",
    у: "y'",
    ш: "s'",
    ч: "c'",
    ы: 'y',
    і: 'i',
  },
  'kk-2018': {
    ...KAZAKH_LATIN,
    ә: 'á',
    ғ: 'ǵ',
    и: 'ı',
    й: 'ı',
    ң: 'ń',
    ө: 'ó',
    ү: 'ú',
    у: 'ý',
    ы: 'y',
    і: 'i',
  },
  'kk-2021': {
    ...KAZAKH_LATIN,
    ә: 'ä',
    ғ: 'ğ',
    ң: 'ñ',
    ө: 'ö',
    ұ: 'ū',
    ү: 'ü',
    ш: 'ş',
    ы: 'y',
    і: 'ı',
    и: 'i',
    й: 'i',
  },
  'kk-turkish': {
    ...KAZAKH_LATIN,
    ә: 'ä',
    ғ: 'ğ',
    й: 'y',
    ң: 'ñ',
    ө: 'ö',
    ү: 'ü',
    у: 'w',
    ш: 'ş',
    ч: 'ç',
    ы: 'ı',
    і: 'i',
  },
  'odni-2015': {
    ...KAZAKH,
    ғ: 'gh',
    й: 'y',
    қ: 'q',
    ң: 'ng',
    ъ: '',
    ю: 'yu',
    я: 'ya',
  },
  'bgn-1979': {
    ...KAZAKH,
    ә: 'ä',
    ғ: 'gh',
    ё: 'yo',
    и: 'ī',
    й: 'y',
    қ: 'q',
    ң: 'ng',
    ө: 'ö',
    у: 'ū',
    ү: 'ü',
    ъ: '”',
    ь: '’',
    э: 'ė',
    ю: 'yu',
    я: 'ya',
  },
  'mns-5217': { ...PASSPORT_LETTERS['mn-Cyrl'], ө: 'ö', ү: 'ü' },
  'bgn-1964': {
    ...PASSPORT_LETTERS['mn-Cyrl'],
    е: 'yö',
    ё: 'yo',
    ж: 'j',
    з: 'dz',
    й: 'y',
    ө: 'ö',
    ү: 'ü',
    х: 'h',
    щ: 'shch',
    ы: 'ï',
    ь: 'ĭ',
    ъ: 'ĭ',
  },
};
