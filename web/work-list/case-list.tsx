import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CASE_STATES, type CaseState } from '@urtuu/exchange/contract';
import type { CaseSummary } from '@urtuu/pensions/contract';
import { useId, useState } from 'react';
import { pensions } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { CaseStateTag } from '../case/case-state.tsx';
import { Button } from '../design/button.tsx';
import { Select, TextField } from '../design/field.tsx';
import { Tag } from '../design/notice.tsx';
import { Empty } from '../design/panel.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { Table, type Column } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';

const home = getRouteApi('/');

/** Every case of the node; the search stands in the address, so that it can be kept and sent on. */
export function CaseList() {
  const { t } = useLanguage();
  const { q, state } = home.useSearch();
  const known = CASE_STATES.find((each) => each === state);
  const query = useInfiniteQuery({
    queryKey: ['cases', q ?? '', known ?? ''],
    queryFn: ({ signal, pageParam }) =>
      pensions.listCases(
        {
          query: {
            ...(q === undefined ? {} : { q }),
            ...(known === undefined ? {} : { state: known }),
            ...(pageParam === '' ? {} : { before: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap(({ items }) => items);
  return (
    <section className="stack" aria-labelledby="cases-title">
      <h2 id="cases-title">{t('workList.cases')}</h2>
      <CaseSearch counts={pages[0]?.counts ?? {}} />
      {query.isError ? <Failure error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton /> : null}
      {query.isSuccess && rows.length === 0 ? (
        <Empty>
          {q === undefined && known === undefined ? t('workList.noCases') : t('workList.noMatch')}
        </Empty>
      ) : null}
      {rows.length === 0 ? null : <CaseTable rows={rows} />}
      {query.hasNextPage ? (
        <Button look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </section>
  );
}

function CaseSearch({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const { t, term } = useLanguage();
  const { q = '', state } = home.useSearch();
  const navigate = home.useNavigate();
  const [{ words, asked, seen }, setBox] = useState({ words: q, asked: q, seen: q });
  // The address changed by itself, as by the browser's way back: the box follows. What is being typed stays.
  if (seen !== q) setBox({ words: q === asked ? words : q, asked, seen: q });
  const searchId = useId();
  const go = (nextState: string) => {
    setBox({ words, asked: words.trim(), seen });
    void navigate({
      search: {
        ...(words.trim() === '' ? {} : { q: words.trim() }),
        ...(nextState === '' ? {} : { state: nextState }),
      },
    });
  };
  const counted = (each: CaseState) => counts[each] ?? 0;
  const choices = CASE_STATES.filter((each) => counted(each) > 0 || each === state).map((each) => ({
    value: each,
    text: t('workList.stateCount', { state: term('caseState', each), count: counted(each) }),
  }));
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          go(state ?? '');
        }}
      >
        <TextField
          id={searchId}
          type="search"
          label={t('workList.search')}
          hint={t('workList.searchHint')}
          value={words}
          onChange={(event) => setBox({ words: event.target.value, asked, seen })}
        />
        <Select
          className="field--short"
          label={t('workList.state')}
          value={state ?? ''}
          choices={[{ value: '', text: t('workList.anyState') }, ...choices]}
          onChange={(event) => go(event.target.value)}
        />
        <Button type="submit">{t('app.search')}</Button>
      </form>
    </search>
  );
}

function CaseTable({ rows }: { readonly rows: readonly CaseSummary[] }) {
  const { t, term, date, instant, number } = useLanguage();
  const columns: readonly Column<CaseSummary>[] = [
    {
      key: 'person',
      title: t('case.person'),
      names: true,
      renderCell: ({ caseId, personName }) => (
        <Link to="/cases/$caseId" params={{ caseId }}>
          {personName}
        </Link>
      ),
    },
    {
      key: 'file',
      title: t('case.fileNumber'),
      renderCell: ({ fileNumber }) => <span className="nowrap">{fileNumber}</span>,
    },
    {
      key: 'state',
      title: t('workList.state'),
      renderCell: ({ state, simulation }) => (
        <span className="row">
          <CaseStateTag state={state} />
          {simulation ? <Tag meaning="care">{t('decision.simulation')}</Tag> : null}
        </span>
      ),
    },
    { key: 'role', title: t('case.role'), renderCell: ({ role }) => term('caseRole', role) },
    {
      key: 'waiting',
      title: t('case.waitingFor'),
      renderCell: ({ waitingFor }) => term('waitingFor', waitingFor),
    },
    {
      key: 'filed',
      title: t('case.filedOn'),
      renderCell: ({ filedOn }) => <span className="nowrap">{date(filedOn)}</span>,
    },
    {
      key: 'updated',
      title: t('case.updatedAt'),
      renderCell: ({ updatedAt }) => <span className="nowrap">{instant(updatedAt)}</span>,
    },
    {
      key: 'tasks',
      title: t('case.openTasks'),
      numeric: true,
      renderCell: ({ openTasks }) => number(openTasks),
    },
  ];
  return (
    <Table
      caption={t('workList.casesCaption')}
      captionHidden
      rows={rows}
      rowKey={({ caseId }) => caseId}
      columns={columns}
    />
  );
}
