import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { classes } from './classes.ts';

export interface FieldFrame {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** said, but not in the way of going on */
  readonly warning?: string | undefined;
  readonly className?: string | undefined;
  /** name read by software only, where the place on the page makes it plain to the eye */
  readonly labelHidden?: boolean | undefined;
}

interface FrameProps extends FieldFrame {
  readonly id: string;
  readonly children: (wired: {
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: true;
  }) => ReactNode;
}

/** Label, hint, fault and control tied together, in this order. */
function Frame({ id, label, hint, error, warning, className, labelHidden, children }: FrameProps) {
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    error === undefined ? '' : `${id}-error`,
    warning === undefined ? '' : `${id}-warning`,
  ].filter((part) => part !== '');
  return (
    <div className={classes('field', error !== undefined && 'field--bad', className)}>
      <label className={labelHidden === true ? 'hidden-label' : 'field__label'} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error === undefined ? null : (
        <span className="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {warning === undefined ? null : (
        <span className="field__warning" id={`${id}-warning`}>
          {warning}
        </span>
      )}
      {children({
        ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
    </div>
  );
}

type Wrapped<Attributes> = FieldFrame & Omit<Attributes, keyof FieldFrame>;

export function TextField(props: Wrapped<InputHTMLAttributes<HTMLInputElement>>) {
  const { label, hint, error, warning, className, labelHidden, id, ...rest } = props;
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Frame id={fieldId} {...{ label, hint, error, warning, className, labelHidden }}>
      {(wired) => <input id={fieldId} autoComplete="off" {...rest} {...wired} />}
    </Frame>
  );
}

export function TextArea(props: Wrapped<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { label, hint, error, warning, className, labelHidden, id, ...rest } = props;
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Frame id={fieldId} {...{ label, hint, error, warning, className, labelHidden }}>
      {(wired) => <textarea id={fieldId} {...rest} {...wired} />}
    </Frame>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export function Select(
  props: Wrapped<SelectHTMLAttributes<HTMLSelectElement>> & { readonly choices: readonly Choice[] },
) {
  const { label, hint, error, warning, className, labelHidden, id, choices, ...rest } = props;
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Frame id={fieldId} {...{ label, hint, error, warning, className, labelHidden }}>
      {(wired) => (
        <select id={fieldId} {...rest} {...wired}>
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}
