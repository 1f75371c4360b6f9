/** What the page and its worker say to each other. */
import type { BandYear } from '@urtuu/policy';
import type { Asked, CountryFigures } from './population-figures.ts';

export interface Request {
  /** Rises with every question; answers to older ones are passed over. */
  readonly id: number;
  readonly asked: Asked;
  /** Paths for the bands; 0 for none. */
  readonly paths: number;
}

export type Answer =
  | { readonly id: number; readonly kind: 'figures'; readonly figures: CountryFigures }
  | { readonly id: number; readonly kind: 'bands'; readonly bands: Bands }
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };

/** Bands of the paths computed so far. */
export interface Bands {
  readonly years: readonly BandYear[];
  readonly done: number;
  readonly of: number;
}
