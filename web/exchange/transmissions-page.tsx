import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { TRANSMISSION_STATES, type TransmissionView } from '@urtuu/exchange/contract';
import { exchange } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { useMay } from '../app/session.tsx';
import { Button } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Empty } from '../design/panel.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLanguage } from '../language/language.tsx';
import { MessageCard } from './message-card.tsx';

const REFRESH_MS = 10_000;
const DIRECTIONS = ['sent', 'received'] as const;
const route = getRouteApi('/transmissions');

/** Everything this node sent and received, newest first; an operator can have one sent again. */
export function TransmissionsPage() {
  const { t } = useLanguage();
  const search = route.useSearch();
  const state = TRANSMISSION_STATES.find((each) => each === search.state);
  const direction = DIRECTIONS.find((each) => each === search.direction);
  const query = useInfiniteQuery({
    queryKey: ['transmissions', state ?? '', direction ?? ''],
    queryFn: ({ signal, pageParam }) =>
      exchange.listTransmissions(
        {
          query: {
            ...(state === undefined ? {} : { state }),
            ...(direction === undefined ? {} : { direction }),
            ...(pageParam === '' ? {} : { before: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack">
      <PageHead title={t('transmissions.title')} lede={t('transmissions.lede')} />
      <Filters />
      {query.isError ? <Failure error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton /> : null}
      {query.isSuccess && items.length === 0 ? <Empty>{t('transmissions.none')}</Empty> : null}
      <ul className="list-plain stack">
        {items.map((transmission) => (
          <li key={transmission.transmissionId}>
            <MessageCard transmission={transmission} actions={<Actions transmission={transmission} />} />
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </div>
  );
}

function Filters() {
  const { t, term } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: 'state' | 'direction', value: string) =>
    void navigate({
      search: (before) => {
        const { [part]: _, ...rest } = before;
        return value === '' ? rest : { ...rest, [part]: value };
      },
    });
  return (
    <div className="search">
      <Select
        className="field--short"
        label={t('workList.state')}
        value={search.state ?? ''}
        choices={[
          { value: '', text: t('transmissions.anyState') },
          ...TRANSMISSION_STATES.map((value) => ({ value, text: term('transmissionState', value) })),
        ]}
        onChange={(event) => set('state', event.target.value)}
      />
      <Select
        className="field--short"
        label={t('transmissions.direction')}
        value={search.direction ?? ''}
        choices={[
          { value: '', text: t('transmissions.anyDirection') },
          ...DIRECTIONS.map((value) => ({ value, text: term('direction', value) })),
        ]}
        onChange={(event) => set('direction', event.target.value)}
      />
    </div>
  );
}

function Actions({ transmission }: { readonly transmission: TransmissionView }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const operates = useMay('operator');
  const seesCases = useMay('clerk', 'supervisor', 'auditor');
  const { transmissionId, caseId, direction, state } = transmission;
  const retry = useMutation({
    mutationFn: () => exchange.retryTransmission({ params: { transmissionId } }),
    onSuccess: () => {
      announce(t('transmissions.retried'));
      void queries.invalidateQueries({ queryKey: ['transmissions'] });
    },
  });
  const waits =
    direction === 'sent' && (state === 'queued' || state === 'sending' || state === 'missingReceipt');
  return (
    <>
      {seesCases ? (
        <Link to="/cases/$caseId/messages" params={{ caseId }}>
          {t('transmissions.case')}
        </Link>
      ) : null}
      {operates && waits ? (
        <Button look="quiet" small busy={retry.isPending} onClick={() => retry.mutate()}>
          {t('transmissions.retry')}
        </Button>
      ) : null}
      {retry.isError ? <Failure error={retry.error} /> : null}
    </>
  );
}
