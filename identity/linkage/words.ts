import { scriptOf, type ReadableScript } from '../names/writing.ts';
import { ByteRuns, IntegerColumn, sharedBytes } from './columns.ts';
import { compileWord, type CompiledWord, type WordRole } from './compiled-word.ts';

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
  readonly #scripts: number[] = [];
  readonly #flags: number[] = [];
  readonly #texts: string[] = [];

  constructor() {
    this.#append('', 'text', 0, undefined);
  }

  /** Number of a word; 0 for a text that holds nothing to compare. */
  add(text: string, role: WordRole, script: ReadableScript | undefined): number {
    const key = `${role}\u0000${script ?? ''}\u0000${text}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const readable = script ?? scriptOf(text) ?? 'Latn';
    const word = compileWord(text, role, readable);
    const number = word === undefined ? 0 : this.#texts.length;
    if (word !== undefined) this.#append(text, role, SCRIPT_CODES[readable], word);
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

  #append(text: string, role: WordRole, script: number, word: CompiledWord | undefined): void {
    this.#texts.push(text);
    this.#scripts.push(script);
    this.#flags.push((word?.isInitial === true ? IS_INITIAL : 0) | (role === 'undivided' ? IS_UNDIVIDED : 0));
    const [main = '', ...others] = word?.folds ?? [];
    const put = (name: (typeof INTEGER_COLUMNS)[number], value: number): void =>
      this.#column(name).push(value);
    put('variantStart', this.#variants.length);
    put('text', this.#number(`t${word?.plain ?? ''}`));
    put('fold', this.#number(`f${main}`));
    for (const fold of others) this.#variants.push(this.#number(`f${fold}`));
    this.#fold.push(word?.letters ?? NO_BYTES);
    put('letters', word?.letterBits ?? 0);
    put('classes', word?.classes ?? 0);
    this.#phones.push(word?.phones ?? NO_BYTES);
    put('foldHash', word?.foldHash ?? 0);
    for (const i of [0, 1, 2] as const) put(`skeleton${i}`, word?.skeletons[i] ?? 0);
    put('head', word?.head ?? 0);
    put('initial', word?.initial ?? 0);
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
