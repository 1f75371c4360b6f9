/** Seed of the paths on the page: the same for everybody, so that a figure can be quoted. */
export const SEED = 1;

/** Paths behind the bands. */
export const PATHS = 1000;
