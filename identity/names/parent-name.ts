import { isEndingAlone } from './name-grammar.ts';
import { variantFolds } from './name-variants.ts';
import type { ReadableScript } from './writing.ts';

/**
 * The folds by which a father's, mother's or family name is compared, without the endings of its state, the likeliest
 * first: «Ахметұлы», «Ахметович», «Ахметов», «Ахметийн» and «Ахмет» all begin with `ahmet`. An ending that may also be
 * part of the name (Тұрсын, Еркін) is taken off in one fold and left in another. Han names have no endings.
 */
export function parentFolds(text: string, script: ReadableScript): string[] {
  const words = text.split(/[\s-]+/u).filter((word) => word !== '');
  const [first, ...rest] = words
    .map((word) => foldsOfWord(word, script))
    .filter((folds) => folds[0] !== undefined && !isEndingAlone(folds[0]));
  if (first === undefined) return [];
  if (rest.length === 0) return first;
  // A name of several words is compared by the likeliest stem of each, word by word.
  return [[first, ...rest].map((folds) => folds[0] ?? '').join(' ')];
}

function foldsOfWord(word: string, script: ReadableScript): string[] {
  const folds = variantFolds(word, script);
  if (script === 'Hani') return folds;
  const likely: string[] = [];
  const possible: string[] = [];
  for (const fold of folds) {
    const stem = without(fold, CERTAIN);
    const shorter = stem === fold ? without(stem, UNCERTAIN) : stem;
    const [main, other] = script === 'mn-Cyrl' ? [shorter, stem] : [stem, shorter];
    likely.push(main);
    possible.push(other, ...(shorter === stem ? [] : fullVowels(shorter)));
  }
  return [...new Set([...likely, ...possible])].slice(0, MOST);
}

/** The vowel that a Mongolian genitive drops: Эрдэнийн is of Эрдэнэ, Даваагийн of Даваа. */
function fullVowels(stem: string): string[] {
  return /[^aeiou]$/.test(stem) ? [`${stem}a`, `${stem}e`, `${stem}o`] : [];
}

function without(fold: string, endings: readonly string[]): string {
  const ending = endings.find((each) => fold.endsWith(each) && fold.length - each.length >= SHORTEST_STEM);
  return ending === undefined ? fold : fold.slice(0, -ending.length);
}

const MOST = 12;
const SHORTEST_STEM = 3;

/** Folded, longest first: -ович, -евич, -овна, -евна, -қызы, -тегі, -ұлы, -ова, -ева, -ов, -ев. */
const CERTAIN = [
  'ovich',
  'evich',
  'ovna',
  'evna',
  'kizi',
  'kuzu',
  'tegi',
  'uli',
  'ulu',
  'ova',
  'eva',
  'ov',
  'ev',
];
/** -гийн, -ина, -ийн and -ын. */
const UNCERTAIN = ['gin', 'ina', 'in'];
