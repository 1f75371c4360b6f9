import { dayOfInstant, formatDay } from '@urtuu/kernel';
import type { CasePeriod } from '@urtuu/pensions/contract';
import { useId, useMemo, useState } from 'react';
import { useNode } from '../app/session.tsx';
import { offsetOf } from '../language/civil-time.ts';
import { useLanguage } from '../language/language.tsx';
import { CUT, layOutChart, type ChartLayout, type CountryLanes, type PeriodBar } from './chart-layout.ts';
import { usePeriodWords } from './period-words.ts';
import { useWidth } from './use-width.ts';

export interface PeriodChartProps {
  readonly periods: readonly CasePeriod[];
  /** bars without names */
  readonly compact?: boolean;
}

/** Width before the element has been measured. */
const FIRST_WIDTH = 640;

/** Periods of both states over the years: what counts, what does not, where they overlap, the cut of 1998. */
export function PeriodChart({ periods, compact = false }: PeriodChartProps) {
  const { t } = useLanguage();
  if (periods.length === 0) return <p className="soft">{t('periods.none')}</p>;
  return <Chart periods={periods} compact={compact} />;
}

function Chart({ periods, compact }: Required<PeriodChartProps>) {
  const { t, term, number } = useLanguage();
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const node = useNode();
  const [now] = useState(() => new Date());
  const today = dayOfInstant(now, offsetOf(node?.country));
  const layout = useMemo(
    () => layOutChart(periods, { width, today, compact }),
    [periods, width, today, compact],
  );
  const perState = layout.countries.map(({ country, bars }) =>
    t('periods.perState', { state: term('country', country), count: bars.length }),
  );
  return (
    <figure className="chart">
      <p className="hidden-label">
        {t('periods.summary', {
          states: perState.join('; '),
          overlaps: number(layout.overlaps.spans.length),
        })}
      </p>
      <div ref={frame}>
        <Drawing layout={layout} names={!compact} />
      </div>
      <figcaption className="chart__legend">
        <Key look="counted">{t('periods.counted')}</Key>
        <Key look="dropped">{t('periods.notCounted')}</Key>
        <Key look="open">{t('periods.notAssessed')}</Key>
        <Key look="open bar--claimed">{t('periods.claimed')}</Key>
        <Key look="overlap">{t('periods.overlap')}</Key>
      </figcaption>
    </figure>
  );
}

function Key({ look, children }: { readonly look: string; readonly children: string }) {
  return (
    <span className="chart__key">
      <svg width="22" height="12" aria-hidden="true">
        <rect x="0.5" y="0.5" width="21" height="11" className={`bar bar--${look}`} />
      </svg>
      {children}
    </span>
  );
}

function Drawing({ layout, names }: { readonly layout: ChartLayout; readonly names: boolean }) {
  const { t, date } = useLanguage();
  const hatch = useId();
  const { width, height, axisY } = layout;
  const cut = date(formatDay(CUT));
  // The label of the cut stands on the side with more room.
  const cutRight = layout.cutX < width / 2;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="hatch__ground" />
          <rect width="2" height="6" className="hatch__line" />
        </pattern>
      </defs>
      {layout.years.map(({ x, year }) => (
        <g key={year}>
          <line x1={x} x2={x} y1={0} y2={axisY} className="chart__grid" />
          <text
            x={Math.min(Math.max(x, 16), width - 16)}
            y={axisY + 18}
            textAnchor="middle"
            className="chart__year"
          >
            {year}
          </text>
        </g>
      ))}
      {layout.countries.map((lanes) => (
        <Lanes key={lanes.country} lanes={lanes} barHeight={layout.barHeight} hatch={hatch} names={names} />
      ))}
      <Strip title={t('periods.countedDays')} look="strip--counted" {...layout.counted} />
      {layout.overlaps.spans.length === 0 ? null : (
        <Strip title={t('periods.overlapDays')} look="strip--overlap" {...layout.overlaps} />
      )}
      <line x1={0} x2={width} y1={axisY} y2={axisY} className="chart__axis" />
      <line x1={layout.cutX} x2={layout.cutX} y1={0} y2={axisY} className="chart__cut" />
      <text
        x={layout.cutX + (cutRight ? 5 : -5)}
        y={11}
        textAnchor={cutRight ? 'start' : 'end'}
        className="chart__cut-label"
      >
        {width < NARROW ? cut : t('periods.cut', { day: cut })}
      </text>
    </svg>
  );
}

interface LanesProps {
  readonly lanes: CountryLanes;
  readonly barHeight: number;
  readonly hatch: string;
  readonly names: boolean;
}

function Lanes({ lanes, barHeight, hatch, names }: LanesProps) {
  const { term } = useLanguage();
  return (
    <g className={`lanes lanes--${lanes.country.toLowerCase()}`}>
      <text x={4} y={lanes.y + 15} className="chart__state">
        {term('country', lanes.country)}
      </text>
      {lanes.bars.map((bar) => (
        <Bar key={`${bar.period.source} ${bar.period.periodId}`} {...{ bar, barHeight, hatch, names }} />
      ))}
    </g>
  );
}

interface BarProps {
  readonly bar: PeriodBar;
  readonly barHeight: number;
  readonly hatch: string;
  readonly names: boolean;
}

/** Below this width the line of the cut carries its day alone. */
const NARROW = 480;
/** A name of fewer letters says nothing. */
const LEAST_LETTERS = 4;
/** Pixels a letter of the small text takes, generously. */
const LETTER = 8;

function Bar({ bar, barHeight, hatch, names }: BarProps) {
  const words = usePeriodWords();
  const { period, x, y, runs } = bar;
  const name = words.short(period);
  const letters = Math.floor(bar.width / LETTER);
  return (
    <g>
      <title>{words.long(period)}</title>
      <rect
        x={x}
        y={y}
        width={bar.width}
        height={barHeight}
        className={period.source === 'claimant' ? 'bar bar--open bar--claimed' : 'bar bar--open'}
      />
      {runs.map((run) => (
        <rect
          key={run.x}
          x={run.x}
          y={y}
          width={run.width}
          height={barHeight}
          className={run.counted ? 'bar bar--counted' : 'bar bar--dropped'}
          fill={run.counted ? undefined : `url(#${hatch})`}
        />
      ))}
      {names && letters >= LEAST_LETTERS ? (
        <text x={x} y={y - 4} className="chart__name">
          {clipped(name, letters)}
        </text>
      ) : null}
    </g>
  );
}

function Strip(props: {
  readonly title: string;
  readonly look: string;
  readonly y: number;
  readonly spans: readonly { readonly x: number; readonly width: number }[];
}) {
  return (
    <g>
      <text x={4} y={props.y - 4} className="chart__name">
        {props.title}
      </text>
      {props.spans.map(({ x, width }) => (
        <rect key={x} x={x} y={props.y} width={width} height={8} className={`strip ${props.look}`} />
      ))}
    </g>
  );
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
}
