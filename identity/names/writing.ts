import { unreachable } from '@urtuu/kernel';

/** Writing systems by the letters of a text; marks, digits and punctuation do not count. */
export type Writing = 'Cyrl' | 'Latn' | 'Arab' | 'Hani' | 'Mong' | 'mixed' | 'other' | 'none';

/** The writing of a text. `mixed`: letters of several writings, none of them with three letters in four. */
export function writingOf(text: string): Writing {
  let letters = 0;
  const counts = new Map<Writing, number>();
  for (const letter of text) {
    if (!LETTER.test(letter)) continue;
    const writing = WRITINGS.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'other';
    counts.set(writing, (counts.get(writing) ?? 0) + 1);
    letters += 1;
  }
  if (letters === 0) return 'none';
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most === undefined) return 'none';
  return most[1] >= letters * 0.75 ? most[0] : 'mixed';
}

/**
 * The script a text is read by, where its source does not say: Kazakh by Kazakh letters, Mongolian by ө or ү without
 * any Kazakh letter, else by the alphabet of the issuing state, else by what all share with Russian. Undefined where
 * no table is known.
 */
export function scriptOf(text: string, state?: string): ReadableScript | undefined {
  const writing = writingOf(text);
  switch (writing) {
    case 'Latn':
      return 'Latn';
    case 'Arab':
      return 'kk-Arab';
    case 'Hani':
      return 'Hani';
    case 'Cyrl':
    case 'mixed':
      if (!/\p{Script=Cyrillic}/u.test(text)) return 'Latn';
      if (/[әғқңұһі]/iu.test(text)) return 'kk-Cyrl';
      if (state === 'MN' || (state === undefined && /[өүѳєї]/iu.test(text))) return 'mn-Cyrl';
      return state === 'KZ' ? 'kk-Cyrl' : 'ru-Cyrl';
    case 'Mong':
    case 'other':
    case 'none':
      return undefined;
    default:
      return unreachable(writing);
  }
}

/** Scripts whose names can be compared. */
export type ReadableScript = 'kk-Cyrl' | 'ru-Cyrl' | 'mn-Cyrl' | 'Latn' | 'kk-Arab' | 'Hani';

const LETTER = /\p{Letter}/u;

const WRITINGS: readonly (readonly [Writing, RegExp])[] = [
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Mong', /\p{Script=Mongolian}/u],
];
