/** Where everything of the period chart stands, in pixels. Pure: the drawing only follows it. */
import {
  addDays,
  day,
  firstOfYear,
  intersect,
  interval,
  parseDay,
  subtract,
  union,
  yearOf,
  type Day,
  type Interval,
} from '@urtuu/kernel';
import type { CasePeriod } from '@urtuu/pensions/contract';
import { scaleLinear } from 'd3-scale';
import { yearTicks } from '../design/year-ticks.ts';

/** Periods completed before this day can be combined under the agreement (law parameter `kzmn.cutOff`). */
export const CUT: Day = day('1998-01-01');

export interface ChartOptions {
  /** width of the drawing in pixels */
  readonly width: number;
  /** end of periods that still last */
  readonly today: Day;
  /** without names over the bars */
  readonly compact: boolean;
}

export interface Span {
  readonly x: number;
  readonly width: number;
}

export interface RunBar extends Span {
  readonly counted: boolean;
}

export interface PeriodBar extends Span {
  readonly period: CasePeriod;
  readonly y: number;
  readonly runs: readonly RunBar[];
}

export interface CountryLanes {
  readonly country: string;
  readonly y: number;
  readonly height: number;
  readonly bars: readonly PeriodBar[];
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly barHeight: number;
  readonly countries: readonly CountryLanes[];
  /** every counted day once */
  readonly counted: { readonly y: number; readonly spans: readonly Span[] };
  /** days that two or more periods hold */
  readonly overlaps: { readonly y: number; readonly spans: readonly Span[] };
  readonly years: readonly { readonly x: number; readonly year: number }[];
  readonly cutX: number;
  readonly axisY: number;
}

const HEADING = 22;
const GAP = 10;
const BAR = 14;
const LABEL = 16;
const LANE_GAP = 4;
const STRIP = 8;
const EDGE = 6;
const AXIS = 26;

export function layOutChart(periods: readonly CasePeriod[], options: ChartOptions): ChartLayout {
  const placed = periods.flatMap((period) => {
    const span = spanOf(period, options.today);
    return span === undefined ? [] : [{ period, span }];
  });
  const from = firstOfYear(Math.min(yearOf(CUT), ...placed.map(({ span }) => yearOf(span.from))));
  const to = firstOfYear(
    1 + Math.max(yearOf(CUT), ...placed.map(({ span }) => yearOf(addDays(span.to, -1)))),
  );
  const scale = scaleLinear([from, to], [EDGE, Math.max(EDGE + 1, options.width - EDGE)]);
  const x = (at: Day): number => scale(at);
  const place = (span: Interval): Span => ({
    x: x(span.from),
    width: Math.max(1, x(span.to) - x(span.from)),
  });

  const laneHeight = (options.compact ? 0 : LABEL) + BAR + LANE_GAP;
  let y = 0;
  const countries = countriesOf(placed).map((country): CountryLanes => {
    const top = y + HEADING;
    const own = placed.filter(({ period }) => period.country === country);
    const lanes = [...packed(own.filter((item) => !isClaimed(item))), ...packed(own.filter(isClaimed))];
    const bars = lanes.flatMap((lane, index) =>
      lane.map(({ period, span }) => ({
        period,
        y: top + index * laneHeight + (options.compact ? 0 : LABEL),
        ...place(span),
        runs: period.runs.flatMap((run) => {
          const days = daysBetween(run.from, run.to);
          return days === undefined ? [] : [{ ...place(days), counted: run.counted }];
        }),
      })),
    );
    const height = HEADING + lanes.length * laneHeight;
    const lane = { country, y, height, bars };
    y += height + GAP;
    return lane;
  });
  const counted = { y: y + LABEL, spans: union(countedDays(placed)).map(place) };
  y += LABEL + STRIP + GAP;
  const overlaps = { y: y + LABEL, spans: overlapsOf(standingSpans(placed)).map(place) };
  if (overlaps.spans.length > 0) y += LABEL + STRIP + GAP;
  return {
    width: options.width,
    height: y + AXIS,
    barHeight: BAR,
    countries,
    counted,
    overlaps,
    years: yearTicks(from, to, options.width, x),
    cutX: x(CUT),
    axisY: y,
  };
}

interface Placed {
  readonly period: CasePeriod;
  readonly span: Interval;
}

function isClaimed({ period }: Placed): boolean {
  return period.source === 'claimant';
}

/** Days of a period; undefined where its dates cannot be drawn. A period that lasts ends today. */
export function spanOf(period: CasePeriod, today: Day): Interval | undefined {
  const from = parseDay(period.from);
  const last = period.to === null ? { ok: true as const, value: today } : parseDay(period.to);
  return from.ok && last.ok ? interval(from.value, addDays(last.value, 1)) : undefined;
}

/**
 * What competes for a day: certified periods, and of the claimant's own statement only the days that no register of
 * that state holds. A statement that a register confirms is one period told twice, not an overlap.
 */
function standingSpans(placed: readonly Placed[]): Interval[] {
  return placed.flatMap(({ period, span }) => {
    if (!isClaimed({ period, span })) return [span];
    const confirmed = placed.filter((other) => !isClaimed(other) && other.period.country === period.country);
    return subtract(
      span,
      confirmed.map((other) => other.span),
    );
  });
}

/** Days that at least two of the spans hold. */
export function overlapsOf(spans: readonly Interval[]): Interval[] {
  const shared = spans.flatMap((a, i) =>
    spans.slice(i + 1).flatMap((b) => {
      const both = intersect(a, b);
      return both === undefined ? [] : [both];
    }),
  );
  return union(shared);
}

function countedDays(placed: readonly Placed[]): Interval[] {
  return placed
    .flatMap(({ period }) => period.runs)
    .flatMap((run) => {
      const days = run.counted ? daysBetween(run.from, run.to) : undefined;
      return days === undefined ? [] : [days];
    });
}

function daysBetween(first: string, last: string): Interval | undefined {
  const from = parseDay(first);
  const to = parseDay(last);
  return from.ok && to.ok ? interval(from.value, addDays(to.value, 1)) : undefined;
}

/** As few lanes as needed so that no two periods of a lane share a day. */
function packed(placed: readonly Placed[]): Placed[][] {
  const lanes: Placed[][] = [];
  for (const item of placed.toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)) {
    const free = lanes.find((lane) => (lane.at(-1)?.span.to ?? item.span.from) <= item.span.from);
    if (free === undefined) lanes.push([item]);
    else free.push(item);
  }
  return lanes;
}

function countriesOf(placed: readonly Placed[]): string[] {
  return [...new Set(placed.map(({ period }) => period.country))].sort();
}
