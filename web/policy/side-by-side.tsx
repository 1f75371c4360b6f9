import type { Country, Indicators } from '@urtuu/policy';
import { Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import type { Shown } from './use-population.ts';

interface Row {
  readonly country: Country;
  readonly indicators: Indicators;
  readonly isProjected: boolean;
}

/** The main figures of the chosen countries in the year that is looked at. */
export function SideBySide({
  countries,
  shown,
  year,
}: {
  readonly countries: readonly Country[];
  readonly shown: Readonly<Partial<Record<Country, Shown>>>;
  readonly year: number;
}) {
  const { t, term, number } = useLanguage();
  const rows = countries.flatMap((country): Row[] => {
    const figures = shown[country]?.figures;
    const indicators = figures?.indicators[year - figures.from];
    if (figures === undefined || indicators === undefined) return [];
    return [{ country, indicators, isProjected: year > figures.lastEstimate }];
  });
  if (rows.length === 0) return null;
  const share = (part: number, { total }: Indicators): string => number(((part / total) * 100).toFixed(1));
  return (
    <Panel title={t('policy.inYear', { year: String(year) })}>
      <Table
        caption={t('policy.inYear', { year: String(year) })}
        captionHidden
        rows={rows}
        rowKey={({ country }) => country}
        columns={[
          {
            key: 'country',
            title: t('policy.country'),
            names: true,
            renderCell: ({ country }) => term('country', country.toUpperCase()),
          },
          {
            key: 'kind',
            title: t('policy.kind'),
            renderCell: ({ isProjected }) => (isProjected ? t('policy.projection') : t('policy.estimate')),
          },
          {
            key: 'total',
            title: t('policy.total'),
            numeric: true,
            renderCell: ({ indicators }) => number(Math.round(indicators.total)),
          },
          {
            key: 'young',
            title: t('policy.young'),
            numeric: true,
            renderCell: ({ indicators }) => share(indicators.young, indicators),
          },
          {
            key: 'working',
            title: t('policy.working'),
            numeric: true,
            renderCell: ({ indicators }) => share(indicators.working, indicators),
          },
          {
            key: 'old',
            title: t('policy.old'),
            numeric: true,
            renderCell: ({ indicators }) => share(indicators.old, indicators),
          },
          {
            key: 'oldAge',
            title: t('policy.oldAgeDependency'),
            numeric: true,
            renderCell: ({ indicators }) => number(indicators.oldAgeDependency.toFixed(1)),
          },
          {
            key: 'medianAge',
            title: t('policy.medianAge'),
            numeric: true,
            renderCell: ({ indicators }) => number(indicators.medianAge.toFixed(1)),
          },
        ]}
      />
    </Panel>
  );
}
