import type { Comparer } from './comparer.ts';
import type { LinkSettings, WordComparison } from './settings.ts';
import type { LinkTable } from './table.ts';

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
  return {
    byLevel: settings.comparisons.map((comparison) => {
      if (comparison.kind !== 'word' || comparison.rarestTerm === undefined) return [];
      const kinds = new Map<'fold' | 'skeleton', Float32Array>();
      return [
        undefined,
        ...comparison.levels.map(({ termFrequency }) => {
          if (termFrequency === undefined) return undefined;
          const known = kinds.get(termFrequency) ?? weightsBy(table, comparison, termFrequency);
          kinds.set(termFrequency, known);
          return known;
        }),
      ];
    }),
  };
}

function weightsBy(table: LinkTable, comparison: WordComparison, by: 'fold' | 'skeleton'): Float32Array {
  const { words } = table;
  const termOf = by === 'fold' ? words.fold : words.skeletons[0];
  const counts = new Map<number, number>();
  let total = 0;
  for (const field of comparison.fields) {
    const values = table.values[field] ?? new Int32Array();
    for (let record = 0; record < values.length; record += 1) {
      const word = values[record] ?? 0;
      if (word === 0) continue;
      const term = termOf[word] ?? 0;
      counts.set(term, (counts.get(term) ?? 0) + 1);
      total += 1;
    }
  }
  const weights = new Float32Array(words.count);
  if (total < 2) return weights;
  let agreement = 0;
  for (const count of counts.values()) agreement += (count / total) ** 2;
  const rarest = Math.max(comparison.rarestTerm ?? 0, 1 / total);
  for (let word = 1; word < words.count; word += 1) {
    const count = counts.get(termOf[word] ?? 0);
    if (count === undefined) continue;
    weights[word] = Math.log2(agreement / Math.max(count / total, rarest));
  }
  return weights;
}
