import { foldName } from '../names/fold-name.ts';
import { normaliseName } from '../names/normalise-name.ts';
import { parentFolds } from '../names/parent-name.ts';
import { consonantClasses, phonesOf } from '../names/phones.ts';
import { skeletonOf, skeletonsOf } from '../names/skeleton.ts';
import { variantFolds } from '../names/name-variants.ts';
import { scriptOf, type ReadableScript } from '../names/writing.ts';
import { letterBits } from './likeness.ts';
import { ByteRuns, hashText, IntegerColumn, sharedBytes } from './columns.ts';

/**
 * Every distinct word or phrase of a table, compiled once to numbers; a record holds word numbers, from 1. 0 is
 * missing. Two words of equal number are the same text in the same script and role.
 */
export interface WordColumns {
  readonly count: number;
  /** number of the text, whatever its script */
  readonly text: Int32Array;
  /** number of the main fold */
  readonly fold: Int32Array;
  readonly foldBytes: Uint8Array;
  readonly foldStart: Int32Array;
  /** a bit for each letter of the main fold */
  readonly letters: Int32Array;
  /** other folds the rules allow */
  readonly variants: Int32Array;
  readonly variantStart: Int32Array;
  readonly phones: Uint8Array;
  readonly phoneStart: Int32Array;
  /** a bit for each class of firm consonants */
  readonly classes: Int32Array;
  readonly foldHash: Int32Array;
  /** hashes of up to three skeletons; 0 where there are fewer */
  readonly skeletons: readonly [Int32Array, Int32Array, Int32Array];
  /** hash of the first two consonant classes */
  readonly head: Int32Array;
  /** class of the first sound, 0 if none */
  readonly initial: Int32Array;
  readonly script: Uint8Array;
  readonly flags: Uint8Array;
}

export const SCRIPT_CODES = {
  'kk-Cyrl': 1,
  'ru-Cyrl': 2,
  'mn-Cyrl': 3,
  Latn: 4,
  'kk-Arab': 5,
  Hani: 6,
} as const satisfies Record<ReadableScript, number>;

/** The word is one letter, as of «Б. Болд». */
export const IS_INITIAL = 1;
/** A Han name without a dot: given and father's name in one. */
export const IS_UNDIVIDED = 2;

export type WordRole = 'given' | 'parent' | 'text' | 'undivided';

/** Collects words while records are read. */
export class WordBuilder {
  readonly #byKey = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #columns = Object.fromEntries(
    INTEGER_COLUMNS.map((name) => [name, new IntegerColumn()]),
  ) satisfies Record<string, IntegerColumn>;
  readonly #fold = new ByteRuns();
  readonly #phones = new ByteRuns();
  readonly #variants = new IntegerColumn();
  readonly #scripts: number[] = [0];
  readonly #flags: number[] = [0];
  readonly #texts: string[] = [''];

  constructor() {
    this.#append([], '', 'text');
  }

  /** Number of a word; 0 for a text that holds nothing to compare. */
  add(text: string, role: WordRole, script: ReadableScript | undefined): number {
    const key = `${role}\u0000${script ?? ''}\u0000${text}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const number = this.#compile(text, role, script ?? scriptOf(text) ?? 'Latn');
    this.#byKey.set(key, number);
    return number;
  }

  textOf(word: number): string {
    return this.#texts[word] ?? '';
  }

  freeze(): WordColumns {
    const { bytes: foldBytes, starts: foldStart } = this.#fold.freeze();
    const { bytes: phones, starts: phoneStart } = this.#phones.freeze();
    this.#column('variantStart').push(this.#variants.length);
    const frozen = (name: (typeof INTEGER_COLUMNS)[number]): Int32Array => this.#column(name).freeze();
    const script = sharedBytes(this.#scripts.length);
    script.set(this.#scripts);
    const flags = sharedBytes(this.#flags.length);
    flags.set(this.#flags);
    return {
      count: this.#texts.length,
      text: frozen('text'),
      fold: frozen('fold'),
      foldBytes,
      foldStart,
      letters: frozen('letters'),
      variants: this.#variants.freeze(),
      variantStart: frozen('variantStart'),
      phones,
      phoneStart,
      classes: frozen('classes'),
      foldHash: frozen('foldHash'),
      skeletons: [frozen('skeleton0'), frozen('skeleton1'), frozen('skeleton2')],
      head: frozen('head'),
      initial: frozen('initial'),
      script,
      flags,
    };
  }

  #compile(text: string, role: WordRole, script: ReadableScript): number {
    const folds = foldsOf(text, role, script);
    if (folds[0] === undefined || folds[0] === '') return 0;
    const letters = text.match(/[\p{Letter}\p{Number}]/gu)?.length ?? 0;
    this.#texts.push(text);
    this.#scripts.push(SCRIPT_CODES[script]);
    this.#flags.push(
      (letters === 1 && script !== 'Hani' ? IS_INITIAL : 0) | (role === 'undivided' ? IS_UNDIVIDED : 0),
    );
    const plain = role === 'text' ? text.toLowerCase() : normaliseName(text, script).toLowerCase();
    this.#append(folds, plain, role);
    return this.#texts.length - 1;
  }

  #append(folds: readonly string[], text: string, role: WordRole): void {
    const [main = '', ...others] = folds;
    const put = (name: (typeof INTEGER_COLUMNS)[number], value: number): void =>
      this.#column(name).push(value);
    put('variantStart', this.#variants.length);
    put('text', this.#number(`t${text}`));
    put('fold', this.#number(`f${main}`));
    for (const fold of others) this.#variants.push(this.#number(`f${fold}`));
    const letters = lettersOf(main);
    this.#fold.push(letters);
    put('letters', letterBits(letters));
    const phones = phonesOf(main);
    put('classes', consonantClasses(phones));
    this.#phones.push(role === 'text' ? NO_BYTES : phones);
    put('foldHash', main === '' ? 0 : hashText(main));
    const skeletons = main === '' ? [] : role === 'undivided' ? beginningsOf(main) : skeletonsOf(main);
    for (const i of [0, 1, 2] as const) {
      const bones = skeletons[i];
      put(`skeleton${i}`, bones === undefined ? 0 : hashText(bones, 7));
    }
    put('head', main === '' ? 0 : hashText(skeletonOf(main).slice(0, 2), 11));
    put('initial', main === '' ? 0 : initialOf(main));
  }

  #number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  #column(name: (typeof INTEGER_COLUMNS)[number]): IntegerColumn {
    const column = this.#columns[name];
    if (column === undefined) throw new Error(`No column ${name}`);
    return column;
  }
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

const INTEGER_COLUMNS = [
  'text',
  'fold',
  'letters',
  'classes',
  'variantStart',
  'foldHash',
  'skeleton0',
  'skeleton1',
  'skeleton2',
  'head',
  'initial',
] as const;

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
