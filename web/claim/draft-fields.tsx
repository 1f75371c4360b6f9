import type { Json } from '@urtuu/kernel';
import type { FaultView } from '@urtuu/pensions/contract';
import { createContext, useContext } from 'react';
import { DateField } from '../design/date-field.tsx';
import { Select, TextArea, TextField, type Choice } from '../design/field.tsx';
import { textAt, writeAt } from './claim-draft.ts';

export interface DraftForm {
  readonly draft: Json;
  readonly faults: readonly FaultView[];
  readonly change: (next: Json) => void;
  /** words of a fault */
  readonly faultText: (fault: FaultView) => string;
}

export const DraftContext = createContext<DraftForm | undefined>(undefined);

export function useDraft(): DraftForm {
  const form = useContext(DraftContext);
  if (form === undefined) throw new Error('A draft field stands outside its form');
  return form;
}

/** Id of the control for a place in the claim; error summaries link to it. */
export function controlId(pointer: string): string {
  return `claim${pointer.replaceAll('/', '.')}`;
}

interface Wired {
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly warning: string | undefined;
  readonly set: (text: string) => void;
}

function useWired(at: string): Wired {
  const { draft, faults, change, faultText } = useDraft();
  const own = faults.filter(({ pointer }) => pointer === at);
  const error = own.find(({ severity }) => severity === 'error');
  const warning = own.find(({ severity }) => severity === 'warning');
  return {
    id: controlId(at),
    value: textAt(draft, at),
    error: error === undefined ? undefined : faultText(error),
    warning: warning === undefined ? undefined : faultText(warning),
    set: (text) => change(writeAt(draft, at, text)),
  };
}

interface DraftFieldProps {
  /** JSON pointer into the claim */
  readonly at: string;
  readonly label: string;
  readonly hint?: string;
  readonly className?: string;
}

export function DraftText(props: DraftFieldProps & { readonly inputMode?: 'numeric' | 'text' }) {
  const { at, ...rest } = props;
  const { set, ...wired } = useWired(at);
  return <TextField {...rest} {...wired} onChange={(event) => set(event.target.value)} />;
}

export function DraftLongText({ at, ...rest }: DraftFieldProps) {
  const { set, ...wired } = useWired(at);
  return <TextArea {...rest} {...wired} maxLength={2000} onChange={(event) => set(event.target.value)} />;
}

export function DraftDate({ at, label, hint }: DraftFieldProps) {
  const { id, value, error, warning, set } = useWired(at);
  return (
    <DateField id={id} legend={label} hint={warning ?? hint} error={error} value={value} onChange={set} />
  );
}

/** A code of a list. A code that came with a file and is not in the list stays, and is shown as it is. */
export function DraftChoice(props: DraftFieldProps & { readonly choices: readonly Choice[] }) {
  const { at, choices, ...rest } = props;
  const { set, ...wired } = useWired(at);
  const known = choices.some(({ value }) => value === wired.value);
  const shown = known ? choices : [...choices, { value: wired.value, text: wired.value }];
  return <Select {...rest} {...wired} choices={shown} onChange={(event) => set(event.target.value)} />;
}
