/** Where everything of a chart over the years stands, in pixels. Pure: the drawing only follows it. */
import { scaleLinear } from 'd3-scale';

export interface YearValue {
  readonly year: number;
  readonly value: number;
}

export interface YearBand {
  readonly year: number;
  /** 2.5, 10, 50, 90 and 97.5 %. */
  readonly quantiles: readonly number[];
}

export interface FanSeries {
  readonly key: string;
  readonly values: readonly YearValue[];
  readonly bands?: readonly YearBand[] | undefined;
}

export interface FanLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
  readonly series: readonly {
    readonly key: string;
    readonly line: string;
    readonly band80: string | undefined;
    readonly band95: string | undefined;
  }[];
  readonly years: readonly { readonly x: number; readonly year: number }[];
  readonly values: readonly { readonly y: number; readonly value: number }[];
  readonly xOf: (year: number) => number;
  readonly yOf: (value: number) => number;
}

const HEIGHT = 240;
const LEFT = 52;
const RIGHT = 14;
const TOP = 14;
const BOTTOM = 28;
const YEAR_WIDTH = 52;
const YEAR_STEPS = [5, 10, 25, 50];

/** Zero is always on the scale, so that a small change does not look like a large one. */
export function layOutFan(series: readonly FanSeries[], width: number): FanLayout {
  const years = series.flatMap(({ values }) => values.map(({ year }) => year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const most = Math.max(
    ...series.flatMap(({ values, bands = [] }) => [
      ...values.map(({ value }) => value),
      ...bands.flatMap(({ quantiles }) => quantiles),
    ]),
  );
  const x = scaleLinear([first, last], [LEFT, width - RIGHT]);
  const y = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]).nice(4);
  const step = YEAR_STEPS.find((years) => ((last - first) / years) * YEAR_WIDTH <= width - LEFT) ?? 100;
  const start = Math.ceil(first / step) * step;
  return {
    width,
    height: HEIGHT,
    left: LEFT,
    bottom: HEIGHT - BOTTOM,
    series: series.map(({ key, values, bands }) => ({
      key,
      line: line(values.map(({ year, value }) => [x(year), y(value)])),
      band80: bands === undefined ? undefined : area(bands, 1, 3, x, y),
      band95: bands === undefined ? undefined : area(bands, 0, 4, x, y),
    })),
    years: Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => ({
      year: start + i * step,
      x: x(start + i * step),
    })),
    values: y.ticks(4).map((value) => ({ value, y: y(value) })),
    xOf: x,
    yOf: y,
  };
}

function area(
  bands: readonly YearBand[],
  low: number,
  high: number,
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  const edge = (quantile: number): (readonly [number, number])[] =>
    bands.map(({ year, quantiles }) => [x(year), y(quantiles[quantile] ?? 0)]);
  return `${line([...edge(high), ...edge(low).toReversed()])}Z`;
}

function line(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join('L')}`;
}
