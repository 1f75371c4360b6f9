import { explainChange, type LawCode } from '@urtuu/law';
import type { DecisionChanges, DecisionView } from '@urtuu/pensions/contract';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pensions } from '../app/client.ts';
import { Loaded } from '../app/loaded.tsx';
import { Empty } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';

/** What would open a component that the decision refuses. Asked only when somebody wants to know. */
export function WhyNot({ decision }: { readonly decision: DecisionView }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const { decisionId, assessment } = decision;
  const query = useQuery({
    queryKey: ['decision-changes', decisionId],
    queryFn: open ? ({ signal }) => pensions.decisionChanges({ params: { decisionId } }, signal) : skipToken,
  });
  if (assessment.components.every(({ outcome }) => outcome === 'eligible')) return null;
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('whyNot.title')}</summary>
      {open ? (
        <Loaded query={query}>{(found) => <Changes found={found} law={assessment.law} />}</Loaded>
      ) : null}
    </details>
  );
}

function Changes({
  found: { computable, changes },
  law,
}: {
  readonly found: DecisionChanges;
  readonly law: LawCode;
}) {
  const { t, locale } = useLanguage();
  if (!computable) return <Empty>{t('whyNot.elsewhere')}</Empty>;
  if (changes.length === 0) return <Empty>{t('whyNot.none')}</Empty>;
  return (
    <ul className="list-indented">
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>{explainChange(change, law, locale)}</li>
      ))}
    </ul>
  );
}
