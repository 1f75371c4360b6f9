import { dayOfInstant, formatDay, parseDay, type Day } from '@urtuu/kernel';
import {
  compareDays,
  compareLaws,
  LAW_CODES,
  parameterTopics,
  type ChangedParameter,
  type NormOnDay,
  type ParameterVersion,
} from '@urtuu/law';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { DateField } from '../design/date-field.tsx';
import { Select } from '../design/field.tsx';
import { Tag } from '../design/notice.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLawTexts } from '../decision/law-texts.ts';
import { useLanguage } from '../language/language.tsx';
import { LawFrame } from './law-frame.tsx';
import { valueText } from './value-text.ts';

const route = getRouteApi('/law/compare');

/** Norms of the laws side by side on a day, and what of one law changed between two days. */
export function ComparePage() {
  const { t } = useLanguage();
  const law = useLawTexts();
  const [today] = useState(() => formatDay(dayOfInstant(new Date(), 0)));
  const search = route.useSearch();
  const { on = today, since = `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`, pack = 'kz' } = search;
  const navigate = route.useNavigate();
  const go = (next: { on?: string; since?: string; pack?: string }) =>
    void navigate({ search: { on, since, pack, ...next }, replace: true });
  const packs = [...new Set(parameterTopics().map((topic) => topic.pack))];
  const [onDay, sinceDay] = [dayOrUndefined(on), dayOrUndefined(since)];
  return (
    <LawFrame title={t('law.compareTitle')} lede={t('law.compareLede')}>
      <div className="filters">
        <DateField legend={t('law.onDay')} value={on} onChange={(value) => go({ on: value })} />
      </div>
      {onDay === undefined ? <Empty>{t('law.noDay')}</Empty> : <Countries rows={compareLaws(onDay)} />}
      <Panel title={t('law.changes')}>
        <div className="filters">
          <Select
            label={t('law.pack')}
            value={pack}
            onChange={(event) => go({ pack: event.target.value })}
            choices={packs.map((value) => ({ value, text: law.word(`pack.${value}`) }))}
          />
          <DateField legend={t('law.sinceDay')} value={since} onChange={(value) => go({ since: value })} />
        </div>
        {onDay === undefined || sinceDay === undefined ? (
          <Empty>{t('law.noDay')}</Empty>
        ) : (
          <Changes rows={compareDays(pack, sinceDay, onDay)} since={since} on={on} />
        )}
      </Panel>
    </LawFrame>
  );
}

function dayOrUndefined(iso: string): Day | undefined {
  const parsed = parseDay(iso);
  return parsed.ok ? parsed.value : undefined;
}

function Countries({ rows }: { readonly rows: readonly NormOnDay[] }) {
  const { t } = useLanguage();
  const law = useLawTexts();
  return (
    <Panel title={t('law.countries')}>
      <Table
        caption={t('law.countries')}
        captionHidden
        rows={rows}
        rowKey={({ norm }) => norm}
        columns={[
          {
            key: 'norm',
            title: t('law.norm'),
            names: true,
            renderCell: ({ norm }) => law.word(`norm.${norm}`),
          },
          ...LAW_CODES.map((code) => ({
            key: code,
            title: law.word(`pack.${code}`),
            renderCell: ({ keys, values }: NormOnDay): ReactNode => {
              const key = keys[code];
              if (key === null) return <span className="soft">{t('law.notHere')}</span>;
              return <Value parameter={key} version={values[code]} />;
            },
          })),
        ]}
      />
    </Panel>
  );
}

function Value({
  parameter,
  version,
}: {
  readonly parameter: string;
  readonly version: ParameterVersion | undefined;
}) {
  const { t, date, number } = useLanguage();
  const text = version === undefined ? undefined : valueText(version, { date, number });
  return (
    <>
      <Link to="/law/parameter" search={{ key: parameter }}>
        {text ?? t('law.unknown')}
      </Link>{' '}
      {version?.status === 'open' ? <Tag meaning="care">{t('explanation.needsCitation')}</Tag> : null}
    </>
  );
}

function Changes({
  rows,
  since,
  on,
}: {
  readonly rows: readonly ChangedParameter[];
  readonly since: string;
  readonly on: string;
}) {
  const { t, date } = useLanguage();
  const law = useLawTexts();
  if (rows.length === 0) return <Empty>{t('law.nothingChanged')}</Empty>;
  return (
    <Table
      caption={t('law.changedBetween', { since: date(since), on: date(on), count: rows.length })}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', title: t('law.value'), names: true, renderCell: ({ key }) => law.parameterName(key) },
        {
          key: 'before',
          title: date(since),
          renderCell: ({ key, before }) => <Value parameter={key} version={before} />,
        },
        {
          key: 'after',
          title: date(on),
          renderCell: ({ key, after }) => <Value parameter={key} version={after} />,
        },
      ]}
    />
  );
}
