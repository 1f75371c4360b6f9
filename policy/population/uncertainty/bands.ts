/** From many paths to bands: what share of them lies below. */
import { at } from '../columns.ts';
import type { PathFigures } from './paths.ts';

/** Percent of the paths that lie below: the bounds of 95 %, of 80 %, and the middle. */
export const QUANTILES = [2.5, 10, 50, 90, 97.5] as const;

/** One value for each of `QUANTILES`. */
export type Quantiles = readonly number[];

export const BAND_INDICATORS = [
  'total',
  'young',
  'working',
  'old',
  'dependency',
  'oldAgeDependency',
] as const;
export type BandIndicator = (typeof BAND_INDICATORS)[number];

export interface BandYear {
  readonly year: number;
  /** Persons, and for the dependency ratios persons per 100 of working age. */
  readonly bands: Readonly<Record<BandIndicator, Quantiles>>;
}

/** Bands of each year from the figures of all paths, in whatever parts they were computed. */
export function bandsOf(parts: readonly PathFigures[]): BandYear[] {
  const [{ from, years } = { from: 0, years: 0 }] = parts;
  return Array.from({ length: years }, (_, i) => ({
    year: from + i,
    bands: {
      total: quantiles(parts, (part, place) => at(part.total, place), i),
      young: quantiles(parts, (part, place) => at(part.young, place), i),
      working: quantiles(parts, (part, place) => at(part.working, place), i),
      old: quantiles(parts, (part, place) => at(part.old, place), i),
      dependency: quantiles(
        parts,
        (part, place) => ((at(part.young, place) + at(part.old, place)) / at(part.working, place)) * 100,
        i,
      ),
      oldAgeDependency: quantiles(
        parts,
        (part, place) => (at(part.old, place) / at(part.working, place)) * 100,
        i,
      ),
    },
  }));
}

function quantiles(
  parts: readonly PathFigures[],
  valueAt: (part: PathFigures, place: number) => number,
  year: number,
): Quantiles {
  const values = parts
    .flatMap((part) =>
      Array.from({ length: part.total.length / part.years }, (_, path) =>
        valueAt(part, path * part.years + year),
      ),
    )
    .toSorted((a, b) => a - b);
  return QUANTILES.map((percent) => quantile(values, percent / 100));
}

/** Between two sorted values in a straight line: type 7 of R. Hyndman and Y. Fan, American Statistician 50 (1996). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const value = at(sorted, low);
  return low === place ? value : value + (at(sorted, low + 1) - value) * (place - low);
}
