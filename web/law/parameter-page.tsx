import { parameterTopics, versionsOf, type ParameterVersion } from '@urtuu/law';
import { reachedBy } from '@urtuu/law/reached';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { NotFound } from '../app/not-found.tsx';
import { Tag } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLawTexts } from '../decision/law-texts.ts';
import { useLanguage } from '../language/language.tsx';
import { LawFrame } from './law-frame.tsx';
import { STATUS_MEANING } from '../decision/status-meaning.ts';
import { StepChart } from './step-chart.tsx';
import { TestsOf } from './tests-of.tsx';
import { valueText } from './value-text.ts';

const route = getRouteApi('/law/parameter');

/** One legal value over time: drawn, and as a table with sources. */
export function ParameterPage() {
  const { t } = useLanguage();
  const law = useLawTexts();
  const { key } = route.useSearch();
  const versions = useMemo(() => versionsOf(key), [key]);
  const topic = parameterTopics().find(({ keys }) => keys.includes(key));
  const [first] = versions;
  if (first === undefined || topic === undefined) return <NotFound />;
  return (
    <LawFrame
      title={law.parameterName(key)}
      tags={
        <>
          <Tag>{law.word(`pack.${topic.pack}`)}</Tag> <code>{key}</code>
          <span className="soft">{first.unit}</span>
        </>
      }
    >
      <Panel title={t('law.overTime')}>
        <StepChart versions={versions} />
        <Versions versions={versions} />
      </Panel>
      <TestsOf tests={reachedBy('parameters', key)} />
      <p>
        <Link to="/law" search={{ pack: topic.pack }}>
          {t('law.backToAll')}
        </Link>
      </p>
    </LawFrame>
  );
}

function Versions({ versions }: { readonly versions: readonly ParameterVersion[] }) {
  const { t, date, number } = useLanguage();
  const law = useLawTexts();
  return (
    <Table
      caption={t('law.versions')}
      rows={versions.toReversed()}
      rowKey={({ from }) => from}
      columns={[
        { key: 'from', title: t('law.from'), names: true, renderCell: (one) => law.start(one) },
        {
          key: 'to',
          title: t('law.until'),
          renderCell: ({ to }) => (to === null ? t('law.goesOn') : date(to)),
        },
        {
          key: 'value',
          title: t('law.value'),
          numeric: true,
          renderCell: (one) =>
            valueText(one, { date, number }) ?? <span className="soft">{t('law.unknown')}</span>,
        },
        {
          key: 'status',
          title: t('law.status'),
          renderCell: ({ status }) => (
            <Tag meaning={STATUS_MEANING[status]}>{law.word(`status.${status}`)}</Tag>
          ),
        },
        {
          key: 'source',
          title: t('law.source'),
          renderCell: ({ source, note }) => (
            <>
              <span lang="en">{source}</span>
              {note === undefined ? null : (
                <span className="soft small" lang="en">
                  {' '}
                  {note}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
