import type { Comparer } from './comparer.ts';
import type { LinkSettings, WordComparison } from './settings.ts';
import type { LinkTable } from './table.ts';
import type { WordColumns } from './words.ts';

/**
 * Bits to add where a value agrees, by comparison, level and word: a rare name is more evidence than a common one.
 * They replace the mean chance of agreement in u by the value's own frequency.
 */
export interface TermWeights {
  readonly byLevel: readonly (readonly (Float32Array | undefined)[])[];
}

/** Bits of the commoner word of the pair in hand, at a level of a comparison; 0 where frequencies do not count. */
export function termWeight({ byLevel }: TermWeights, comparer: Comparer, c: number, level: number): number {
  const terms = byLevel[c]?.[level];
  if (terms === undefined) return 0;
  const x = terms[comparer.agreedLeft[c] ?? 0] ?? 0;
  const y = terms[comparer.agreedRight[c] ?? 0] ?? 0;
  return x < y ? x : y;
}

/** Frequencies of the values of a table, as the evidence they are in each comparison that asks for it. */
export function termWeights(table: LinkTable, settings: LinkSettings): TermWeights {
  return termWeightsFrom(termStatistics(table, settings), table, settings);
}

/**
 * How common the values of each comparison are, without the table they were counted in: bits by the hash of the folded
 * word or of its skeleton, and those of a value so rare that it was left out.
 */
export interface TermStatistics {
  readonly byComparison: Readonly<Record<string, Readonly<Partial<Record<TermKind, TermBits>>>>>;
}

type TermKind = 'fold' | 'skeleton';

interface TermBits {
  readonly rare: number;
  readonly bits: ReadonlyMap<number, number>;
}

export function termStatistics(table: LinkTable, settings: LinkSettings): TermStatistics {
  const counted = settings.comparisons.flatMap((comparison) => {
    if (comparison.kind !== 'word' || comparison.rarestTerm === undefined) return [];
    const kinds = kindsOf(comparison).map((kind) => [kind, countedBits(table, comparison, kind)] as const);
    return [[comparison.name, Object.fromEntries(kinds)] as const];
  });
  return { byComparison: Object.fromEntries(counted) };
}

/** The statistics as weights of the words of a table, which may be another one than they were counted in. */
export function termWeightsFrom(
  { byComparison }: TermStatistics,
  table: LinkTable,
  settings: LinkSettings,
): TermWeights {
  return {
    byLevel: settings.comparisons.map((comparison) => {
      const known = byComparison[comparison.name];
      if (comparison.kind !== 'word' || known === undefined) return [];
      const byKind = new Map(
        kindsOf(comparison).map((kind) => [kind, weightsOfWords(table, kind, known[kind])] as const),
      );
      return [
        undefined,
        ...comparison.levels.map(({ termFrequency }) =>
          termFrequency === undefined ? undefined : byKind.get(termFrequency),
        ),
      ];
    }),
  };
}

function kindsOf({ levels }: WordComparison): TermKind[] {
  const kinds = levels.map(({ termFrequency }) => termFrequency).filter((kind) => kind !== undefined);
  return [...new Set(kinds)];
}

function weightsOfWords({ words }: LinkTable, kind: TermKind, known: TermBits | undefined): Float32Array {
  const weights = new Float32Array(words.count);
  if (known === undefined) return weights;
  const terms = termsOf(words, kind);
  for (let word = 1; word < words.count; word += 1) {
    weights[word] = known.bits.get(terms[word] ?? 0) ?? known.rare;
  }
  return weights;
}

function termsOf(words: WordColumns, kind: TermKind): Int32Array {
  return kind === 'fold' ? words.foldHash : words.skeletons[0];
}

function countedBits(table: LinkTable, comparison: WordComparison, kind: TermKind): TermBits {
  const terms = termsOf(table.words, kind);
  const ofWord = new Int32Array(table.words.count);
  let total = 0;
  for (const field of comparison.fields) {
    for (const word of table.values[field] ?? new Int32Array()) {
      if (word === 0) continue;
      ofWord[word] = (ofWord[word] ?? 0) + 1;
      total += 1;
    }
  }
  if (total < 2) return { rare: 0, bits: new Map() };
  const counts = new Map<number, number>();
  for (let word = 1; word < ofWord.length; word += 1) {
    const count = ofWord[word] ?? 0;
    const term = terms[word] ?? 0;
    if (count > 0) counts.set(term, (counts.get(term) ?? 0) + count);
  }
  let agreement = 0;
  for (const count of counts.values()) agreement += (count / total) ** 2;
  const rarest = Math.max(comparison.rarestTerm ?? 0, 1 / total);
  const bits = new Map<number, number>();
  for (const [term, count] of counts) {
    if (count / total > rarest) bits.set(term, Math.log2(agreement / (count / total)));
  }
  return { rare: Math.log2(agreement / rarest), bits };
}
