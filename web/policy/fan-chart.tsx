import { Table, type Column } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { layOutFan, type FanSeries, type YearBand } from './fan-layout.ts';

export interface NamedSeries extends FanSeries {
  readonly name: string;
}

export interface FanChartProps {
  readonly title: string;
  readonly file: string;
  readonly source: string;
  readonly series: readonly NamedSeries[];
  /** year that is looked at */
  readonly year: number;
  /** last year of the estimates, where a line marks the change to projection */
  readonly estimatedTo: number;
  /** decimals of values in the table */
  readonly digits: number;
  /** what the values are */
  readonly unit: string;
}

const TABLE_STEP = 5;

/** Lines over the years; where bands are known, the areas in which 80 % and 95 % of the paths lie. */
export function FanChart(props: FanChartProps) {
  const { title, file, source, series, year, estimatedTo, unit } = props;
  const { t } = useLanguage();
  const hasBands = series.some(({ bands }) => bands !== undefined);
  return (
    <ChartFigure
      title={title}
      file={file}
      source={source}
      csv={() => rowsOf(series, source)}
      renderDrawing={(width) => <Drawing {...{ series, year, estimatedTo, width }} />}
      legend={
        <>
          <span>{unit}</span>
          <span>{t('policy.estimatesEnd', { year: String(estimatedTo) })}</span>
          {series.map(({ key, name }, i) => (
            <span key={key} className="chart__key">
              <svg width="20" height="12" aria-hidden="true">
                <line className={`fan__line fan--${i}`} x1="0" x2="20" y1="6" y2="6" />
              </svg>{' '}
              {name}
            </span>
          ))}
          {hasBands
            ? (['80', '95'] as const).map((band) => (
                <span key={band} className="chart__key">
                  <svg width="14" height="12" aria-hidden="true">
                    <rect className={`fan__band-${band} fan--0`} width="14" height="12" />
                  </svg>{' '}
                  {t('policy.band', { percent: band })}
                </span>
              ))
            : null}
        </>
      }
      table={<Figures {...props} />}
    />
  );
}

function Drawing({
  series,
  year,
  estimatedTo,
  width,
}: Pick<FanChartProps, 'series' | 'year' | 'estimatedTo'> & { readonly width: number }) {
  const { number } = useLanguage();
  const { height, left, bottom, series: drawn, years, values, xOf, yOf } = layOutFan(series, width);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {values.map(({ y, value }) => (
        <g key={value}>
          <line className="chart__grid" x1={left} x2={width} y1={y} y2={y} />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {number(String(value))}
          </text>
        </g>
      ))}
      {years.map(({ x, year: each }) => (
        <g key={each}>
          <line className="chart__axis" x1={x} x2={x} y1={bottom} y2={bottom + 5} />
          <text x={x} y={bottom + 19} textAnchor="middle">
            {each}
          </text>
        </g>
      ))}
      {drawn.map(({ key, line, band80, band95 }, i) => (
        <g key={key}>
          {band95 === undefined ? null : <path className={`fan__band-95 fan--${i}`} d={band95} />}
          {band80 === undefined ? null : <path className={`fan__band-80 fan--${i}`} d={band80} />}
          <path className={`fan__line fan--${i}`} d={line} />
        </g>
      ))}
      <line className="chart__axis" x1={left} x2={width} y1={bottom} y2={bottom} />
      <line className="chart__cut" x1={xOf(estimatedTo)} x2={xOf(estimatedTo)} y1={14} y2={bottom} />
      {series.map(({ key, values: all }, i) => {
        const here = all.find((one) => one.year === year);
        return here === undefined ? null : (
          <circle key={key} className={`fan__here fan--${i}`} cx={xOf(year)} cy={yOf(here.value)} r="5" />
        );
      })}
    </svg>
  );
}

interface Row {
  readonly year: number;
  readonly values: readonly (number | undefined)[];
  readonly bands: readonly (YearBand | undefined)[];
}

function Figures({ series, title, digits }: FanChartProps) {
  const { t, number } = useLanguage();
  const shown = (value: number | undefined): string =>
    value === undefined ? '–' : number(value.toFixed(digits));
  const years = series[0]?.values.map(({ year }) => year).filter((year) => year % TABLE_STEP === 0) ?? [];
  const rows: Row[] = years.map((year) => ({
    year,
    values: series.map(({ values }) => values.find((one) => one.year === year)?.value),
    bands: series.map(({ bands }) => bands?.find((one) => one.year === year)),
  }));
  const columns: Column<Row>[] = [
    { key: 'year', title: t('policy.year'), names: true, renderCell: ({ year }) => year },
    ...series.flatMap(({ key, name, bands }, i): Column<Row>[] => [
      { key, title: name, numeric: true, renderCell: ({ values }) => shown(values[i]) },
      ...(bands === undefined
        ? []
        : (
            [
              ['80', 1, 3],
              ['95', 0, 4],
            ] as const
          ).map(([percent, low, high]): Column<Row> => ({
            key: `${key} ${percent}`,
            title: t('policy.band', { percent }),
            numeric: true,
            renderCell: ({ bands: of }) =>
              of[i] === undefined ? '–' : `${shown(of[i].quantiles[low])} – ${shown(of[i].quantiles[high])}`,
          }))),
    ]),
  ];
  return (
    <Table
      caption={title}
      captionHidden
      keepGrid
      rows={rows}
      rowKey={({ year }) => String(year)}
      columns={columns}
    />
  );
}

function rowsOf(series: readonly NamedSeries[], source: string): (string | number)[][] {
  const head = series.flatMap(({ key, bands }) => [
    key,
    ...(bands === undefined ? [] : ['2.5', '10', '50', '90', '97.5'].map((percent) => `${key} q${percent}`)),
  ]);
  const years = series[0]?.values.map(({ year }) => year) ?? [];
  return [
    ['year', ...head, 'source'],
    ...years.map((year) => [
      year,
      ...series.flatMap(({ values, bands }) => [
        values.find((one) => one.year === year)?.value ?? '',
        ...(bands === undefined
          ? []
          : (bands.find((one) => one.year === year)?.quantiles ?? ['', '', '', '', ''])),
      ]),
      source,
    ]),
  ];
}
