import { firstOfYear, yearOf, type Day } from '@urtuu/kernel';

/** Pixels that a year's number needs. */
const YEAR_WIDTH = 46;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50];

/** The years to write under a chart from one day to another: as many as the width holds, at round distances. */
export function yearTicks(
  from: Day,
  to: Day,
  width: number,
  x: (day: Day) => number,
): { readonly x: number; readonly year: number }[] {
  const [first, last] = [yearOf(from), yearOf(to)];
  const most = Math.max(1, Math.floor(width / YEAR_WIDTH));
  const step = YEAR_STEPS.find((years) => (last - first) / years <= most) ?? 100;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => {
    const year = start + i * step;
    return { year, x: x(firstOfYear(year)) };
  });
}
