import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { pensions } from '../app/client.ts';
import { useInstitutionName } from '../app/institution-name.ts';
import { Failure } from '../app/failure.tsx';
import { Button } from '../design/button.tsx';
import { TextField } from '../design/field.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty } from '../design/panel.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { useWhatWasRead } from './what-was-read.ts';

/** Who read whose data, when, why and under which article. */
export function AccessLogPage() {
  const { t } = useLanguage();
  const [asked, setAsked] = useState('');
  const [typed, setTyped] = useState('');
  const query = useInfiniteQuery({
    queryKey: ['access-log', asked],
    queryFn: ({ signal, pageParam }) =>
      pensions.accessLog(
        {
          query: {
            ...(asked === '' ? {} : { personKey: asked }),
            ...(pageParam === '' ? {} : { before: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack">
      <PageHead title={t('accessLog.title')} lede={t('accessLog.lede')} />
      <search>
        <form
          className="search"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(typed.trim());
          }}
        >
          <TextField
            type="search"
            label={t('accessLog.search')}
            hint={t('accessLog.searchHint')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit">{t('app.search')}</Button>
        </form>
      </search>
      {query.isError ? <Failure error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton /> : null}
      {query.isSuccess && items.length === 0 ? <Empty>{t('accessLog.none')}</Empty> : null}
      {items.length === 0 ? null : <Reads items={items} />}
      {query.hasNextPage ? (
        <Button look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </div>
  );
}

type Read = Awaited<ReturnType<typeof pensions.accessLog>>['items'][number];

function Reads({ items }: { readonly items: readonly Read[] }) {
  const institution = useInstitutionName();
  const whatWasRead = useWhatWasRead();
  const { t, term, instant } = useLanguage();
  return (
    <Table
      caption={t('accessLog.reads')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'at',
          title: t('message.at'),
          renderCell: ({ at }) => <span className="nowrap">{instant(at)}</span>,
        },
        {
          key: 'reader',
          title: t('accessLog.reader'),
          names: true,
          renderCell: ({ reader, role }) => (
            <>
              {institution(reader)} <span className="soft small">{term('role', role)}</span>
            </>
          ),
        },
        { key: 'what', title: t('accessLog.what'), renderCell: ({ what }) => whatWasRead(what) },
        {
          key: 'purpose',
          title: t('accessLog.purpose'),
          renderCell: ({ purpose, article }) => (
            <>
              {term('purpose', purpose)}
              {article === null ? null : <div className="soft small">{article}</div>}
            </>
          ),
        },
        {
          key: 'person',
          title: t('accessLog.person'),
          renderCell: ({ personKey }) => <code className="small">{personKey}</code>,
        },
        {
          key: 'case',
          title: t('accessLog.case'),
          renderCell: ({ caseId }) =>
            caseId === null ? null : (
              <Link to="/cases/$caseId" params={{ caseId }}>
                {t('accessLog.openCase')}
              </Link>
            ),
        },
      ]}
    />
  );
}
