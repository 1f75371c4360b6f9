/** Where everything of an age pyramid stands, in pixels. Pure: the drawing only follows it. */
import { scaleLinear } from 'd3-scale';

export interface PyramidLayout {
  readonly width: number;
  readonly height: number;
  /** Outlines of both sides as SVG paths, one step for each year of age. */
  readonly men: string;
  readonly women: string;
  readonly ages: readonly { readonly y: number; readonly age: number }[];
  readonly persons: readonly { readonly x: number; readonly persons: number }[];
  readonly bottom: number;
  /** Middle of the strip in which the ages are written. */
  readonly middle: number;
}

const BAR = 3.4;
const TOP = 8;
const BOTTOM = 24;
const STRIP = 34;
const SIDE = 8;
const AGE_STEP = 10;

/** `most` is the size of the largest group that the scale has room for, the same while the years pass. */
export function layOutPyramid(
  men: ArrayLike<number>,
  women: ArrayLike<number>,
  most: number,
  width: number,
): PyramidLayout {
  const height = TOP + men.length * BAR + BOTTOM;
  const bottom = height - BOTTOM;
  const middle = width / 2;
  const left = scaleLinear([0, most], [middle - STRIP / 2, SIDE]);
  const right = scaleLinear([0, most], [middle + STRIP / 2, width - SIDE]);
  const yOf = (age: number): number => bottom - age * BAR;
  return {
    width,
    height,
    men: steps(men, left, yOf),
    women: steps(women, right, yOf),
    ages: Array.from({ length: Math.floor(men.length / AGE_STEP) + 1 }, (_, i) => ({
      age: i * AGE_STEP,
      y: yOf(i * AGE_STEP + 0.5),
    })),
    persons: left
      .ticks(2)
      .filter((persons) => persons > 0)
      .flatMap((persons) => [
        { x: left(persons), persons },
        { x: right(persons), persons },
      ]),
    bottom,
    middle,
  };
}

function steps(
  groups: ArrayLike<number>,
  x: (persons: number) => number,
  yOf: (age: number) => number,
): string {
  const parts = [`M${round(x(0))} ${round(yOf(0))}`];
  for (let age = 0; age < groups.length; age += 1)
    parts.push(`H${round(x(groups[age] ?? 0))}`, `V${round(yOf(age + 1))}`);
  return `${parts.join('')}H${round(x(0))}Z`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
