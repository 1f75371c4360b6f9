import { DecisionPanel } from '../decision/decision-panel.tsx';
import { Empty } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { useCase } from './case-query.ts';

export function CaseDecisions() {
  const { t } = useLanguage();
  const { data } = useCase();
  if (data === undefined) return null;
  if (data.decisions.length === 0) return <Empty>{t('decision.none')}</Empty>;
  return (
    <div className="stack">
      {data.decisions.map((decision) => (
        <DecisionPanel key={decision.decisionId} decision={decision} />
      ))}
    </div>
  );
}
