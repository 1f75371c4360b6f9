import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { PeriodChart } from '../periods/period-chart.tsx';
import { PeriodTable } from '../periods/period-table.tsx';
import { RecordTotals } from '../periods/record-totals.tsx';
import { useCase } from './case-query.ts';

/** Periods of both states: drawn, and as a table with every run of days and the rule that decided it. */
export function CasePeriods() {
  const { t } = useLanguage();
  const { data } = useCase();
  if (data === undefined) return null;
  return (
    <div className="stack">
      <Panel title={t('periods.title')}>
        <PeriodChart periods={data.periods} />
      </Panel>
      {data.decisions
        .filter(({ assessment }) => assessment.record !== undefined)
        .map(({ decisionId, country, assessment }) => (
          <RecordTotals key={decisionId} country={country} totals={assessment.record.totals} />
        ))}
      <PeriodTable periods={data.periods} />
    </div>
  );
}
