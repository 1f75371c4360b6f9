/**
 * Tote zhazu, the Arabic script of the Kazakhs in China. Back letters serve front vowels too; a high hamza before the
 * word says that it is a front word, and is left out where ە, ك or گ shows it.
 */

/** A Kazakh Cyrillic word in Arabic letters. Letters of loan words become what the script writes for them. */
export function toToteZhazu(word: string): string {
  const letters = Array.from(word.normalize('NFC').toLowerCase());
  const arabic = letters.map((letter) => TO_ARABIC[letter] ?? letter).join('');
  const front = letters.some((letter) => FRONT_VOWELS.has(letter));
  return front && !SHOWS_FRONT.test(arabic) ? `${HIGH_HAMZA}${arabic}` : arabic;
}

/**
 * An Arabic word in Kazakh Cyrillic letters by vowel harmony: a front word has front vowels throughout. Compound names
 * need not follow it, so this is a reading to show; names are compared by `foldName`, which merges both.
 */
export function fromToteZhazu(word: string): string {
  const plain = toPlainArabic(word);
  const front = /^[ءٴ]/.test(plain) || SHOWS_FRONT.test(plain);
  const table = front ? { ...FROM_ARABIC, ...FROM_ARABIC_FRONT } : FROM_ARABIC;
  return Array.from(plain.replaceAll(/[ءٴ]/g, ''), (letter) => table[letter] ?? letter).join('');
}

/** Letters of one shape each: presentation forms taken back, stretching and vowel marks off, ٵ ٶ ٷ ٸ kept. */
export function toPlainArabic(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) =>
    PRESENTATION.test(letter) ? letter.normalize('NFKC') : letter,
  )
    .join('')
    .replaceAll(/[\u0640\u064B-\u0652]/g, '')
    .replaceAll('ي\u0654', 'ي')
    .replaceAll('ی', 'ى')
    .replaceAll('ک', 'ك')
    .replaceAll('ہ', 'ھ');
}

/** Arabic letters in the Latin letters of `foldName`; what harmony would decide is one class. */
export const TOTE_ZHAZU_FOLD: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  آ: 'a',
  ٵ: 'a',
  ە: 'e',
  ه: 'e',
  ب: 'b',
  ۆ: 'v',
  گ: 'g',
  ع: 'g',
  غ: 'g',
  د: 'd',
  ج: 'j',
  ز: 'z',
  ي: 'i',
  ى: 'i',
  ٸ: 'i',
  ك: 'k',
  ق: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ڭ: 'n',
  و: 'o',
  ٶ: 'o',
  پ: 'p',
  ر: 'r',
  س: 's',
  ت: 't',
  ۋ: 'u',
  ۇ: 'u',
  ٷ: 'u',
  ف: 'f',
  ح: 'h',
  خ: 'h',
  ھ: 'h',
  چ: 'ch',
  ش: 'sh',
  ء: '',
  ٴ: '',
};

const HIGH_HAMZA = '\u0674';
const PRESENTATION = /[\uFB50-\uFDFF\uFE70-\uFEFC]/;
const FRONT_VOWELS: ReadonlySet<string> = new Set('әөүі');
const SHOWS_FRONT = /[ەكگ]/;

const TO_ARABIC: Readonly<Record<string, string>> = {
  а: 'ا',
  ә: 'ا',
  б: 'ب',
  в: 'ۆ',
  г: 'گ',
  ғ: 'ع',
  д: 'د',
  е: 'ە',
  ё: 'يو',
  ж: 'ج',
  з: 'ز',
  и: 'ي',
  й: 'ي',
  к: 'ك',
  қ: 'ق',
  л: 'ل',
  м: 'م',
  н: 'ن',
  ң: 'ڭ',
  о: 'و',
  ө: 'و',
  п: 'پ',
  р: 'ر',
  с: 'س',
  т: 'ت',
  у: 'ۋ',
  ұ: 'ۇ',
  ү: 'ۇ',
  ф: 'ف',
  х: 'ح',
  һ: 'ھ',
  ц: 'تس',
  ч: 'چ',
  ш: 'ش',
  щ: 'شش',
  ъ: '',
  ы: 'ى',
  і: 'ى',
  ь: '',
  э: 'ە',
  ю: 'يۋ',
  я: 'يا',
};

const FROM_ARABIC: Readonly<Record<string, string>> = {
  ا: 'а',
  ٵ: 'ә',
  ب: 'б',
  ۆ: 'в',
  گ: 'г',
  ع: 'ғ',
  د: 'д',
  ە: 'е',
  ج: 'ж',
  ز: 'з',
  ي: 'й',
  ك: 'к',
  ق: 'қ',
  ل: 'л',
  م: 'м',
  ن: 'н',
  ڭ: 'ң',
  و: 'о',
  ٶ: 'ө',
  پ: 'п',
  ر: 'р',
  س: 'с',
  ت: 'т',
  ۋ: 'у',
  ۇ: 'ұ',
  ٷ: 'ү',
  ف: 'ф',
  ح: 'х',
  ھ: 'һ',
  چ: 'ч',
  ش: 'ш',
  ى: 'ы',
  ٸ: 'і',
};

const FROM_ARABIC_FRONT: Readonly<Record<string, string>> = { ا: 'ә', و: 'ө', ۇ: 'ү', ى: 'і' };
