import { useQuery } from '@tanstack/react-query';
import type { InstitutionView } from '@urtuu/exchange/contract';
import { directoryQuery } from '../app/institution-name.ts';
import { Loaded } from '../app/loaded.tsx';
import { Facts } from '../design/facts.tsx';
import { Tag } from '../design/notice.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';

/** Who takes part in the exchange, where they are reached and by which keys they are known. */
export function DirectoryPage() {
  const { t } = useLanguage();
  const query = useQuery(directoryQuery);
  return (
    <div className="stack">
      <PageHead title={t('directory.title')} lede={t('directory.lede')} />
      <Loaded query={query}>
        {({ institutions }) => (
          <div className="stack">
            {institutions.map((institution) => (
              <Institution key={institution.institutionId} institution={institution} />
            ))}
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Institution({ institution }: { readonly institution: InstitutionView }) {
  const { t, term, instant, locale, number } = useLanguage();
  const { lastFailure, lastSuccess } = institution;
  return (
    <Panel
      title={institution.name[locale]}
      aside={
        <Tag meaning={institution.self ? 'accent' : 'plain'}>
          {institution.self ? t('directory.self') : term('country', institution.country)}
        </Tag>
      }
    >
      <div className="stack">
        <Facts
          facts={[
            [t('directory.id'), <code key="id">{institution.institutionId}</code>],
            [t('directory.state'), term('country', institution.country)],
            [t('directory.node'), <code key="node">{institution.nodeId}</code>],
            [t('directory.address'), institution.baseUrl],
            [t('directory.profiles'), institution.profiles.join(', ')],
            [t('directory.lastSuccess'), lastSuccess === undefined ? null : instant(lastSuccess)],
            [
              t('directory.lastFailure'),
              lastFailure === undefined ? null : `${instant(lastFailure.at)}, ${lastFailure.problem}`,
            ],
            [t('directory.queued'), institution.self ? null : number(institution.queued)],
          ]}
        />
        <Table
          caption={t('directory.keys')}
          rows={institution.keys}
          rowKey={({ kid }) => kid}
          columns={[
            {
              key: 'use',
              title: t('directory.use'),
              names: true,
              renderCell: ({ use }) => term('keyUse', use),
            },
            { key: 'alg', title: t('directory.alg'), renderCell: ({ alg }) => <code>{alg}</code> },
            { key: 'from', title: t('directory.from'), renderCell: ({ from }) => instant(from) },
            {
              key: 'to',
              title: t('directory.to'),
              renderCell: ({ to }) => (to === null ? t('directory.noEnd') : instant(to)),
            },
            {
              key: 'thumbprint',
              title: t('directory.thumbprint'),
              renderCell: ({ thumbprint, kid }) => (
                <>
                  <code className="small">{thumbprint}</code>
                  {kid.includes(thumbprint) ? null : <div className="soft small">{kid}</div>}
                </>
              ),
            },
          ]}
        />
      </div>
    </Panel>
  );
}
