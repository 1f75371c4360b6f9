import { dateAgreement } from '../dates/compare-dates.ts';
import { placeAgreement } from '../places/gazetteer.ts';
import type { ComparisonSettings, LinkSettings, ValueComparison, WordComparison } from './settings.ts';
import type { LinkTable } from './table.ts';
import { WordLevels } from './word-levels.ts';
import { IS_UNDIVIDED } from './words.ts';

/**
 * Compares two records of a table by all comparisons of the settings. `levels` holds, after `compare`, the level of
 * each: the position in the settings counted from 1, or 0 for no evidence. One comparer serves one thread.
 */
export class Comparer {
  readonly levels: Uint8Array;
  /** words that agreed, by comparison: their frequency is evidence too; 0 where there are none */
  readonly agreedLeft: Int32Array;
  readonly agreedRight: Int32Array;
  readonly #steps: readonly ((a: number, b: number) => void)[];

  constructor(table: LinkTable, settings: LinkSettings) {
    const { comparisons } = settings;
    this.levels = new Uint8Array(comparisons.length);
    this.agreedLeft = new Int32Array(comparisons.length);
    this.agreedRight = new Int32Array(comparisons.length);
    this.#steps = comparisons.map((comparison, at) =>
      comparison.kind === 'word'
        ? this.#wordStep(table, settings, comparison, at)
        : this.#valueStep(table, comparison, at),
    );
  }

  compare(a: number, b: number): void {
    for (const step of this.#steps) step(a, b);
  }

  #wordStep(
    table: LinkTable,
    { comparisons }: LinkSettings,
    comparison: WordComparison,
    at: number,
  ): (a: number, b: number) => void {
    const levels = new WordLevels(table.words, comparison.levels);
    const [first = NOTHING, second] = comparison.fields.map((field) => table.values[field] ?? NOTHING);
    const set = (level: number, x: number, y: number): void => {
      this.levels[at] = level;
      this.agreedLeft[at] = x;
      this.agreedRight[at] = y;
    };
    if (second !== undefined) {
      const whole = wholeNames(table, comparisons);
      const parts = {
        part: comparison.part ?? 'best',
        otherRole: comparison.levels.findIndex(({ test }) => test === 'otherRole') + 1,
        isDifferent: [false, ...comparison.levels.map(({ test }) => test === 'different')],
      } as const;
      const swap = comparisons.findIndex(swapsWithAny(comparison.fields));
      return (a, b) => {
        const given = comparisons[swap];
        const swapped = given === undefined ? 0 : swappedLevel(given);
        if (swapped !== 0 && this.levels[swap] === swapped) set(0, 0, 0);
        else crossed(levels, parts, first, second, whole, a, b, set);
      };
    }
    const swapped = swappedLevel(comparison);
    const others = (comparison.swapsWith ?? []).map((field) => table.values[field] ?? NOTHING);
    const [bones] = table.words.skeletons;
    return (a, b) => {
      const x = first[a] ?? 0;
      const y = first[b] ?? 0;
      const level = levels.level(x, y);
      set(level, x, y);
      if (swapped === 0 || level === 0 || comparison.levels[level - 1]?.test !== 'different') return;
      for (const other of others) {
        const left = other[a] ?? 0;
        const right = other[b] ?? 0;
        // The consonants tell most exchanges apart at once.
        if (left === 0 || right === 0 || bones[left] !== bones[y] || bones[right] !== bones[x]) continue;
        if (isNear(comparison, levels.level(x, right)) && isNear(comparison, levels.level(left, y))) {
          set(swapped, x, y);
          return;
        }
      }
    };
  }

  #valueStep(table: LinkTable, comparison: ValueComparison, at: number): (a: number, b: number) => void {
    const values = table.values[comparison.fields[0] ?? ''] ?? NOTHING;
    const number = new Map<string, number>(comparison.levels.map(({ test }, i) => [test, i + 1]));
    const different = number.get('different') ?? 0;
    const equal = number.get('equal') ?? different;
    const agreement = agreementOf(comparison.kind);
    return (a, b) => {
      const x = values[a] ?? 0;
      const y = values[b] ?? 0;
      if (x === 0 || y === 0) this.levels[at] = 0;
      else if (comparison.kind === 'code') this.levels[at] = x === y ? equal : different;
      else this.levels[at] = number.get(agreement(x, y)) ?? different;
    };
  }
}

const NOTHING = new Int32Array();

/** Han names without a dot hold the father's name too: they stand in for a missing one. */
function wholeNames(table: LinkTable, comparisons: readonly ComparisonSettings[]): WholeNames {
  const given = comparisons.find(({ kind, name }) => kind === 'word' && name === 'given')?.fields[0] ?? '';
  return { given: table.values[given] ?? NOTHING, flags: table.words.flags };
}

interface WholeNames {
  readonly given: Int32Array;
  readonly flags: Uint8Array;
}

interface CrossedParts {
  readonly part: 'best' | 'rest';
  /** level for roles that could only be compared across, 0 if the settings have none */
  readonly otherRole: number;
  /** by level */
  readonly isDifferent: readonly boolean[];
}

function crossed(
  levels: WordLevels,
  { part, otherRole, isDifferent }: CrossedParts,
  first: Int32Array,
  second: Int32Array,
  { given, flags }: WholeNames,
  a: number,
  b: number,
  set: (level: number, x: number, y: number) => void,
): void {
  let p = first[a] ?? 0;
  const q = second[a] ?? 0;
  let r = first[b] ?? 0;
  const s = second[b] ?? 0;
  if (part === 'best') {
    if (p === 0 && q === 0 && ((flags[given[a] ?? 0] ?? 0) & IS_UNDIVIDED) !== 0) p = given[a] ?? 0;
    else if (r === 0 && s === 0 && ((flags[given[b] ?? 0] ?? 0) & IS_UNDIVIDED) !== 0) r = given[b] ?? 0;
  }
  const straight = levels.level(p, r);
  const family = levels.level(q, s);
  const across = levels.level(p, s);
  const back = levels.level(q, r);
  const best = least(least(straight, family), least(across, back));
  if (part === 'best') {
    if (best === 0) set(0, 0, 0);
    else if (otherRole !== 0 && straight === 0 && family === 0 && isDifferent[best] === true) {
      set(otherRole, 0, 0);
    } else if (best === straight) set(best, p, r);
    else if (best === family) set(best, q, s);
    else if (best === across) set(best, p, s);
    else set(best, q, r);
    return;
  }
  if (p === 0 || q === 0 || r === 0 || s === 0) set(0, 0, 0);
  else if (best === straight) set(family, q, s);
  else if (best === family) set(straight, p, r);
  else if (best === across) set(back, q, r);
  else set(across, p, s);
}

/** The better of two levels; 0 is none. */
function least(x: number, y: number): number {
  if (x === 0) return y;
  return y === 0 || x < y ? x : y;
}

function swapsWithAny(fields: readonly string[]): (comparison: ComparisonSettings) => boolean {
  return (comparison) =>
    comparison.kind === 'word' && comparison.swapsWith?.some((field) => fields.includes(field)) === true;
}

function swappedLevel(comparison: ComparisonSettings): number {
  return comparison.kind === 'word' ? comparison.levels.findIndex(({ test }) => test === 'swapped') + 1 : 0;
}

function isNear(comparison: WordComparison, level: number): boolean {
  const test = comparison.levels[level - 1]?.test;
  return test !== undefined && test !== 'different' && test !== 'initial';
}

function agreementOf(kind: 'date' | 'place' | 'code'): (x: number, y: number) => string {
  switch (kind) {
    case 'date':
      return dateAgreement;
    case 'place':
      return placeAgreement;
    case 'code':
      return (x, y) => (x === y ? 'equal' : 'different');
  }
}
