import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { REVIEW_STATES, type ReviewSummary } from '@urtuu/persons/contract';
import { useState } from 'react';
import { persons } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Button } from '../design/button.tsx';
import { Select, TextField } from '../design/field.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty } from '../design/panel.tsx';
import { Table, type Column } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { useEvidenceWords } from './evidence-words.ts';
import { nameOf, OtherNames } from './person-name.tsx';
import { ReviewState } from './review-state.tsx';
import { ReviewTabs } from './review-tabs.tsx';

const route = getRouteApi('/reviews');

/** Persons of cases whom the register does not name for certain, the likeliest to be found first. */
export function ReviewListPage() {
  const { t } = useLanguage();
  const { q, state, caseId } = route.useSearch();
  const known = REVIEW_STATES.find((each) => each === state) ?? 'open';
  const query = useQuery({
    queryKey: ['reviews', known, q ?? '', caseId ?? ''],
    queryFn: ({ signal }) =>
      persons.listReviews(
        {
          query: {
            state: known,
            ...(q === undefined ? {} : { q }),
            ...(caseId === undefined ? {} : { caseId }),
          },
        },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="stack">
      <PageHead title={t('reviews.title')} lede={t('reviews.listLede')} />
      <ReviewTabs />
      <ReviewSearch key={q ?? ''} />
      {caseId === undefined ? null : (
        <p>
          {t('reviews.oneCase')} <Link to="/reviews">{t('reviews.allCases')}</Link>
        </p>
      )}
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <ReviewTable rows={items} />
          ) : (
            <Empty>
              {q !== undefined || caseId !== undefined
                ? t('reviews.noMatch')
                : known === 'open'
                  ? t('reviews.noneOpen')
                  : t('reviews.noneSettled')}
            </Empty>
          )
        }
      </Loaded>
    </div>
  );
}

function ReviewSearch() {
  const { t, term } = useLanguage();
  const { q = '', state = 'open', caseId } = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(q);
  const go = (nextState: string) => {
    const typed = words.trim();
    void navigate({
      search: {
        ...(typed === '' ? {} : { q: typed }),
        ...(nextState === 'open' ? {} : { state: nextState }),
        ...(caseId === undefined ? {} : { caseId }),
      },
    });
  };
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          go(state);
        }}
      >
        <TextField
          type="search"
          label={t('reviews.search')}
          hint={t('reviews.searchHint')}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          className="field--short"
          label={t('workList.state')}
          value={state}
          choices={REVIEW_STATES.map((value) => ({ value, text: term('reviewState', value) }))}
          onChange={(event) => go(event.target.value)}
        />
        <Button type="submit">{t('app.search')}</Button>
      </form>
    </search>
  );
}

function ReviewTable({ rows }: { readonly rows: readonly ReviewSummary[] }) {
  const { t, term, date, instant, number } = useLanguage();
  const words = useEvidenceWords();
  const columns: readonly Column<ReviewSummary>[] = [
    {
      key: 'person',
      title: t('case.person'),
      names: true,
      renderCell: ({ reviewId, asked }) => (
        <>
          <Link to="/reviews/$reviewId" params={{ reviewId }}>
            {nameOf(asked)}
          </Link>
          <OtherNames record={asked} />
        </>
      ),
    },
    { key: 'birth', title: t('person.birthDate'), renderCell: ({ asked }) => date(asked.birthDate) },
    { key: 'country', title: t('reviews.from'), renderCell: ({ asked }) => term('country', asked.country) },
    {
      key: 'best',
      title: t('reviews.best'),
      numeric: true,
      renderCell: ({ best, candidates }) => (candidates === 0 ? '' : words.percent(best)),
    },
    {
      key: 'candidates',
      title: t('reviews.candidates'),
      numeric: true,
      renderCell: ({ candidates }) => number(candidates),
    },
    { key: 'state', title: t('workList.state'), renderCell: (review) => <ReviewState review={review} /> },
    {
      key: 'opened',
      title: t('workList.since'),
      renderCell: ({ openedAt }) => <span className="nowrap">{instant(openedAt)}</span>,
    },
  ];
  return (
    <Table
      caption={t('reviews.count', { count: rows.length })}
      rows={rows}
      rowKey={({ reviewId }) => reviewId}
      columns={columns}
    />
  );
}
