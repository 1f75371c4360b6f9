import type { CaseView } from '@urtuu/pensions/contract';
import { Link } from '@tanstack/react-router';
import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { PeriodChart } from '../periods/period-chart.tsx';
import { SimulationBanner } from '../decision/decision-panel.tsx';
import { DecisionSums } from '../decision/decision-sums.tsx';
import { useMay } from '../app/session.tsx';
import { CaseActions } from './case-actions.tsx';
import { useCase } from './case-query.ts';
import { CaseClocks } from './case-clocks.tsx';
import { CaseTasks } from './case-tasks.tsx';
import { PersonPanel } from './person-panel.tsx';

/** What a clerk needs first: what waits, what can be done, who it is about, what is known. */
export function CaseOverview() {
  const { data } = useCase();
  return data === undefined ? null : <Overview view={data} />;
}

function Overview({ view }: { readonly view: CaseView }) {
  const { t } = useLanguage();
  const works = useMay('clerk', 'supervisor');
  return (
    <div className="with-aside">
      <div className="stack">
        {view.simulation ? <SimulationBanner inForceFrom={undefined} /> : null}
        {works ? <CaseTasks view={view} /> : null}
        <Panel
          title={t('periods.title')}
          aside={
            <Link to="/cases/$caseId/periods" params={{ caseId: view.caseId }}>
              {t('periods.all')}
            </Link>
          }
        >
          <PeriodChart periods={view.periods} compact />
        </Panel>
        {view.decisions.length === 0 ? null : (
          <Panel
            title={t('decision.titlePlural')}
            aside={
              <Link to="/cases/$caseId/decisions" params={{ caseId: view.caseId }}>
                {t('decision.explained')}
              </Link>
            }
          >
            <div className="columns">
              {view.decisions.map((decision) => (
                <DecisionSums key={decision.decisionId} decision={decision} />
              ))}
            </div>
          </Panel>
        )}
      </div>
      <aside className="stack">
        {works ? <CaseActions view={view} /> : null}
        <CaseClocks clocks={view.clocks} />
        <PersonPanel view={view} />
      </aside>
    </div>
  );
}
