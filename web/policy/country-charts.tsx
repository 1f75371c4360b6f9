import type { BandIndicator, Indicators } from '@urtuu/policy';
import { useMemo } from 'react';
import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { FanChart } from './fan-chart.tsx';
import type { YearBand } from './fan-layout.ts';
import type { CountryFigures } from './population-figures.ts';
import type { Bands } from './population-protocol.ts';
import { Pyramid } from './pyramid.tsx';

const MILLION = 1_000_000;

/** One country: its pyramid in the year, its total and its dependency ratios over all years. */
export function CountryCharts({
  figures,
  bands,
  year,
}: {
  readonly figures: CountryFigures;
  readonly bands: Bands | undefined;
  readonly year: number;
}) {
  const { t, term } = useLanguage();
  const { country, lastEstimate, attribution } = figures;
  const name = term('country', country.toUpperCase());
  const totals = useMemo(
    () => ({
      values: valuesOf(figures, ({ total }) => total / MILLION),
      bands: bandsFor(bands, 'total', MILLION),
    }),
    [figures, bands],
  );
  const ratios = useMemo(
    () => ({
      old: valuesOf(figures, ({ oldAgeDependency }) => oldAgeDependency),
      all: valuesOf(figures, ({ dependency }) => dependency),
      bands: bandsFor(bands, 'oldAgeDependency', 1),
    }),
    [figures, bands],
  );
  const shared = { source: attribution, year, estimatedTo: lastEstimate };
  return (
    <Panel title={name}>
      {bands === undefined || bands.done === bands.of ? null : (
        <output className="small soft">
          {t('policy.bandsComing', { done: String(bands.done), of: String(bands.of) })}
        </output>
      )}
      <div className="population-charts">
        <Pyramid figures={figures} year={year} />
        <FanChart
          {...shared}
          title={t('policy.totalOf', { country: name })}
          file={`population-total-${country}`}
          series={[{ key: 'millions', name: t('policy.total'), ...totals }]}
          digits={2}
          unit={t('policy.inMillions')}
        />
        <FanChart
          {...shared}
          title={t('policy.dependencyOf', { country: name })}
          file={`population-dependency-${country}`}
          series={[
            { key: 'old', name: t('policy.oldRatio'), values: ratios.old, bands: ratios.bands },
            { key: 'young and old', name: t('policy.allRatio'), values: ratios.all },
          ]}
          digits={1}
          unit={t('policy.perHundred')}
        />
      </div>
      <p className="small soft" lang="en">
        {attribution}
      </p>
    </Panel>
  );
}

function valuesOf({ from, indicators }: CountryFigures, valueOf: (of: Indicators) => number) {
  return indicators.map((of, i) => ({ year: from + i, value: valueOf(of) }));
}

function bandsFor(bands: Bands | undefined, indicator: BandIndicator, unit: number): YearBand[] | undefined {
  return bands?.years.map(({ year, bands: of }) => ({
    year,
    quantiles: of[indicator].map((value) => value / unit),
  }));
}
