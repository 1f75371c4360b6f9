import { CYRILLIC_LOOK_ALIKES, MONGOLIAN_LOOK_ALIKES } from './letters.ts';

/**
 * A name as it is stored and shown: composed letters (NFC only: NFKD would split й and ё), one space between words,
 * hyphens of one kind, control characters gone, look-alike letters of another keyboard put right inside Cyrillic words. Nothing is
 * transliterated and no letter is lost; the text as delivered stays with its source.
 * @param script script the source states, such as `mn-Cyrl`; it decides what a wrong keyboard meant
 */
export function normaliseName(text: string, script: string): string {
  const spaced = text
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/[ʹʻʼˈ‘’´`]/g, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (!script.endsWith('Cyrl')) return spaced;
  return spaced
    .split(' ')
    .map((word) => (CYRILLIC.test(word) ? repaired(word, script) : word))
    .join(' ');
}

function repaired(word: string, script: string): string {
  const own = script === 'mn-Cyrl' ? MONGOLIAN_LOOK_ALIKES : {};
  return Array.from(word, (letter) => own[letter] ?? CYRILLIC_LOOK_ALIKES[letter] ?? letter).join('');
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
