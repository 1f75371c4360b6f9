import { SEXES, type Sex } from '@urtuu/policy';
import { useMemo } from 'react';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { agesIn, type CountryFigures } from './population-figures.ts';
import { layOutPyramid, type PyramidLayout } from './pyramid-layout.ts';

const GROUP = 5;
const ROWS = 21;

/** Everybody of one country in one year by sex and age; outlined the last estimate, to see what changes. */
export function Pyramid({ figures, year }: { readonly figures: CountryFigures; readonly year: number }) {
  const { t, term, number } = useLanguage();
  // One scale for all years, so that the pyramid grows and shrinks and its frame does not.
  const most = useMemo(() => largest(figures), [figures]);
  const country = term('country', figures.country.toUpperCase());
  const total = figures.indicators[year - figures.from]?.total ?? 0;
  const title = t('policy.pyramidOf', { country, year: String(year), total: number(Math.round(total)) });
  const layOut = (of: number, width: number): PyramidLayout =>
    layOutPyramid(agesIn(figures, 'M', of), agesIn(figures, 'F', of), most, width);
  return (
    <ChartFigure
      title={title}
      file={`population-${figures.country}`}
      source={figures.attribution}
      csv={() => rowsOf(figures)}
      renderDrawing={(width) => (
        <Drawing
          layout={layOut(year, width)}
          before={year === figures.lastEstimate ? undefined : layOut(figures.lastEstimate, width)}
        />
      )}
      legend={
        <>
          <span className="chart__key">
            <Swatch className="pyramid__men" /> {t('policy.men')}
          </span>
          <span className="chart__key">
            <Swatch className="pyramid__women" /> {t('policy.women')}
          </span>
          <span>
            {year > figures.lastEstimate ? t('policy.projection') : t('policy.estimate')};{' '}
            {t('policy.outline', { year: String(figures.lastEstimate) })}; {t('policy.inThousands')}
          </span>
        </>
      }
      table={<Groups figures={figures} year={year} caption={title} />}
    />
  );
}

function largest({ persons }: CountryFigures): number {
  return SEXES.reduce((most, sex) => persons[sex].reduce((a, b) => Math.max(a, b), most), 0);
}

function Drawing({
  layout,
  before,
}: {
  readonly layout: PyramidLayout;
  readonly before: PyramidLayout | undefined;
}) {
  const { number } = useLanguage();
  const { width, height, men, women, ages, persons, bottom, middle } = layout;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {persons.map(({ x, persons: count }) => (
        <g key={x}>
          <line className="chart__grid" x1={x} x2={x} y1={8} y2={bottom} />
          <text x={x} y={bottom + 16} textAnchor="middle">
            {number(String(count / 1000))}
          </text>
        </g>
      ))}
      <path className="pyramid__men" d={men} />
      <path className="pyramid__women" d={women} />
      {before === undefined ? null : (
        <>
          <path className="pyramid__before" d={before.men} />
          <path className="pyramid__before" d={before.women} />
        </>
      )}
      {ages.map(({ y, age }) => (
        <text key={age} x={middle} y={y + 4} textAnchor="middle">
          {age === 100 ? '100+' : age}
        </text>
      ))}
    </svg>
  );
}

function Swatch({ className }: { readonly className: string }) {
  return (
    <svg width="14" height="12" aria-hidden="true">
      <rect className={className} width="14" height="12" />
    </svg>
  );
}

interface GroupRow {
  readonly age: string;
  readonly M: number;
  readonly F: number;
}

function Groups({
  figures,
  year,
  caption,
}: {
  readonly figures: CountryFigures;
  readonly year: number;
  readonly caption: string;
}) {
  const { t, number } = useLanguage();
  const sumOf = (sex: Sex, from: number): number =>
    agesIn(figures, sex, year)
      .subarray(from, from + GROUP)
      .reduce((all, persons) => all + persons, 0);
  const rows: GroupRow[] = Array.from({ length: ROWS }, (_, i) => ({
    age: i === ROWS - 1 ? '100+' : `${i * GROUP}–${i * GROUP + GROUP - 1}`,
    M: sumOf('M', i * GROUP),
    F: sumOf('F', i * GROUP),
  }));
  return (
    <Table
      caption={caption}
      captionHidden
      keepGrid
      rows={rows}
      rowKey={({ age }) => age}
      columns={[
        { key: 'age', title: t('policy.age'), names: true, renderCell: ({ age }) => age },
        { key: 'M', title: t('policy.men'), numeric: true, renderCell: ({ M }) => number(Math.round(M)) },
        { key: 'F', title: t('policy.women'), numeric: true, renderCell: ({ F }) => number(Math.round(F)) },
      ]}
    />
  );
}

/** Every year, sex and single age, as `urtuu population --csv` prints them, with the source. */
function rowsOf(figures: CountryFigures): (string | number)[][] {
  const rows: (string | number)[][] = [['year', 'sex', 'age', 'persons', 'source']];
  for (let year = figures.from; year <= figures.to; year += 1)
    for (const sex of SEXES)
      for (const [age, persons] of agesIn(figures, sex, year).entries())
        rows.push([year, sex, age, Math.round(persons), figures.attribution]);
  return rows;
}
