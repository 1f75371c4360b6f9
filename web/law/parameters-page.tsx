import { dayOfInstant } from '@urtuu/kernel';
import { inForce, parameterTopics, type Topic } from '@urtuu/law';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Select, TextField } from '../design/field.tsx';
import { Tag } from '../design/notice.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLawTexts } from '../decision/law-texts.ts';
import { useLanguage } from '../language/language.tsx';
import { LawFrame } from './law-frame.tsx';
import { STATUS_MEANING } from '../decision/status-meaning.ts';
import { valueText } from './value-text.ts';

const route = getRouteApi('/law');

/** Every legal value by country and topic, with what holds today. */
export function ParametersPage() {
  const { t } = useLanguage();
  const law = useLawTexts();
  const { q = '', pack = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const packs = [...new Set(parameterTopics().map((topic) => topic.pack))];
  const wanted = q.trim().toLocaleLowerCase();
  const fits = (key: string) =>
    wanted === '' ||
    key.toLowerCase().includes(wanted) ||
    law.parameterName(key).toLocaleLowerCase().includes(wanted);
  const topics = parameterTopics()
    .filter((topic) => pack === '' || topic.pack === pack)
    .map((topic) => ({ ...topic, keys: topic.keys.filter(fits) }))
    .filter(({ keys }) => keys.length > 0);
  const go = (next: { q?: string; pack?: string }) =>
    void navigate({ search: withoutEmpty({ q, pack, ...next }), replace: true });
  return (
    <LawFrame title={t('law.title')} lede={t('law.lede')}>
      <search className="filters">
        <TextField
          type="search"
          label={t('law.search')}
          hint={t('law.searchHint')}
          maxLength={100}
          value={q}
          onChange={(event) => go({ q: event.target.value })}
        />
        <Select
          label={t('law.pack')}
          value={pack}
          onChange={(event) => go({ pack: event.target.value })}
          choices={[
            { value: '', text: t('law.allPacks') },
            ...packs.map((value) => ({ value, text: law.word(`pack.${value}`) })),
          ]}
        />
      </search>
      <p aria-live="polite" className="soft">
        {t('law.found', { count: topics.reduce((sum, { keys }) => sum + keys.length, 0) })}
      </p>
      {topics.length === 0 ? <Empty>{t('law.noMatch')}</Empty> : null}
      {topics.map((topic) => (
        <TopicPanel key={topic.topic} topic={topic} />
      ))}
    </LawFrame>
  );
}

function withoutEmpty(search: { readonly q: string; readonly pack: string }): { q?: string; pack?: string } {
  return {
    ...(search.q === '' ? {} : { q: search.q }),
    ...(search.pack === '' ? {} : { pack: search.pack }),
  };
}

function TopicPanel({ topic: { topic, pack, keys } }: { readonly topic: Topic }) {
  const { t, date, number } = useLanguage();
  const law = useLawTexts();
  const [today] = useState(() => dayOfInstant(new Date(), 0));
  const rows = keys.map((key) => ({ key, version: inForce(key, today) }));
  const title = `${law.word(`pack.${pack}`)}: ${law.word(`topic.${topic}`)}`;
  return (
    <Panel title={title}>
      <Table
        caption={title}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            title: t('law.value'),
            names: true,
            renderCell: ({ key }) => (
              <Link to="/law/parameter" search={{ key }}>
                {law.parameterName(key)}
              </Link>
            ),
          },
          {
            key: 'today',
            title: t('law.today'),
            numeric: true,
            renderCell: ({ version }) =>
              (version === undefined ? undefined : valueText(version, { date, number })) ?? (
                <span className="soft">{t('law.unknown')}</span>
              ),
          },
          {
            key: 'status',
            title: t('law.status'),
            renderCell: ({ version }) =>
              version === undefined ? null : (
                <Tag meaning={STATUS_MEANING[version.status]}>{law.word(`status.${version.status}`)}</Tag>
              ),
          },
          { key: 'key', title: t('law.key'), renderCell: ({ key }) => <code className="small">{key}</code> },
        ]}
      />
    </Panel>
  );
}
