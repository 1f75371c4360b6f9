import { useState, type ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { TextArea } from '../design/field.tsx';
import { useLanguage } from '../language/language.tsx';

/** Shortest note the server takes for a reason. */
const LEAST_NOTE = 3;

export interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** a reason that must be written, by this label */
  readonly noteLabel?: string | undefined;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly failure: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: (note: string) => void;
}

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useLanguage();
  const [note, setNote] = useState('');
  const [tooShort, setTooShort] = useState(false);
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{props.text}</p>
      {props.failure}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const missing = props.noteLabel !== undefined && note.trim().length < LEAST_NOTE;
          setTooShort(missing);
          if (!missing && !props.busy) props.onConfirm(note.trim());
        }}
      >
        {props.noteLabel === undefined ? null : (
          <TextArea
            label={props.noteLabel}
            value={note}
            maxLength={1000}
            error={tooShort ? t('task.noteNeeded') : undefined}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <div className="dialog__actions">
          <Button type="submit" look={props.danger === true ? 'danger' : 'main'} busy={props.busy}>
            {props.confirm}
          </Button>
          <Button look="quiet" onClick={props.onClose}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
