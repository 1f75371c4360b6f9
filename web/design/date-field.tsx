import { useId, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { classes } from './classes.ts';
import { partsOfText, textOfParts, type DateParts } from './date-parts.ts';

export interface DateFieldProps {
  readonly id?: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** ISO day, or what was typed so far */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/**
 * Day, month and year in three boxes. The browser's own date control speaks no Mongolian and asks people to turn
 * seventy pages back for a year of birth.
 */
export function DateField({ id, legend, hint, error, value, onChange }: DateFieldProps) {
  const { t } = useLanguage();
  const own = useId();
  const fieldId = id ?? own;
  const [typed, setTyped] = useState<DateParts>(() => partsOfText(value));
  // What was typed stands while it still means the value; otherwise the value came from elsewhere.
  const shown = textOfParts(typed) === value ? typed : partsOfText(value);
  const described = [
    hint === undefined ? '' : `${fieldId}-hint`,
    error === undefined ? '' : `${fieldId}-error`,
  ]
    .filter((part) => part !== '')
    .join(' ');

  const box = (part: keyof DateParts, label: string, length: number) => (
    <label className={`date__part date__part--${part}`}>
      {label}
      <input
        id={part === 'day' ? fieldId : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={length}
        value={shown[part]}
        aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => {
          const next = { ...shown, [part]: event.target.value };
          setTyped(next);
          onChange(textOfParts(next));
        }}
      />
    </label>
  );

  return (
    <fieldset
      className={classes(error !== undefined && 'field--bad')}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend className="fieldset__legend">{legend}</legend>
      {hint === undefined ? null : (
        <span className="field__hint" id={`${fieldId}-hint`}>
          {hint}
        </span>
      )}
      {error === undefined ? null : (
        <span className="field__error" id={`${fieldId}-error`}>
          {error}
        </span>
      )}
      <div className="date">
        {box('day', t('date.day'), 2)}
        {box('month', t('date.month'), 2)}
        {box('year', t('date.year'), 4)}
      </div>
    </fieldset>
  );
}
