import { jaroWinkler } from '../names/string-distance.ts';
import { parentFolds } from '../names/parent-name.ts';
import { phonesOf, soundLikeness } from '../names/phones.ts';
import { skeletonOf, skeletonsOf } from '../names/skeleton.ts';
import { variantFolds } from '../names/name-variants.ts';
import { scriptOf, writingOf, type ReadableScript } from '../names/writing.ts';
import { hashText } from './columns.ts';

/** One word of a name, ready to be found by somebody who types it in any script and in any order. */
export interface NameWord {
  readonly text: string;
  /** plain spellings by which the word is known, its own first */
  readonly folds: readonly string[];
  /** its consonants as signed 32-bit numbers, the same on every machine, to be stored beside the person */
  readonly keys: readonly number[];
  /** the sounds of each fold */
  readonly phones: readonly Uint8Array[];
  readonly isHan: boolean;
  /** a Han name without a dot: several names in one word */
  readonly undivided: boolean;
}

/**
 * The words of a name or of what somebody types, without roles. Where the script is not stated, a Cyrillic word is read
 * as Kazakh, Russian and Mongolian alike. A word that holds nothing to compare is left out.
 */
export function nameWords(text: string, script?: string): NameWord[] {
  return text
    .normalize('NFC')
    .split(/[\s,;·•・‧.-]+/u)
    .filter((word) => /\p{Letter}/u.test(word))
    .slice(0, MOST_WORDS)
    .flatMap((word) => nameWord(word, script) ?? []);
}

const MOST_WORDS = 12;
const MOST_LETTERS = 60;

function nameWord(text: string, script: string | undefined): NameWord | undefined {
  const word = Array.from(text).slice(0, MOST_LETTERS).join('');
  const scripts = scriptsOf(word, script);
  const folds = [...new Set(scripts.flatMap((each) => foldsOf(word, each)))].filter((fold) => fold !== '');
  const [main] = folds;
  if (main === undefined) return undefined;
  const isHan = scripts[0] === 'Hani';
  const undivided = isHan && Array.from(word).length > 3;
  const bones = new Set([
    ...folds.flatMap((fold) => skeletonsOf(fold)),
    ...(undivided ? BEGINNINGS.map((length) => skeletonOf(main).slice(0, length)) : []),
  ]);
  const keys = [...bones].map((each) => hashText(each, WORD_SEED));
  return { text: word, folds, keys, phones: folds.map(phonesOf), isHan, undivided };
}

/** Consonants that the first of several names in one word may have. */
const BEGINNINGS = [2, 3, 4];

/** Keeps these keys apart from those of whole records. */
const WORD_SEED = 17;

function scriptsOf(word: string, script: string | undefined): readonly ReadableScript[] {
  const stated = READABLE.find((each) => each === script);
  if (stated !== undefined) return [stated];
  if (writingOf(word) === 'Cyrl') return ['kk-Cyrl', 'ru-Cyrl', 'mn-Cyrl'];
  const found = scriptOf(word);
  return found === undefined ? [] : [found];
}

const READABLE: readonly ReadableScript[] = ['kk-Cyrl', 'ru-Cyrl', 'mn-Cyrl', 'Latn', 'kk-Arab', 'Hani'];

/** The word as it stands, as other states write it, and without the ending of a father's or a family name. */
function foldsOf(word: string, script: ReadableScript): string[] {
  const stems =
    script === 'Hani' ? [] : parentFolds(word, script).filter((fold) => fold.length >= LEAST_STEM);
  return [...variantFolds(word, script), ...stems];
}

const LEAST_STEM = 3;

/** How a word was found, the surest way first. */
export const WORD_MATCHES = ['same', 'spelling', 'beginning', 'sound'] as const;
export type WordMatch = (typeof WORD_MATCHES)[number];

export interface NameMatch {
  /** the least sure of the ways in which the words were found */
  readonly how: WordMatch;
  /** 0 to 1, for ordering */
  readonly likeness: number;
  /** which word was found by which, in the order of the words wanted */
  readonly words: readonly FoundWord[];
}

export interface FoundWord {
  readonly wanted: string;
  readonly held: string;
  readonly how: WordMatch;
}

type Likeness = Pick<NameMatch, 'how' | 'likeness'>;

/** Finds every word wanted among the words of a name, each in a place of its own; undefined where one is not there. */
export function matchWords(wanted: readonly NameWord[], held: readonly NameWord[]): NameMatch | undefined {
  const free = [...held];
  const words: FoundWord[] = [];
  let sum = 0;
  let least = 0;
  for (const word of wanted) {
    let best: { readonly at: number; readonly held: string; readonly match: Likeness } | undefined;
    for (const [at, other] of free.entries()) {
      const match = matchWord(word, other);
      if (match !== undefined && match.likeness > (best?.match.likeness ?? 0))
        best = { at, held: other.text, match };
    }
    if (best === undefined) return undefined;
    words.push({ wanted: word.text, held: best.held, how: best.match.how });
    sum += best.match.likeness;
    least = Math.max(least, WORD_MATCHES.indexOf(best.match.how));
    if (!word.undivided && free[best.at]?.undivided !== true) free.splice(best.at, 1);
  }
  const [first] = WORD_MATCHES;
  const likeness = wanted.length === 0 ? 0 : sum / wanted.length;
  return { how: WORD_MATCHES[least] ?? first, likeness, words };
}

function matchWord(wanted: NameWord, held: NameWord): Likeness | undefined {
  const [own = ''] = wanted.folds;
  if (wanted.isHan !== held.isHan) {
    // Characters were chosen freely, so that even equal readings are alike in sound alone.
    const likeness = soundOf(wanted, held);
    return likeness === 0 ? undefined : { how: 'sound', likeness };
  }
  if (own === held.folds[0]) return { how: 'same', likeness: 1 };
  if (wanted.folds.some((fold) => held.folds.includes(fold))) return { how: 'spelling', likeness: 0.95 };
  if (own.length >= LEAST_BEGINNING && held.folds.some((fold) => fold.startsWith(own))) {
    return { how: 'beginning', likeness: 0.9 };
  }
  const likeness = wanted.isHan ? soundOf(wanted, held) : spellingOf(wanted, held);
  return likeness === 0 ? undefined : { how: 'sound', likeness };
}

/** Shorter beginnings meet half the register. */
const LEAST_BEGINNING = 2;

function soundOf(wanted: NameWord, held: NameWord): number {
  const [part, whole] = wanted.undivided && !held.undivided ? [held, wanted] : [wanted, held];
  const span = whole.undivided ? 'inside' : 'whole';
  const likeness = Math.max(
    ...part.phones.flatMap((a) => whole.phones.map((b) => soundLikeness(a, b, span))),
  );
  return likeness >= LEAST_SOUND ? likeness * 0.85 : 0;
}

function spellingOf(wanted: NameWord, held: NameWord): number {
  const likeness = Math.max(...wanted.folds.flatMap((a) => held.folds.map((b) => jaroWinkler(a, b))));
  return likeness >= LEAST_SPELLING ? likeness * 0.85 : 0;
}

const LEAST_SOUND = 0.7;
const LEAST_SPELLING = 0.84;
