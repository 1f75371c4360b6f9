import { useInfiniteQuery } from '@tanstack/react-query';
import { exchange } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { Button } from '../design/button.tsx';
import { Facts } from '../design/facts.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';

const NEWEST = -1;

/** The append-only log: what happened when, by hashes alone, and the root that binds it all. */
export function EvidenceLogPage() {
  const { t, instant, number, term } = useLanguage();
  const query = useInfiniteQuery({
    queryKey: ['evidence-log'],
    queryFn: ({ signal, pageParam }) =>
      exchange.evidenceLog({ query: pageParam === NEWEST ? {} : { before: pageParam } }, signal),
    initialPageParam: NEWEST,
    getNextPageParam: ({ items }) => {
      const oldest = items.at(-1)?.index ?? 0;
      return oldest > 0 ? oldest : undefined;
    },
  });
  const newest = query.data?.pages[0];
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack">
      <PageHead title={t('evidenceLog.title')} lede={t('evidenceLog.lede')} />
      {query.isError ? <Failure error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton /> : null}
      {newest === undefined ? null : (
        <Panel title={t('evidenceLog.head')}>
          <Facts
            facts={[
              [t('evidenceLog.origin'), newest.origin],
              [t('evidenceLog.size'), number(newest.size)],
              [t('evidenceLog.root'), <code key="root">{newest.root}</code>],
            ]}
          />
        </Panel>
      )}
      {query.isSuccess && items.length === 0 ? <Empty>{t('evidenceLog.none')}</Empty> : null}
      {items.length === 0 ? null : (
        <Table
          caption={t('evidenceLog.entries')}
          rows={items}
          rowKey={({ index }) => String(index)}
          columns={[
            {
              key: 'index',
              title: t('evidenceLog.index'),
              names: true,
              renderCell: ({ index }) => number(index),
            },
            { key: 'kind', title: t('evidenceLog.kind'), renderCell: ({ kind }) => term('logKind', kind) },
            { key: 'at', title: t('message.at'), renderCell: ({ at }) => instant(at) },
            {
              key: 'hash',
              title: t('message.hash'),
              renderCell: ({ hash }) => <code className="small">{hash}</code>,
            },
          ]}
        />
      )}
      {query.hasNextPage ? (
        <Button look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </div>
  );
}
