/** The number as its issuer writes it, by which two spellings of one number are equal. */
export function normaliseIdentifier(scheme: string, value: string): string {
  return settled(value, (text) => rewritten(scheme, text));
}

function rewritten(scheme: string, value: string): string {
  switch (scheme) {
    case 'mn.register':
      return registerLetters(value);
    case 'kz.iin':
    case 'kz.bin':
    case 'mn.civil':
      return digits(compact(value));
    case 'cn.rid':
      return normaliseResidentId(value);
    default:
      return value.normalize('NFC').replaceAll(/\s/g, '');
  }
}

/**
 * A register number of Mongolia: upper case, without spaces, Cyrillic letters where a Latin or Kazakh keyboard gave
 * look-alikes in the two places of the letters.
 */
export function normaliseRegister(value: string): string {
  return settled(value, registerLetters);
}

function registerLetters(value: string): string {
  const written = compact(value).toUpperCase();
  const place = Array.from(written.slice(0, 2), (letter) => PLACE_LETTERS[letter] ?? letter).join('');
  return place + digits(written.slice(2));
}

/** A resident number of China: the check character X is a Latin capital, and stands for ten. */
function normaliseResidentId(value: string): string {
  const written = compact(value).toUpperCase();
  const last = written.slice(17);
  return digits(written.slice(0, 17)) + (TENS.includes(last) ? 'X' : digits(last));
}

/**
 * A capital, a letter replaced or a space left out can leave letter and mark side by side that Unicode writes as one
 * character (ΰ has a capital of three), so the text is rewritten until it stays; each time but the first it gets shorter.
 */
function settled(value: string, rewrite: (text: string) => string): string {
  const once = rewrite(value);
  return once === value ? once : settled(once, rewrite);
}

/** Without spaces and hyphens; wide forms of East Asian keyboards as plain ones. */
function compact(value: string): string {
  return value.normalize('NFKC').replaceAll(/[\s\u200B\u2060\uFEFF\p{Pd}]/gu, '');
}

/** The letter O, Latin or Cyrillic, where only a digit can stand. */
function digits(value: string): string {
  return value.replaceAll(/[OoОо]/g, '0');
}

/** What is typed for the Latin X: the Cyrillic and the Greek letter, the Roman numeral (folded by NFKC), the sign ×. */
const TENS: readonly string[] = ['X', 'Х', 'Χ', '×'];

/** Latin letters and Kazakh or old-keyboard forms typed where Mongolian Cyrillic was meant. */
const PLACE_LETTERS: Readonly<Record<string, string>> = {
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
  Ѳ: 'Ө',
  Є: 'Ө',
  Ɵ: 'Ө',
  Ö: 'Ө',
  Ї: 'Ү',
  Ұ: 'Ү',
  V: 'Ү',
  Ü: 'Ү',
};
