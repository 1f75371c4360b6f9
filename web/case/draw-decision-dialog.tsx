import { openFlags } from '@urtuu/law';
import type { CaseView } from '@urtuu/pensions/contract';
import { useState } from 'react';
import { pensions } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { useNode } from '../app/session.tsx';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Select, TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLawTexts } from '../decision/law-texts.ts';
import { useLanguage } from '../language/language.tsx';
import { isoDayOrNothing } from './iso-day.ts';
import { useCaseChange } from './case-query.ts';

/** Asks for the award date and for answers to questions of law that are open, then has the decision drawn up. */
export function DrawDecisionDialog({
  view,
  onClose,
}: {
  readonly view: CaseView;
  readonly onClose: () => void;
}) {
  const { t, term } = useLanguage();
  const announce = useAnnounce();
  const [on, setOn] = useState('');
  const [inForce, setInForce] = useState('');
  const [assume, setAssume] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<{ readonly on?: string; readonly inForce?: string }>({});
  const draw = useCaseChange(view.caseId, (body: Parameters<typeof pensions.drawDecision>[0]['body']) =>
    pensions.drawDecision({ params: { caseId: view.caseId }, ifMatch: view.version, body }),
  );

  const submit = () => {
    const day = isoDayOrNothing(on);
    const from = isoDayOrNothing(inForce);
    const wrong = t('form.impossibleDate');
    setFaults({ ...(day.ok ? {} : { on: wrong }), ...(from.ok ? {} : { inForce: wrong }) });
    if (!day.ok || !from.ok || draw.isPending) return;
    const answers = Object.fromEntries(Object.entries(assume).filter(([, answer]) => answer !== ''));
    draw.mutate(
      {
        ...(day.value === undefined ? {} : { on: day.value }),
        ...(from.value === undefined ? {} : { assumeInForceFrom: from.value }),
        ...(Object.keys(answers).length === 0 ? {} : { assume: answers }),
      },
      {
        onSuccess: () => {
          announce(term('actionDone', 'drawDecision'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog title={term('action', 'drawDecision')} onClose={onClose}>
      {draw.isError ? <Failure error={draw.error} /> : null}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DateField
          legend={t('draw.on')}
          hint={t('draw.onHint')}
          error={faults.on}
          value={on}
          onChange={setOn}
        />
        <DateField
          legend={t('draw.inForce')}
          hint={t('draw.inForceHint')}
          error={faults.inForce}
          value={inForce}
          onChange={setInForce}
        />
        {inForce === '' ? null : (
          <Notice meaning="care" title={t('decision.simulationTitle')}>
            <p>{t('decision.simulationText')}</p>
          </Notice>
        )}
        <Assumptions assume={assume} onChange={setAssume} />
        <div className="dialog__actions">
          <Button type="submit" busy={draw.isPending}>
            {term('action', 'drawDecision')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface AssumptionsProps {
  readonly assume: Readonly<Record<string, string>>;
  readonly onChange: (next: Readonly<Record<string, string>>) => void;
}

/** Open questions that this state's law or the agreement asks. The date in force has a field of its own. */
function Assumptions({ assume, onChange }: AssumptionsProps) {
  const { t } = useLanguage();
  const { flagText } = useLawTexts();
  const node = useNode();
  const own = `${(node?.country ?? '').toLowerCase()}.`;
  const asked = openFlags().filter(
    ({ flag, options }) =>
      options !== 'day' && (flag.startsWith(own) || flag.startsWith('kzmn.') || flag.startsWith('round.')),
  );
  return (
    <details>
      <summary>{t('draw.assume', { count: asked.length })}</summary>
      <div className="stack assumptions">
        <p className="small soft">{t('draw.assumeHint')}</p>
        {asked.map(({ flag, options, default: usual }) => {
          const none = usual === null ? t('draw.noDefault') : t('draw.default', { option: usual });
          const shared = { label: flagText(flag), hint: flag, value: assume[flag] ?? '' };
          const set = (value: string) => onChange({ ...assume, [flag]: value });
          return Array.isArray(options) ? (
            <Select
              key={flag}
              {...shared}
              choices={[
                { value: '', text: none },
                ...options.map((value: string) => ({ value, text: value })),
              ]}
              onChange={(event) => set(event.target.value)}
            />
          ) : (
            <TextField
              key={flag}
              {...shared}
              inputMode="decimal"
              placeholder={usual ?? ''}
              onChange={(event) => set(event.target.value)}
            />
          );
        })}
      </div>
    </details>
  );
}
