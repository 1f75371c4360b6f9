import { at } from './columns.ts';

/**
 * The cubic through given points that turns nowhere between two of them: it rises where the points rise. Used on
 * cumulative figures, so that no age gets a negative share. Slopes after F. N. Fritsch and J. Butland, “A method for
 * constructing local monotone piecewise cubic interpolants”, SIAM J. Sci. Stat. Comput. 5 (1984) 300–304 (PCHIP);
 * at both ends the three-point formula, limited to keep the shape.
 *
 * `xs` rise strictly. Outside them the end value holds.
 */
export function monotoneSpline(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  const last = xs.length - 1;
  const widths = Array.from({ length: last }, (_, i) => at(xs, i + 1) - at(xs, i));
  const rises = widths.map((width, i) => (at(ys, i + 1) - at(ys, i)) / width);
  const slopes = xs.map((_, i) => {
    if (last === 1) return at(rises, 0);
    if (i === 0) return endSlope(at(widths, 0), at(widths, 1), at(rises, 0), at(rises, 1));
    if (i === last)
      return endSlope(at(widths, last - 1), at(widths, last - 2), at(rises, last - 1), at(rises, last - 2));
    return innerSlope(at(widths, i - 1), at(widths, i), at(rises, i - 1), at(rises, i));
  });
  return (x) => {
    if (x <= at(xs, 0)) return at(ys, 0);
    if (x >= at(xs, last)) return at(ys, last);
    const next = xs.findIndex((knot) => knot > x);
    const i = next - 1;
    const width = at(widths, i);
    const t = (x - at(xs, i)) / width;
    return (
      at(ys, i) * (1 + 2 * t) * (1 - t) ** 2 +
      width * at(slopes, i) * t * (1 - t) ** 2 +
      at(ys, next) * t * t * (3 - 2 * t) +
      width * at(slopes, next) * t * t * (t - 1)
    );
  };
}

function innerSlope(before: number, after: number, rising: number, next: number): number {
  if (rising * next <= 0) return 0;
  const one = 2 * after + before;
  const two = after + 2 * before;
  return (one + two) / (one / rising + two / next);
}

function endSlope(width: number, next: number, rise: number, nextRise: number): number {
  const slope = ((2 * width + next) * rise - width * nextRise) / (width + next);
  if (slope * rise <= 0) return 0;
  return rise * nextRise <= 0 && Math.abs(slope) > 3 * Math.abs(rise) ? 3 * rise : slope;
}
