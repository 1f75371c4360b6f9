import { dayOfInstant } from '@urtuu/kernel';
import type { ParameterVersion } from '@urtuu/law';
import { useId, useMemo, useState } from 'react';
import { useLawTexts } from '../decision/law-texts.ts';
import { useLanguage } from '../language/language.tsx';
import { useWidth } from '../periods/use-width.ts';
import { layOutSteps, type StepLayout } from './step-layout.ts';

const FIRST_WIDTH = 640;

/** One legal value over time. What is not known is a hatched gap, never a line at zero. The table says the same. */
export function StepChart({ versions }: { readonly versions: readonly ParameterVersion[] }) {
  const { t } = useLanguage();
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const [now] = useState(() => new Date());
  const layout = useMemo(() => layOutSteps(versions, width, dayOfInstant(now, 0)), [versions, width, now]);
  return (
    <figure className="chart">
      <div ref={frame}>{layout === undefined ? null : <Drawing layout={layout} />}</div>
      {layout === undefined ? null : (
        <figcaption className="chart__legend">
          <span>{t('law.chartNote')}</span>
        </figcaption>
      )}
    </figure>
  );
}

function Drawing({ layout }: { readonly layout: StepLayout }) {
  const { t, number, date } = useLanguage();
  const law = useLawTexts();
  const hatch = useId();
  const { width, height, steps, gaps, values, years, left, bottom, todayX } = layout;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch__ground" width="6" height="6" />
          <rect className="hatch__line" width="1" height="6" />
        </pattern>
      </defs>
      {values.map(({ y, value }) => (
        <g key={value}>
          <line className="chart__grid" x1={left} x2={width} y1={y} y2={y} />
          <text x={left - 8} y={y + 4} textAnchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      {years.map(({ x, year }) => (
        <g key={year}>
          <line className="chart__axis" x1={x} x2={x} y1={bottom} y2={bottom + 5} />
          <text x={x} y={bottom + 19} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      <line className="chart__axis" x1={left} x2={width} y1={bottom} y2={bottom} />
      {gaps.map(({ version, x, width: wide }) => (
        <rect key={version.from} x={x} y={14} width={wide} height={bottom - 14} fill={`url(#${hatch})`}>
          <title>{`${date(version.from)}: ${t('law.unknown')}`}</title>
        </rect>
      ))}
      {steps.map(({ version, x, y, width: wide }, i) => {
        const before = steps[i - 1];
        return (
          <g key={version.from} className={`step step--${version.status}`}>
            {before === undefined || before.x + before.width < x - 1 ? null : (
              <line x1={x} x2={x} y1={before.y} y2={y} />
            )}
            <line x1={x} x2={x + wide} y1={y} y2={y} />
            <rect className="step__touch" x={x} y={y - 8} width={wide} height={16}>
              <title>{`${law.start(version)}: ${number(version.value ?? '')}`}</title>
            </rect>
          </g>
        );
      })}
      {todayX === undefined ? null : (
        <line className="chart__cut" x1={todayX} x2={todayX} y1={14} y2={bottom} />
      )}
    </svg>
  );
}
