import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { persons } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { nameOf, OtherNames } from './person-name.tsx';
import { ReviewTabs } from './review-tabs.tsx';

/** Reviews of the sample that wait for a look by whoever reads this. */
export function LookListPage() {
  const { t, term, date, instant, number } = useLanguage();
  const query = useQuery({
    queryKey: ['looks'],
    queryFn: ({ signal }) => persons.listLooks({}, signal),
  });
  return (
    <div className="stack">
      <PageHead title={t('looks.title')} lede={t('looks.lede')} />
      <ReviewTabs />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('looks.none')}</Empty>
          ) : (
            <Table
              caption={t('looks.count', { count: items.length })}
              rows={items}
              rowKey={({ doubleReviewId }) => doubleReviewId}
              columns={[
                {
                  key: 'person',
                  title: t('case.person'),
                  names: true,
                  renderCell: ({ doubleReviewId, asked }) => (
                    <>
                      <Link to="/double-reviews/$doubleReviewId" params={{ doubleReviewId }}>
                        {nameOf(asked)}
                      </Link>
                      <OtherNames record={asked} />
                    </>
                  ),
                },
                {
                  key: 'birth',
                  title: t('person.birthDate'),
                  renderCell: ({ asked }) => date(asked.birthDate),
                },
                {
                  key: 'candidates',
                  title: t('reviews.candidates'),
                  numeric: true,
                  renderCell: ({ candidates }) => number(candidates),
                },
                { key: 'look', title: t('looks.look'), renderCell: ({ look }) => term('look', look) },
                {
                  key: 'since',
                  title: t('workList.since'),
                  renderCell: ({ drawnAt }) => <span className="nowrap">{instant(drawnAt)}</span>,
                },
              ]}
            />
          )
        }
      </Loaded>
    </div>
  );
}
