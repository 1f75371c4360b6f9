import type { CasePeriod } from '@urtuu/pensions/contract';
import { useLawTexts } from '../decision/law-texts.ts';
import { Tag } from '../design/notice.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { usePeriodWords } from './period-words.ts';

/** The data behind the chart: each period with its source, its evidence and the fate of its days. */
export function PeriodTable({ periods }: { readonly periods: readonly CasePeriod[] }) {
  const { t, term } = useLanguage();
  const words = usePeriodWords();
  if (periods.length === 0) return null;
  const rows = periods.toSorted((a, b) => a.country.localeCompare(b.country) || a.from.localeCompare(b.from));
  return (
    <Table
      caption={t('periods.table')}
      rows={rows}
      rowKey={({ source, periodId }) => `${source} ${periodId}`}
      columns={[
        { key: 'dates', title: t('periods.dates'), names: true, renderCell: (period) => words.dates(period) },
        { key: 'state', title: t('periods.state'), renderCell: ({ country }) => term('country', country) },
        {
          key: 'type',
          title: t('periods.type'),
          renderCell: ({ type, employer }) => (
            <>
              {words.type(type)}
              {employer === undefined ? null : <div className="soft">{employer}</div>}
            </>
          ),
        },
        { key: 'source', title: t('periods.source'), renderCell: ({ source }) => term('source', source) },
        {
          key: 'evidence',
          title: t('periods.evidence'),
          renderCell: ({ certainty, evidence }) => (
            <>
              {term('certainty', certainty)}
              {evidence.map(({ kind, ref }) => (
                <div className="soft small" key={`${kind} ${ref ?? ''}`}>
                  {term('evidence', kind)} {ref}
                </div>
              ))}
            </>
          ),
        },
        { key: 'runs', title: t('periods.fate'), renderCell: ({ runs }) => <Runs runs={runs} /> },
      ]}
    />
  );
}

function Runs({ runs }: { readonly runs: CasePeriod['runs'] }) {
  const { t } = useLanguage();
  const words = usePeriodWords();
  const law = useLawTexts();
  if (runs.length === 0) return <span className="soft">{t('periods.notAssessed')}</span>;
  return (
    <ul className="list-plain stack--tight">
      {runs.map((run) => (
        <li key={`${run.from} ${run.rule}`}>
          <Tag meaning={run.counted ? 'good' : 'care'}>
            {run.counted ? t('periods.counted') : t('periods.notCounted')}
          </Tag>{' '}
          <span className="nowrap">{words.dates(run)}</span>
          <div className="soft small">{law.rule(run.rule)}</div>
        </li>
      ))}
    </ul>
  );
}
