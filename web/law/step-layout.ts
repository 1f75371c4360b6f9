/** Where everything of a chart of one legal value stands, in pixels. Pure: the drawing only follows it. */
import { day, firstOfYear, yearOf, type Day } from '@urtuu/kernel';
import type { ParameterVersion } from '@urtuu/law';
import { scaleLinear } from 'd3-scale';
import { yearTicks } from '../design/year-ticks.ts';

export interface Step {
  readonly version: ParameterVersion;
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

export interface StepLayout {
  readonly width: number;
  readonly height: number;
  /** known values, each from its first day until the next version */
  readonly steps: readonly Step[];
  /** times in which no value is known */
  readonly gaps: readonly {
    readonly version: ParameterVersion;
    readonly x: number;
    readonly width: number;
  }[];
  readonly values: readonly { readonly y: number; readonly value: number }[];
  readonly years: readonly { readonly x: number; readonly year: number }[];
  readonly left: number;
  readonly bottom: number;
  /** the day that is today, if the chart reaches it */
  readonly todayX: number | undefined;
}

const HEIGHT = 240;
const LEFT = 72;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 28;
/** Years that a last version is drawn on, since nobody knows its end. */
const TAIL_YEARS = 2;

/**
 * The chart of a series whose values are numbers; undefined where none is, as for days. Zero is always on the scale, so
 * that a small change does not look like a large one.
 */
export function layOutSteps(
  versions: readonly ParameterVersion[],
  width: number,
  today: Day,
): StepLayout | undefined {
  const numbers = versions.map(numberOf);
  const known = numbers.filter((value) => value !== undefined);
  const [first] = versions;
  const last = versions.at(-1);
  if (known.length === 0 || first === undefined || last === undefined) return undefined;
  const start = firstOfYear(yearOf(day(first.from)));
  const latest = Math.max(yearOf(day(last.from)), yearOf(today));
  const end = firstOfYear(latest + TAIL_YEARS);
  const x = scaleLinear([start, end], [LEFT, width - RIGHT]);
  const y = scaleLinear([Math.min(0, ...known), Math.max(0, ...known)], [HEIGHT - BOTTOM, TOP]).nice(4);
  const steps: Step[] = [];
  const gaps: { version: ParameterVersion; x: number; width: number }[] = [];
  versions.forEach((version, i) => {
    const from = x(day(version.from));
    const until = x(version.to === null ? end : day(version.to));
    const span = { version, x: from, width: Math.max(1, until - from) };
    const value = numbers[i];
    if (value === undefined) gaps.push(span);
    else steps.push({ ...span, y: y(value) });
  });
  return {
    width,
    height: HEIGHT,
    steps,
    gaps,
    values: y.ticks(4).map((value) => ({ value, y: y(value) })),
    years: yearTicks(start, end, width - LEFT - RIGHT, x),
    left: LEFT,
    bottom: HEIGHT - BOTTOM,
    todayX: today >= start && today < end ? x(today) : undefined,
  };
}

function numberOf({ value, unit }: ParameterVersion): number | undefined {
  if (value === null || unit === 'day') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
