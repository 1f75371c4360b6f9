import { CaseStateTag } from '../case/case-state.tsx';
import { useReason } from '../case/reason.ts';
import { DecisionPanel } from '../decision/decision-panel.tsx';
import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { PeriodChart } from '../periods/period-chart.tsx';
import { PeriodTable } from '../periods/period-table.tsx';
import type { MyView } from './citizen-page.tsx';

type CitizenCaseView = MyView['cases'][number];

/** One case in plain words. */
export function CitizenCase({ view }: { readonly view: CitizenCaseView }) {
  const { t, term, date } = useLanguage();
  return (
    <article className="stack" aria-label={t('citizen.case', { number: view.fileNumber })}>
      <Panel
        title={t('citizen.case', { number: view.fileNumber })}
        aside={<CaseStateTag state={view.state} />}
      >
        <div className="stack">
          <p>{t('citizen.filed', { day: date(view.filedOn, 'long') })}</p>
          <p>
            <strong>{term('citizenState', view.state)}</strong> {term('citizenWaiting', view.waitingFor)}
          </p>
        </div>
      </Panel>
      <Panel title={t('citizen.periods')}>
        <div className="stack">
          <p className="soft">{t('citizen.periodsText')}</p>
          <PeriodChart periods={view.periods} />
          <details>
            <summary>{t('periods.table')}</summary>
            <PeriodTable periods={view.periods} />
          </details>
        </div>
      </Panel>
      {view.decisions.map((decision) => (
        <DecisionPanel key={decision.decisionId} decision={decision} />
      ))}
      <Panel title={t('citizen.steps')}>
        <Steps events={view.events} />
      </Panel>
    </article>
  );
}

function Steps({ events }: { readonly events: CitizenCaseView['events'] }) {
  const { instant } = useLanguage();
  const reason = useReason();
  return (
    <ol className="events">
      {events.map((event, index) => (
        <li key={`${event.at} ${event.code} ${String(index)}`}>
          <time dateTime={event.at} className="soft nowrap">
            {instant(event.at)}
          </time>
          <span>{reason('event', event)}</span>
        </li>
      ))}
    </ol>
  );
}
