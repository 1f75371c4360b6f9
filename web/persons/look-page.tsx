import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { personsContract } from '@urtuu/persons/contract';
import type { ReplyOf } from '@urtuu/platform/contract';
import { persons } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Notice } from '../design/notice.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Panel } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLanguage } from '../language/language.tsx';
import { ChoiceForm, type Choice } from './choice-form.tsx';
import { ComparedTable } from './compared-table.tsx';
import { nameOf } from './person-name.tsx';
import { Waterfall } from './waterfall.tsx';

const route = getRouteApi('/double-reviews/$doubleReviewId');

type Look = ReplyOf<typeof personsContract.readLook>;

/** A second or third look at a review of the sample. */
export function LookPage() {
  const { t } = useLanguage();
  const { doubleReviewId } = route.useParams();
  const query = useQuery({
    queryKey: ['look', doubleReviewId],
    queryFn: ({ signal }) => persons.readLook({ params: { doubleReviewId } }, signal),
  });
  return (
    <div className="stack">
      <p>
        <Link to="/double-reviews">{t('looks.back')}</Link>
      </p>
      {query.data === undefined && query.isError ? <PageHead title={t('looks.title')} /> : null}
      <Loaded query={query}>{(look) => <Asked look={look} />}</Loaded>
    </div>
  );
}

function Asked({ look }: { readonly look: Look }) {
  const { t, term } = useLanguage();
  const { asked, compared, earlier } = look;
  return (
    <div className="stack">
      <PageHead title={nameOf(asked)} lede={term('look', look.look)} />
      <Notice title={t(look.look === 'second' ? 'looks.blind' : 'looks.third')}>
        <p>{t(look.look === 'second' ? 'looks.blindText' : 'looks.thirdText')}</p>
      </Notice>
      <Panel title={t('persons.sideBySide')}>
        <ComparedTable asked={asked} compared={compared} />
      </Panel>
      {earlier.length === 0 ? null : <Earlier look={look} />}
      <Panel title={t('evidence.title')}>
        <div className="columns">
          {compared.map(({ record, evidence }, i) => (
            <div key={record.recordId} className="stack--tight">
              <h3>{t('persons.candidate', { number: i + 1, name: nameOf(record) })}</h3>
              <Waterfall evidence={evidence} />
            </div>
          ))}
        </div>
      </Panel>
      <Panel title={t('decide.title')}>
        <Give look={look} />
      </Panel>
    </div>
  );
}

/** What the first two officers said, for the third. */
function Earlier({ look }: { readonly look: Look }) {
  const { t, instant } = useLanguage();
  const nameOfChoice = (choice: string | null): string => {
    const found = look.compared.findIndex(({ record }) => record.recordId === choice);
    const record = look.compared[found]?.record;
    return record === undefined
      ? t('looks.nobody')
      : t('persons.candidate', { number: found + 1, name: nameOf(record) });
  };
  return (
    <Panel title={t('looks.earlier')}>
      <Table
        caption={t('looks.earlier')}
        captionHidden
        rows={look.earlier}
        rowKey={({ at }) => at}
        columns={[
          { key: 'who', title: t('decisions.who'), names: true, renderCell: ({ by }) => by },
          {
            key: 'choice',
            title: t('decisions.what'),
            renderCell: ({ choice }) => nameOfChoice(choice),
          },
          { key: 'why', title: t('decisions.why'), renderCell: ({ reason }) => reason },
          {
            key: 'when',
            title: t('decisions.when'),
            renderCell: ({ at }) => <span className="nowrap">{instant(at)}</span>,
          },
        ]}
      />
    </Panel>
  );
}

function Give({ look }: { readonly look: Look }) {
  const { term } = useLanguage();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const { doubleReviewId, compared } = look;
  const give = useMutation({
    mutationFn: (choice: Choice) => persons.giveLook({ params: { doubleReviewId }, body: choice }),
    onSuccess: ({ state }) => {
      announce(term('lookGiven', state));
      for (const key of ['looks', 'reviews', 'review', 'agreement']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
      void navigate({ to: '/double-reviews' });
    },
  });
  return (
    <ChoiceForm
      candidates={compared.map(({ record }) => record)}
      busy={give.isPending}
      error={give.error}
      onChoose={(choice) => give.mutate(choice)}
    />
  );
}
