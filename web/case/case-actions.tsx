import type { AllowedAction } from '@urtuu/exchange/contract';
import type { CaseView } from '@urtuu/pensions/contract';
import { useState } from 'react';
import { pensions } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { Button } from '../design/button.tsx';
import { Panel } from '../design/panel.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLanguage } from '../language/language.tsx';
import { useCaseChange } from './case-query.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DrawDecisionDialog } from './draw-decision-dialog.tsx';
import { useReason } from './reason.ts';

const ACTIONS = [
  'requestPeriods',
  'forwardClaim',
  'drawDecision',
  'approveDecision',
  'returnDecision',
] as const;
type Action = (typeof ACTIONS)[number];

interface Change {
  readonly action: Action;
  readonly note?: string;
}

/** What may be done now, and why not what may not. Everything that leaves the house is asked for once more. */
export function CaseActions({ view }: { readonly view: CaseView }) {
  const { t, term } = useLanguage();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<Action>();
  const { caseId, version } = view;
  const change = useCaseChange(caseId, ({ action, note }: Change) => {
    const call = { params: { caseId }, ifMatch: version };
    switch (action) {
      case 'requestPeriods':
        return pensions.requestPeriods(call);
      case 'forwardClaim':
        return pensions.forwardClaim(call);
      case 'approveDecision':
        return pensions.approveDecision(call);
      case 'returnDecision':
        return pensions.returnDecision({ ...call, body: { reason: note ?? '' } });
      case 'drawDecision':
        return pensions.drawDecision({ ...call, body: {} });
    }
  });
  const close = () => {
    setAsking(undefined);
    change.reset();
  };
  const known = view.allowedActions.flatMap((entry) => {
    const action = ACTIONS.find((each) => each === entry.action);
    return action === undefined ? [] : [{ ...entry, action }];
  });
  const possible = known.filter(({ allowed }) => allowed);
  return (
    <Panel title={t('action.title')} className="no-print">
      <div className="stack">
        {possible.length === 0 ? <p className="soft">{t('action.none')}</p> : null}
        <div className="stack--tight actions">
          {possible.map(({ action }, index) => (
            <Button key={action} look={index === 0 ? 'main' : 'quiet'} onClick={() => setAsking(action)}>
              {term('action', action)}
            </Button>
          ))}
        </div>
        <AbsentActions absent={known.filter(({ allowed }) => !allowed)} />
      </div>
      {asking === 'drawDecision' ? <DrawDecisionDialog view={view} onClose={close} /> : null}
      {asking === undefined || asking === 'drawDecision' ? null : (
        <ConfirmDialog
          title={term('action', asking)}
          text={term('actionText', asking)}
          confirm={term('action', asking)}
          noteLabel={asking === 'returnDecision' ? t('action.returnReason') : undefined}
          busy={change.isPending}
          failure={change.isError ? <Failure error={change.error} /> : undefined}
          onClose={close}
          onConfirm={(note) =>
            change.mutate(
              { action: asking, note },
              {
                onSuccess: () => {
                  announce(term('actionDone', asking));
                  close();
                },
              },
            )
          }
        />
      )}
    </Panel>
  );
}

function AbsentActions({ absent }: { readonly absent: readonly AllowedAction[] }) {
  const { t, term } = useLanguage();
  const reason = useReason();
  if (absent.length === 0) return null;
  return (
    <details>
      <summary>{t('action.absent', { count: absent.length })}</summary>
      <ul className="list-plain stack--tight small">
        {absent.map(({ action, reason: code }) => (
          <li key={action}>
            <strong>{term('action', action)}</strong>
            {code === undefined ? null : <> – {reason('absent', { code, values: {} })}</>}
          </li>
        ))}
      </ul>
    </details>
  );
}
