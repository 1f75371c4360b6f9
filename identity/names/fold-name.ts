import { foldSyllable, readHan } from './han-reading.ts';
import { normaliseName } from './normalise-name.ts';
import { TOTE_ZHAZU_FOLD, toPlainArabic } from './tote-zhazu.ts';

/**
 * Folds a name of any of our scripts to one plain spelling, so that the same name written by another state's rules
 * becomes the same text. A fold is for comparing only; it is never shown and never stored as a name.
 *
 * Merged, because one state's spelling does not keep them apart: қ к, ғ г, ң н, ө о, ұ ү у, ә а, һ х, і ы и й, ж дж zh j,
 * е э, doubled letters. Not merged: what two persons' names differ by, such as к and г, т and д, с and ш.
 *
 * Arabic letters of Kazakh fold like Cyrillic ones; Han characters fold to their reading, which is near the name and
 * seldom equal to it.
 */
export function foldName(text: string, script: string): string[] {
  const own = script === 'mn-Cyrl' ? MONGOLIAN_FOLD : CYRILLIC_FOLD;
  return normaliseName(text, script)
    .toLowerCase()
    .replaceAll(/(?<=\p{Script=Latin})'/gu, '`')
    .replaceAll(/[-'’.,·•・‧]/g, ' ')
    .split(/\s+/u)
    .map((word) => foldWord(word, own))
    .filter((word) => word !== '');
}

function foldWord(word: string, cyrillic: Readonly<Record<string, string>>): string {
  const plain = ARABIC.test(word) ? toPlainArabic(word) : word;
  const read = HAN.test(plain) ? readHan(plain).syllables.map(foldSyllable).join('') : plain;
  return Array.from(apostrophised(read), (letter) => {
    return cyrillic[letter] ?? LATIN_FOLD[letter] ?? TOTE_ZHAZU_FOLD[letter] ?? letter;
  })
    .join('')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/shch|sch/g, 'sh')
    .replaceAll(/dzh|zh|dj/g, 'j')
    .replaceAll('kh', 'h')
    .replaceAll('gh', 'g')
    .replaceAll('ng', 'n')
    .replaceAll('q', 'k')
    .replaceAll('w', 'v')
    .replaceAll('y', 'i')
    .replaceAll(/(.)\1+/g, '$1')
    .replaceAll('ie', 'e')
    .replaceAll(/(.)\1+/g, '$1')
    .replaceAll(/[^a-z]/g, '');
}

/** The apostrophe letters of the Kazakh alphabet of 2017: s' is sh, c' is ch, y' is u; behind other letters it goes. */
function apostrophised(word: string): string {
  if (!word.includes('`')) return word;
  return word.replaceAll('s`', 'sh').replaceAll('c`', 'ch').replaceAll('y`', 'u').replaceAll('`', '');
}

const ARABIC = /\p{Script=Arabic}/u;
const HAN = /\p{Script=Han}/u;

/** Soft and hard signs vanish; ё is written e in Kazakhstan and Russia. */
const CYRILLIC_FOLD: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  і: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** MNS 5217 prints the signs as i and ё as yo. */
const MONGOLIAN_FOLD: Readonly<Record<string, string>> = { ...CYRILLIC_FOLD, ё: 'io', ъ: 'i', ь: 'i' };

/** Letters of the Kazakh Latin alphabets (2017, 2018, 2021) and of Turkish style that NFD does not take apart. */
const LATIN_FOLD: Readonly<Record<string, string>> = {
  ı: 'i',
  ə: 'a',
  ş: 'sh',
  ç: 'ch',
  ğ: 'g',
  ñ: 'n',
  ŋ: 'n',
  ý: 'u',
};
