import { PASSPORT_LETTERS, type Script } from './letters.ts';
import { normaliseName } from './normalise-name.ts';

/**
 * A name in the Latin letters a passport of its issuing state would print: ICAO Doc 9303 for Russian, the practice of
 * Kazakhstan for Kazakh, MNS 5217:2012 for Mongolian. Latin text comes back normalised. Case of the first letter of a
 * word is kept; the rest is lower case.
 */
export function transliterate(text: string, script: Script): string {
  const normal = normaliseName(text, script);
  if (script === 'Latn') return normal;
  const table = PASSPORT_LETTERS[script];
  return normal
    .split(/([ -])/)
    .map((word) => capitalisedLike(word, Array.from(word.toLowerCase(), (c) => table[c] ?? c).join('')))
    .join('');
}

function capitalisedLike(source: string, word: string): string {
  const first = source.charAt(0);
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
