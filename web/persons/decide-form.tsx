import { ProblemError } from '@urtuu/platform/contract';
import type { ComparedView } from '@urtuu/persons/contract';
import { useState } from 'react';
import { Failure } from '../app/failure.tsx';
import { Button } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { useLanguage } from '../language/language.tsx';

/** Shortest reason the server takes. */
const LEAST_REASON = 3;

export type Outcome = 'same' | 'notSame' | 'withdrawn';

export interface Decision {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly newEvidence?: string;
}

export interface DecideFormProps {
  /** what stands of the two records */
  readonly standing: ComparedView['standing'];
  /** what may be decided here, the likeliest first */
  readonly outcomes: readonly Outcome[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDecide: (decision: Decision) => void;
}

/** A decision of two records with its reason. Reopening a human’s “not the same” asks for what is new as well. */
export function DecideForm({ standing, outcomes, busy, error, onDecide }: DecideFormProps) {
  const { t, term } = useLanguage();
  const [reason, setReason] = useState('');
  const [newEvidence, setNewEvidence] = useState('');
  const [faults, setFaults] = useState<{ readonly reason?: string; readonly newEvidence?: string }>({});
  const isReopening = standing?.basis === 'human' && standing.outcome === 'notSame';

  const decide = (outcome: Outcome) => {
    const found = {
      ...(reason.trim().length < LEAST_REASON ? { reason: t('task.noteNeeded') } : {}),
      ...(isReopening && newEvidence.trim().length < LEAST_REASON
        ? { newEvidence: t('task.noteNeeded') }
        : {}),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const also = isReopening ? { newEvidence: newEvidence.trim() } : {};
    onDecide({ outcome, reason: reason.trim(), ...also });
  };

  return (
    <div className="stack">
      <TextArea
        label={t('decide.reason')}
        hint={t('decide.reasonHint')}
        error={faults.reason}
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.target.value)}
      />
      {isReopening ? (
        <TextArea
          label={t('decide.newEvidence')}
          hint={t('decide.newEvidenceHint')}
          error={faults.newEvidence}
          value={newEvidence}
          maxLength={1000}
          onChange={(event) => setNewEvidence(event.target.value)}
        />
      ) : null}
      {error === null ? null : <Refused error={error} />}
      <div className="row">
        {outcomes.map((outcome, i) => (
          <Button key={outcome} look={i === 0 ? 'main' : 'quiet'} busy={busy} onClick={() => decide(outcome)}>
            {term('decide', outcome)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Why a decision was not taken, in words of what stands. */
export function Refused({ error }: { readonly error: unknown }) {
  const { term, knows } = useLanguage();
  const reason = error instanceof ProblemError ? error.problem.extra?.['reason'] : undefined;
  if (typeof reason !== 'string' || !knows('linkRefused', reason)) return <Failure error={error} />;
  return (
    <div role="alert">
      <Notice meaning="bad" title={term('linkRefused', reason)} />
    </div>
  );
}
