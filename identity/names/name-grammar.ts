/**
 * Endings that states put on a father's name or a family name, on folded words: Kazakh -ұлы and -қызы, Russian family
 * and patronymic endings, the Mongolian genitive. Only for comparing: «Ахметийн», «Ахметұлы», «Ахметов» and
 * «Ахметович» all rest on «Ахмет».
 */
export function nameStem(folded: string): string {
  for (const ending of ENDINGS) {
    if (folded.endsWith(ending) && folded.length - ending.length >= SHORTEST_STEM) {
      return folded.slice(0, -ending.length);
    }
  }
  return folded;
}

/** True for a word that is nothing but an ending, as in «Ахмет ұлы». */
export function isEndingAlone(folded: string): boolean {
  return STANDALONE.has(folded);
}

const SHORTEST_STEM = 3;

/** Folded spellings (see foldName), longest first: ұлы → uli, қызы → kizi, -ийн → in, -гийн → gin, -ович → ovich. */
const ENDINGS = [
  'ovich',
  'evich',
  'ovna',
  'evna',
  'kizi',
  'uli',
  'ova',
  'eva',
  'ina',
  'gin',
  'ov',
  'ev',
  'in',
  'i',
] as const;

const STANDALONE: ReadonlySet<string> = new Set(['uli', 'kizi']);
