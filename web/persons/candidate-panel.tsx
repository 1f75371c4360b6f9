import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComparedView, ReviewView } from '@urtuu/persons/contract';
import { persons } from '../app/client.ts';
import { useMay } from '../app/session.tsx';
import { Notice, Tag, type Meaning } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLanguage } from '../language/language.tsx';
import { DecideForm, type Decision, type Outcome } from './decide-form.tsx';
import { ASK_PARTNER } from './partner-panel.tsx';
import { nameOf } from './person-name.tsx';
import { Waterfall } from './waterfall.tsx';

const MEANINGS = { same: 'good', notSame: 'bad' } as const satisfies Record<string, Meaning>;

export interface CandidatePanelProps {
  readonly review: ReviewView;
  readonly candidate: ComparedView;
  readonly number: number;
}

/** One candidate: why it is likely or not, what stands, and what may be decided. */
export function CandidatePanel({ review, candidate, number }: CandidatePanelProps) {
  const { t, term } = useLanguage();
  const { record, evidence, standing } = candidate;
  return (
    <Panel
      title={t('persons.candidate', { number, name: nameOf(record) })}
      aside={
        standing === null ? undefined : (
          <Tag meaning={MEANINGS[standing.outcome]}>{term('linkOutcome', standing.outcome)}</Tag>
        )
      }
    >
      <div className="columns">
        <div className="stack--tight">
          <h3>{t('evidence.title')}</h3>
          <Waterfall evidence={evidence} />
          <p>
            <Link to="/persons/$recordId" params={{ recordId: record.recordId }}>
              {t('persons.openRecord')}
            </Link>
          </p>
        </div>
        <Decide review={review} candidate={candidate} />
      </div>
    </Panel>
  );
}

/** Of an open review all outcomes but the one that stands; of a settled one what stands can be withdrawn. */
export function outcomesOf(
  state: ReviewView['state'],
  standing: ComparedView['standing'],
): readonly Outcome[] {
  const fresh: readonly Outcome[] = state === 'open' ? ['same', 'notSame'] : [];
  return [
    ...fresh.filter((outcome) => outcome !== standing?.outcome),
    ...(standing === null ? [] : ['withdrawn' as const]),
  ];
}

function Decide({ review, candidate }: Omit<CandidatePanelProps, 'number'>) {
  const { t, term } = useLanguage();
  const mayDecide = useMay('clerk', 'supervisor');
  const announce = useAnnounce();
  const queries = useQueryClient();
  const { reviewId } = review;
  const { record, standing } = candidate;
  const decide = useMutation({
    mutationFn: (decision: Decision) =>
      persons.decideReview({ params: { reviewId }, body: { recordId: record.recordId, ...decision } }),
    onSuccess: (view, { outcome }) => {
      announce(term('decided', outcome));
      queries.setQueryData(['review', reviewId], view);
      for (const key of ['reviews', 'person', 'case', 'cases', 'tasks']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
    },
  });
  const outcomes = outcomesOf(review.state, standing);
  const decision = review.decisions.find(({ decisionId }) => decisionId === standing?.decisionId);
  return (
    <div className="stack">
      <h3>{t('decide.title')}</h3>
      {standing === null || decision === undefined ? null : (
        <Notice meaning={MEANINGS[standing.outcome]} title={term('linkOutcome', standing.outcome)}>
          <p>
            {t('decide.stands', {
              who: decision.basis === 'rule' ? t('decisions.byRule') : decision.by,
              reason: decision.reason,
            })}
          </p>
        </Notice>
      )}
      {!mayDecide ? (
        <p className="soft">{t('decide.notYours')}</p>
      ) : outcomes.length === 0 ? (
        <p className="soft">{t('decide.settled')}</p>
      ) : (
        <>
          {outcomes.includes('withdrawn') ? <p className="soft small">{t('decide.undoText')}</p> : null}
          <DecideForm
            key={`${review.state} ${standing?.decisionId ?? ''}`}
            standing={standing}
            outcomes={outcomes}
            busy={decide.isPending}
            error={decide.error}
            onDecide={(made) => decide.mutate(made)}
          />
          {review.state === 'open' ? (
            <p>
              <a href={`#${ASK_PARTNER}`}>{t('decide.askPartner')}</a>
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}
