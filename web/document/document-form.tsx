import { useMutation } from '@tanstack/react-query';
import type { CaseView, FaultView } from '@urtuu/pensions/contract';
import { ProblemError } from '@urtuu/platform/contract';
import { isJsonObject, type Json } from '@urtuu/kernel';
import { titleOf, type SchemaPair } from '@urtuu/exchange/documents';
import { useMemo, useState } from 'react';
import { exchange, pensions } from '../app/client.ts';
import { Failure } from '../app/failure.tsx';
import { ancestorsOf, claimOfDraft } from '../claim/claim-draft.ts';
import { useCaseChange } from '../case/case-query.ts';
import { Button } from '../design/button.tsx';
import { ErrorSummary } from '../design/error-summary.tsx';
import { Select } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { useAnnounce } from '../design/toasts.tsx';
import { useLanguage } from '../language/language.tsx';
import { DocumentSheet } from './document-sheet.tsx';
import { useDocumentTitle } from './document-schema.ts';
import { fieldsOf, freshValue } from './form-schema.ts';
import { fieldId, SchemaFields, SchemaFormContext } from './schema-fields.tsx';

/** A fault as the check tells it, or as a refusal of the sending does. */
type Fault = Pick<FaultView, 'pointer' | 'code' | 'detail'>;

export interface DocumentFormProps {
  readonly view: CaseView;
  readonly type: string;
  readonly pair: SchemaPair;
  readonly onSent: () => void;
}

/** Writes a document of a type from its schema: filled in, checked, looked at once more, sent. */
export function DocumentForm({ view, type, pair, onSent }: DocumentFormProps) {
  const { t, locale } = useLanguage();
  const announce = useAnnounce();
  const faultText = useDocumentFaultText();
  const { schema, shared } = pair;
  const [draft, change] = useState<Json>(() => freshValue(schema, shared));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [checked, setChecked] = useState<Json>();
  const [inReplyTo, setInReplyTo] = useState('');

  const send = useCaseChange(view.caseId, (content: Record<string, unknown>) =>
    pensions.sendDocument({
      params: { caseId: view.caseId },
      ifMatch: view.version,
      body: { type, content, ...(inReplyTo === '' ? {} : { inReplyTo }) },
    }),
  );
  const check = useMutation({
    mutationFn: async (content: Json) => {
      const body = isJsonObject(content) ? content : {};
      const { faults: found } = await exchange.checkDocument({ params: { type }, body: { ...body } });
      // Person and institution are added by the node.
      const own = found.filter(({ pointer }) => pointer !== '/person' && pointer !== '/institution');
      setFaults(own.filter(({ severity }) => severity === 'error'));
      if (own.every(({ severity }) => severity !== 'error')) setChecked(body);
    },
  });

  const form = useMemo(
    () => ({
      draft,
      shared,
      change,
      faultAt: (pointer: string) => {
        const fault = faults.find((one) => one.pointer === pointer);
        return fault === undefined ? undefined : faultText(fault);
      },
    }),
    [draft, shared, faults, faultText],
  );

  if (checked !== undefined) {
    return (
      <div className="stack">
        <Notice meaning="good" title={t('documentForm.lookOnce')}>
          <p>{t('documentForm.added')}</p>
        </Notice>
        <DocumentSheet type={type} content={checked} />
        {send.isError ? <Failure error={send.error} /> : null}
        <div className="row">
          <Button
            busy={send.isPending}
            onClick={() =>
              send.mutate(isJsonObject(checked) ? { ...checked } : {}, {
                onSuccess: () => {
                  announce(t('documentForm.sent', { what: titleOf(schema, locale) }));
                  onSent();
                },
                onError: (error) => {
                  if (!(error instanceof ProblemError) || error.problem.errors === undefined) return;
                  setFaults([...error.problem.errors]);
                  setChecked(undefined);
                },
              })
            }
          >
            {t('documentForm.send')}
          </Button>
          <Button look="quiet" onClick={() => setChecked(undefined)}>
            {t('documentForm.back')}
          </Button>
        </div>
      </div>
    );
  }

  return (
    <SchemaFormContext.Provider value={form}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!check.isPending) check.mutate(claimOfDraft(draft));
        }}
      >
        {faults.length === 0 ? null : (
          <ErrorSummary
            title={t('claim.faults', { count: faults.length })}
            faults={faults.map((fault) => ({
              target: targetOf(fault.pointer),
              text: `${fault.pointer}: ${faultText(fault)}`,
            }))}
          />
        )}
        {check.isError ? <Failure error={check.error} /> : null}
        <Answers view={view} value={inReplyTo} onChange={setInReplyTo} />
        <SchemaFields fields={fieldsOf(schema, shared)} at="" />
        <div>
          <Button type="submit" busy={check.isPending}>
            {t('documentForm.check')}
          </Button>
        </div>
      </form>
    </SchemaFormContext.Provider>
  );
}

/** Which document of the other state this one answers. */
function Answers({
  view,
  value,
  onChange,
}: {
  readonly view: CaseView;
  readonly value: string;
  readonly onChange: (documentId: string) => void;
}) {
  const { t, instant } = useLanguage();
  const title = useDocumentTitle();
  const received = view.documents.filter(({ direction }) => direction === 'received');
  if (received.length === 0) return null;
  return (
    <Select
      label={t('documentForm.answers')}
      value={value}
      choices={[
        { value: '', text: t('documentForm.none') },
        ...received.map(({ documentId, type, at }) => ({
          value: documentId,
          text: `${title(type)}, ${instant(at)}`,
        })),
      ]}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A keyword of the schema in words; a rule has its own. */
function useDocumentFaultText(): (fault: Fault) => string {
  const { term, knows } = useLanguage();
  return useMemo(
    () =>
      ({ code, detail }: Fault) =>
        knows('documentFault', code) ? term('documentFault', code) : detail,
    [term, knows],
  );
}

function targetOf(pointer: string): string | undefined {
  return [pointer, ...ancestorsOf(pointer)].map(fieldId).find((id) => document.getElementById(id) !== null);
}
