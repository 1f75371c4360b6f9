import type { PersonRecordView } from '@urtuu/persons/contract';
import { useId, useState } from 'react';
import { Button } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { useLanguage } from '../language/language.tsx';
import { Refused } from './decide-form.tsx';
import { nameOf } from './person-name.tsx';

/** Shortest reason the server takes. */
const LEAST_REASON = 3;

export interface Choice {
  /** record of the candidate who is the person; null: none of them is */
  readonly choice: string | null;
  readonly reason: string;
}

export interface ChoiceFormProps {
  readonly candidates: readonly PersonRecordView[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly onChoose: (choice: Choice) => void;
}

/** Which of the candidates is the person, or that none is, with the reason. */
export function ChoiceForm({ candidates, busy, error, onChoose }: ChoiceFormProps) {
  const { t } = useLanguage();
  const group = useId();
  const [choice, setChoice] = useState<string | null>();
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<{ readonly choice?: string; readonly reason?: string }>({});
  const options: readonly { readonly value: string | null; readonly text: string }[] = [
    ...candidates.map((record, i) => ({
      value: record.recordId,
      text: t('persons.candidate', { number: i + 1, name: nameOf(record) }),
    })),
    { value: null, text: t('looks.nobody') },
  ];
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = {
          ...(choice === undefined ? { choice: t('looks.choiceNeeded') } : {}),
          ...(reason.trim().length < LEAST_REASON ? { reason: t('task.noteNeeded') } : {}),
        };
        setFaults(found);
        if (choice !== undefined && Object.keys(found).length === 0 && !busy) {
          onChoose({ choice, reason: reason.trim() });
        }
      }}
    >
      <fieldset className={faults.choice === undefined ? 'stack--tight' : 'stack--tight field--bad'}>
        <legend className="fieldset__legend">{t('looks.who')}</legend>
        {faults.choice === undefined ? null : <p className="field__error">{faults.choice}</p>}
        {options.map(({ value, text }) => (
          <label key={value ?? 'nobody'} className="choice">
            <input type="radio" name={group} checked={choice === value} onChange={() => setChoice(value)} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label={t('decide.reason')}
        hint={t('looks.reasonHint')}
        error={faults.reason}
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.target.value)}
      />
      {error === null ? null : <Refused error={error} />}
      <div className="row">
        <Button type="submit" busy={busy}>
          {t('looks.give')}
        </Button>
      </div>
    </form>
  );
}
