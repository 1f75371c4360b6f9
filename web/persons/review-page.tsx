import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReviewView } from '@urtuu/persons/contract';
import { persons } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Notice } from '../design/notice.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useLanguage } from '../language/language.tsx';
import { CandidatePanel } from './candidate-panel.tsx';
import { ClusterPanel } from './cluster-panel.tsx';
import { ComparedTable } from './compared-table.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { nameOf } from './person-name.tsx';
import { PartnerPanel } from './partner-panel.tsx';
import { ReviewState } from './review-state.tsx';

const route = getRouteApi('/reviews/$reviewId');

/** One doubtful person: who was asked for, who may be meant, why, and the decision. */
export function ReviewPage() {
  const { t } = useLanguage();
  const { reviewId } = route.useParams();
  const query = useQuery({
    queryKey: ['review', reviewId],
    queryFn: ({ signal }) => persons.readReview({ params: { reviewId } }, signal),
  });
  return (
    <div className="stack">
      <p>
        <Link to="/reviews">{t('reviews.back')}</Link>
      </p>
      {query.data === undefined && query.isError ? <PageHead title={t('reviews.title')} /> : null}
      <Loaded query={query}>{(review) => <Review review={review} />}</Loaded>
    </div>
  );
}

function Review({ review }: { readonly review: ReviewView }) {
  const { t, term, instant } = useLanguage();
  const { asked, compared, decisions, caseId, openedAt, state, outcome, settledAt } = review;
  return (
    <div className="stack">
      <PageHead
        title={nameOf(asked)}
        tags={<ReviewState review={review} />}
        lede={t('reviews.lede', { at: instant(openedAt), country: term('country', asked.country) })}
        actions={
          <Link to="/cases/$caseId" params={{ caseId }} className="button button--quiet">
            {t('reviews.openCase')}
          </Link>
        }
      />
      {state === 'settled' && outcome !== null ? (
        <Notice meaning="good" title={term('reviewEnd', outcome)}>
          <p>{t('reviews.settledAt', { at: settledAt === null ? '' : instant(settledAt) })}</p>
        </Notice>
      ) : null}
      {review.blind === null ? null : (
        <Notice meaning="care" title={t('reviews.blind')}>
          <p>{t('reviews.blindText')}</p>
          <p>
            <Link to="/double-reviews/$doubleReviewId" params={{ doubleReviewId: review.blind }}>
              {t('reviews.giveLook')}
            </Link>
          </p>
        </Notice>
      )}
      {compared.length === 0 ? (
        <Empty>{t('reviews.noCandidates')}</Empty>
      ) : (
        <Panel title={t('persons.sideBySide')}>
          <ComparedTable asked={asked} compared={compared} />
        </Panel>
      )}
      {compared.map((candidate, i) => (
        <CandidatePanel
          key={candidate.record.recordId}
          review={review}
          candidate={candidate}
          number={i + 1}
        />
      ))}
      <PartnerPanel review={review} />
      <Cluster recordId={asked.recordId} />
      <DecisionHistory
        decisions={decisions}
        of={asked.recordId}
        records={compared.map(({ record }) => record)}
      />
    </div>
  );
}

/** Records that are linked with the person asked for by now. */
function Cluster({ recordId }: { readonly recordId: string }) {
  const query = useQuery({
    queryKey: ['person', recordId],
    queryFn: ({ signal }) => persons.readPerson({ params: { recordId } }, signal),
  });
  if (query.isPending) return <Skeleton lines={3} />;
  return (
    <Loaded query={query}>{({ cluster, record }) => <ClusterPanel cluster={cluster} of={record} />}</Loaded>
  );
}
