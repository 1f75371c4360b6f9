import { foldName } from '../names/fold-name.ts';
import { normaliseName } from '../names/normalise-name.ts';
import { variantFolds } from '../names/name-variants.ts';
import { parentFolds } from '../names/parent-name.ts';
import { consonantClasses, phonesOf } from '../names/phones.ts';
import { skeletonOf, skeletonsOf } from '../names/skeleton.ts';
import type { ReadableScript } from '../names/writing.ts';
import { hashText } from './columns.ts';
import { letterBits } from './likeness.ts';
import { remembered } from './remembered.ts';

export type WordRole = 'given' | 'parent' | 'text' | 'undivided';

/** All that comparisons and keys want to know of one word; what the columns of `WordColumns` hold for it. */
export interface CompiledWord {
  readonly plain: string;
  /** the main fold, then the others the rules allow */
  readonly folds: readonly string[];
  readonly letters: Uint8Array;
  readonly letterBits: number;
  readonly phones: Uint8Array;
  readonly classes: number;
  readonly foldHash: number;
  readonly skeletons: readonly number[];
  readonly head: number;
  readonly initial: number;
  readonly isInitial: boolean;
}

/** Compiles a word; undefined for a text that holds nothing to compare. Names recur, so the last ones are kept. */
export function compileWord(text: string, role: WordRole, script: ReadableScript): CompiledWord | undefined {
  if (role === 'text') return compiled(text, role, script);
  return known(`${role}\u0000${script}\u0000${text}`, () => compiled(text, role, script));
}

const known = remembered<CompiledWord | undefined>(50_000);

function compiled(text: string, role: WordRole, script: ReadableScript): CompiledWord | undefined {
  const folds = foldsOf(text, role, script);
  const [main] = folds;
  if (main === undefined || main === '') return undefined;
  const letters = lettersOf(main);
  const phones = phonesOf(main);
  const skeletons = role === 'undivided' ? beginningsOf(main) : skeletonsOf(main);
  return {
    plain: role === 'text' ? text.toLowerCase() : normaliseName(text, script).toLowerCase(),
    folds,
    letters,
    letterBits: letterBits(letters),
    phones: role === 'text' ? NO_BYTES : phones,
    classes: consonantClasses(phones),
    foldHash: hashText(main),
    skeletons: skeletons.map((bones) => hashText(bones, 7)),
    head: hashText(skeletonOf(main).slice(0, 2), 11),
    initial: initialOf(main),
    isInitial: script !== 'Hani' && (text.match(/[\p{Letter}\p{Number}]/gu)?.length ?? 0) === 1,
  };
}

/** Folded letters as bytes: a–z are 1–26, digits 27–36, a space 37, any other letter 38 and up by its code. */
export function lettersOf(fold: string): Uint8Array {
  return Uint8Array.from(fold, (letter) => {
    const code = letter.charCodeAt(0);
    if (code >= 97 && code <= 122) return code - 96;
    if (code >= 48 && code <= 57) return code - 21;
    return code === 32 ? 37 : 38 + (code % 200);
  });
}

const NO_BYTES = new Uint8Array();
const MOST_WORDS = 6;

function foldsOf(text: string, role: WordRole, script: ReadableScript): string[] {
  switch (role) {
    case 'parent':
      return parentFolds(firstWords(text), script);
    case 'text':
      return [plainFold(text, script)];
    case 'given':
    case 'undivided': {
      const words = firstWords(text).split(/\s+/u);
      const whole = variantFolds(words.join(''), script);
      // Who has several given names is often written with one of them.
      const single = words.length > 1 ? words.map((word) => foldName(word, script).join('')) : [];
      return [...new Set([...whole, ...single.filter((fold) => fold.length > 2)])];
    }
  }
}

/** An undivided name is looked for by what its given name may be: its first two, three or four consonants. */
function beginningsOf(fold: string): string[] {
  const bones = skeletonOf(fold);
  return [...new Set([3, 2, 4].map((length) => bones.slice(0, length)))];
}

function firstWords(text: string): string {
  return text.split(/\s+/u).slice(0, MOST_WORDS).join(' ');
}

/** Text that is no name, such as a street: small letters and digits, without marks. */
function plainFold(text: string, script: ReadableScript): string {
  if (script !== 'Latn') return foldName(text, script).join(' ');
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

function initialOf(fold: string): number {
  const bones = skeletonOf(fold.slice(0, 2));
  // A word that begins with a vowel: scripts keep no vowel apart, so all of them are one class.
  return bones.startsWith('=') && !/^=?[^aeiouy=]/.test(bones)
    ? 1
    : hashText(bones.replace('=', '').charAt(0), 13);
}
