import { isJsonObject, pointerTo, type Json, type JsonObject } from '@urtuu/kernel';
import { choiceText, CODE_LISTS, meaningOf, resolved, titleOf } from '@urtuu/exchange/documents';
import { createContext, useContext, useState } from 'react';
import { addAt, listAt, readAt, writeAt } from '../claim/claim-draft.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Select, TextArea, TextField, type Choice } from '../design/field.tsx';
import { useLanguage } from '../language/language.tsx';
import {
  controlOf,
  freshValue,
  isNullable,
  textOfValue,
  valueOfText,
  type Control,
  type Field,
} from './form-schema.ts';

export interface SchemaForm {
  readonly draft: Json;
  readonly shared: JsonObject;
  readonly change: (next: Json) => void;
  /** words of the fault at a pointer, if there is one */
  readonly faultAt: (pointer: string) => string | undefined;
}

export const SchemaFormContext = createContext<SchemaForm | undefined>(undefined);

function useForm(): SchemaForm {
  const form = useContext(SchemaFormContext);
  if (form === undefined) throw new Error('A schema field stands outside its form');
  return form;
}

/** Id of the control for a place in the document; the error summary links to it. */
export function fieldId(pointer: string): string {
  return `document${pointer.replaceAll('/', '.')}`;
}

/** The fields of a type or of a group in it. */
export function SchemaFields({ fields, at }: { readonly fields: readonly Field[]; readonly at: string }) {
  const { locale } = useLanguage();
  return (
    <div className="form-grid">
      {fields.map(({ name, schema, required }) => (
        <SchemaField
          key={name}
          at={pointerTo(at, name)}
          label={titleOf(schema, locale)}
          schema={schema}
          required={required}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly at: string;
  readonly label: string;
  readonly schema: JsonObject;
  readonly required: boolean;
}

function SchemaField(props: FieldProps) {
  const { shared } = useForm();
  const control = controlOf(props.schema, shared);
  switch (control.kind) {
    case 'fixed':
      return null;
    case 'group':
      return <Group {...props} fields={control.fields} />;
    case 'list':
      return <List {...props} item={control.item} />;
    case 'freeCode':
      return <FreeCode {...props} />;
    case 'text':
    case 'longText':
    case 'day':
    case 'instant':
    case 'number':
    case 'yesNo':
    case 'code':
    case 'choice':
      return <Plain {...props} control={control} />;
  }
}

function Plain({ at, label, schema, required, control }: FieldProps & { readonly control: Control }) {
  const { draft, change, faultAt } = useForm();
  const { t, locale } = useLanguage();
  // Three boxes need no word on how a day is written.
  const meaning = control.kind === 'day' && !isNullable(schema) ? '' : meaningOf(schema, locale);
  const hint = [meaning, required ? '' : t('claim.optional')].filter((part) => part !== '').join(' · ');
  const text = textOfValue(readAt(draft, at));
  const empty = required && isNullable(schema) ? null : undefined;
  const set = (typed: string) => change(writeAt(draft, at, valueOfText(typed, control) ?? empty));
  const wired = {
    id: fieldId(at),
    label,
    error: faultAt(at),
    value: text,
    ...(hint === '' ? {} : { hint }),
  };
  const choices = useChoices(schema, control);
  if (choices !== undefined)
    return <Select {...wired} choices={choices} onChange={(event) => set(event.target.value)} />;
  const onText = (event: { readonly target: { readonly value: string } }) => set(event.target.value);
  if (control.kind === 'day') {
    const { label: legend, ...rest } = wired;
    return <DateField {...rest} legend={legend} onChange={set} />;
  }
  if (control.kind === 'longText')
    return <TextArea {...wired} className="form-grid__wide" onChange={onText} />;
  return (
    <TextField {...wired} inputMode={control.kind === 'number' ? 'numeric' : 'text'} onChange={onText} />
  );
}

function useChoices(schema: JsonObject, control: Control): readonly Choice[] | undefined {
  const { t, locale } = useLanguage();
  const none: Choice = { value: '', text: t('documentForm.none') };
  if (control.kind === 'yesNo')
    return [none, { value: 'true', text: t('document.yes') }, { value: 'false', text: t('document.no') }];
  if (control.kind === 'choice')
    return [none, ...control.choices.map((value) => ({ value, text: choiceText(schema, value, locale) }))];
  if (control.kind !== 'code') return undefined;
  const codes = CODE_LISTS.get(control.list)?.codes ?? {};
  return [
    none,
    ...Object.entries(codes).map(([value, text]) => ({
      value,
      text: text === null ? value : `${value} ${text[locale]}`,
    })),
  ];
}

/** A code of a list that is not closed here: its list and the code itself. */
function FreeCode(props: FieldProps) {
  const { shared } = useForm();
  const { properties } = props.schema;
  const named = (name: string): JsonObject => {
    const member = isJsonObject(properties) ? properties[name] : undefined;
    return isJsonObject(member) ? resolved(member, shared) : {};
  };
  const fields = ['system', 'code', 'label'].map((name) => ({
    name,
    schema: named(name),
    required: name !== 'label' && props.required,
  }));
  return <Group {...props} fields={fields} />;
}

/** A group that must be there stands open; another opens when somebody needs it, and only then has fields. */
function Group({ at, label, required, fields }: FieldProps & { readonly fields: readonly Field[] }) {
  const { draft } = useForm();
  const [open, setOpen] = useState(required || readAt(draft, at) !== undefined);
  return (
    <details
      className="form-grid__wide form-group"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{label}</summary>
      {open ? <SchemaFields fields={fields} at={at} /> : null}
    </details>
  );
}

function List({ at, label, item }: FieldProps & { readonly item: JsonObject }) {
  const { draft, shared, change, faultAt } = useForm();
  const { t, locale } = useLanguage();
  const items = listAt(draft, at);
  const name = titleOf(item, locale) || label;
  const fault = faultAt(at);
  return (
    <fieldset className="form-grid__wide form-group" id={fieldId(at)} tabIndex={-1}>
      <legend className="fieldset__legend">{label}</legend>
      {fault === undefined ? null : <span className="field__error">{fault}</span>}
      <div className="stack--tight">
        {items.map((_, index) => {
          const place = pointerTo(at, index);
          const title = `${name} ${String(index + 1)}`;
          return (
            <div key={place} className="form-item">
              <SchemaField at={place} label={title} schema={item} required />
              <Button look="quiet" onClick={() => change(writeAt(draft, place, undefined))}>
                {t('documentForm.remove', { what: title })}
              </Button>
            </div>
          );
        })}
      </div>
      <Button look="quiet" onClick={() => change(addAt(draft, at, freshValue(item, shared)))}>
        {t('documentForm.add', { what: name })}
      </Button>
    </fieldset>
  );
}
