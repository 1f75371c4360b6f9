import { mostSoundLikeness, soundLikeness, type Span } from '../names/phones.ts';
import { jaroWinklerBytes, mostLikeness } from './likeness.ts';
import type { LevelSettings, Stratum, WordTest } from './settings.ts';
import { IS_INITIAL, IS_UNDIVIDED, SCRIPT_CODES, type WordColumns } from './words.ts';

/**
 * The level on which two words agree: the first of the settings' levels that holds, counted from 1; 0 if a word is
 * missing. Most pairs of records bring word pairs that were met before, so levels are kept in a table of fixed size
 * in which a newer pair takes the place of an older one.
 */
export class WordLevels {
  readonly #words: WordColumns;
  readonly #byStratum: Readonly<Record<Stratum, readonly NumberedLevel[]>>;
  /** first word, then second word and level in one number */
  readonly #kept: Int32Array;
  readonly #shift: number;
  /** likeness of the pair in hand, by letters or by sound as its scripts want; computed when first asked for */
  #likeness = UNKNOWN;

  constructor(words: WordColumns, levels: readonly LevelSettings<WordTest>[]) {
    this.#words = words;
    // Few words make few pairs, and a table for many of them costs more than it saves.
    const bits = Math.min(MOST_KEPT_BITS, Math.max(8, Math.ceil(Math.log2(words.count)) + 4));
    this.#kept = new Int32Array(2 << bits);
    this.#shift = 32 - bits;
    const of = (stratum: Stratum): NumberedLevel[] =>
      levels
        .map(({ test, atLeast = 0, among }, i) => ({ test, atLeast, among, number: i + 1 }))
        .filter(
          ({ among, test }) =>
            test !== 'swapped' && test !== 'otherRole' && (among === undefined || among === stratum),
        );
    this.#byStratum = { same: of('same'), cross: of('cross'), han: of('han') };
  }

  level(a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    const slot = ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> this.#shift) * 2;
    const kept = this.#kept[slot + 1] ?? 0;
    if (this.#kept[slot] === a && kept >>> LEVEL_BITS === b) return kept & MOST_LEVELS;
    const level = this.#find(a, b);
    this.#kept[slot] = a;
    this.#kept[slot + 1] = (b << LEVEL_BITS) | level;
    return level;
  }

  #find(a: number, b: number): number {
    const { flags } = this.#words;
    const initial = (((flags[a] ?? 0) | (flags[b] ?? 0)) & IS_INITIAL) !== 0;
    this.#likeness = UNKNOWN;
    for (const { test, atLeast, number } of this.#byStratum[this.#stratum(a, b)]) {
      if (initial && test !== 'initial' && test !== 'different') continue;
      if (this.#holds(test, atLeast, a, b, initial)) return number;
    }
    return 0;
  }

  #stratum(a: number, b: number): Stratum {
    const x = this.#words.script[a];
    const y = this.#words.script[b];
    if (x === y) return 'same';
    return x === SCRIPT_CODES.Hani || y === SCRIPT_CODES.Hani ? 'han' : 'cross';
  }

  #holds(test: WordTest, atLeast: number, a: number, b: number, initial: boolean): boolean {
    const words = this.#words;
    switch (test) {
      case 'equal':
        return words.text[a] === words.text[b];
      case 'fold':
        return words.fold[a] === words.fold[b];
      case 'variant':
        return this.#shareVariant(a, b);
      case 'jaroWinkler':
        if (this.#likeness === UNKNOWN) this.#likeness = this.#likenessOf(a, b);
        return this.#likeness >= atLeast;
      case 'skeleton':
        return this.#shareSkeleton(a, b);
      case 'sound':
        if (this.#likeness === UNKNOWN) this.#likeness = this.#soundsLike(a, b);
        return this.#likeness >= atLeast;
      case 'initial':
        return initial && words.initial[a] === words.initial[b];
      case 'swapped':
      case 'otherRole':
        return false;
      case 'different':
        return true;
    }
  }

  #likenessOf(a: number, b: number): number {
    const { foldBytes, foldStart, letters } = this.#words;
    const fromA = foldStart[a] ?? 0;
    const toA = foldStart[a + 1] ?? 0;
    const fromB = foldStart[b] ?? 0;
    const toB = foldStart[b + 1] ?? 0;
    const most = mostLikeness(
      toA - fromA,
      toB - fromB,
      letters[a] ?? 0,
      letters[b] ?? 0,
      foldBytes[fromA] === foldBytes[fromB],
    );
    return most < LEAST_LIKENESS ? 0 : jaroWinklerBytes(foldBytes, fromA, toA, fromB, toB);
  }

  /** One of the folds of a word, its own among them, is one of the other's. */
  #shareVariant(a: number, b: number): boolean {
    const { fold, variants, variantStart } = this.#words;
    const [fromA = 0, toA = 0] = [variantStart[a], variantStart[a + 1]];
    const [fromB = 0, toB = 0] = [variantStart[b], variantStart[b + 1]];
    for (let i = fromA - 1; i < toA; i += 1) {
      const x = i < fromA ? fold[a] : variants[i];
      for (let j = fromB - 1; j < toB; j += 1) {
        if (x === (j < fromB ? fold[b] : variants[j])) return true;
      }
    }
    return false;
  }

  #shareSkeleton(a: number, b: number): boolean {
    const { skeletons } = this.#words;
    for (const left of skeletons) {
      const bones = left[a];
      if (bones === 0) continue;
      for (const right of skeletons) if (right[b] === bones) return true;
    }
    return false;
  }

  #soundsLike(a: number, b: number): number {
    const { flags } = this.#words;
    if (((flags[a] ?? 0) & IS_UNDIVIDED) !== 0) return this.#sound(b, a, 'inside');
    return this.#sound(a, b, ((flags[b] ?? 0) & IS_UNDIVIDED) === 0 ? 'whole' : 'inside');
  }

  #sound(a: number, b: number, span: Span): number {
    const { phones, phoneStart, classes } = this.#words;
    const x = phones.subarray(phoneStart[a], phoneStart[a + 1]);
    const y = phones.subarray(phoneStart[b], phoneStart[b + 1]);
    const most = mostSoundLikeness(x, y, classes[a] ?? 0, classes[b] ?? 0, span);
    return most < LEAST_SOUND ? 0 : soundLikeness(x, y, span);
  }
}

interface NumberedLevel {
  readonly test: WordTest;
  readonly atLeast: number;
  readonly number: number;
}

const MOST_KEPT_BITS = 16;
const LEVEL_BITS = 5;
const MOST_LEVELS = 31;

const UNKNOWN = -1;
const LEAST_SOUND = 0.5;
/** Settings ask for no likeness below this; lower ones need not be exact. */
export const LEAST_LIKENESS = 0.7;
