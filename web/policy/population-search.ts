/** What the address of the population page says: a scenario that somebody can send to somebody else. */

export interface PopulationSearch {
  /** Codes with commas between them. */
  readonly countries?: string;
  readonly variant?: string;
  /** How far levels are moved; see `MOST`. */
  readonly fertility?: number;
  readonly expectancy?: number;
  readonly migration?: number;
}

export type MovedLevel = 'fertility' | 'expectancy' | 'migration';

/** How far a level can be moved, in both directions: children per woman, years of life, migrants per 1,000 a year. */
export const MOST: Readonly<Record<MovedLevel, number>> = { fertility: 1, expectancy: 5, migration: 5 };

const LEVELS: readonly MovedLevel[] = ['fertility', 'expectancy', 'migration'];

/** Reads the address; what cannot be meant is as good as absent. */
export function populationSearch(search: Readonly<Record<string, unknown>>): PopulationSearch {
  const { countries, variant } = search;
  const moved = LEVELS.flatMap((level): [MovedLevel, number][] => {
    const value = search[level];
    return typeof value === 'number' && value !== 0 && Math.abs(value) <= MOST[level] ? [[level, value]] : [];
  });
  return {
    ...(typeof countries === 'string' && countries !== '' ? { countries } : {}),
    ...(typeof variant === 'string' && variant !== '' ? { variant } : {}),
    ...Object.fromEntries(moved),
  };
}
