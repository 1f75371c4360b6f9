import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Loaded } from '../app/loaded.tsx';
import { useCase } from '../case/case-query.ts';
import { Select } from '../design/field.tsx';
import { Empty, Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';
import { DocumentForm } from './document-form.tsx';
import { useDocumentSchema, useDocumentTitle } from './document-schema.ts';

const route = getRouteApi('/cases/$caseId/documents/new');

/** A clerk writes a document of the agreement: first which, then its fields. */
export function NewDocumentPage() {
  const { t } = useLanguage();
  const { type = '' } = route.useSearch();
  const { caseId } = route.useParams();
  const navigate = useNavigate();
  const title = useDocumentTitle();
  const { data: view } = useCase();
  if (view === undefined) return null;
  if (view.writable.length === 0) return <Empty>{t('documentForm.noneWritable')}</Empty>;
  const choices = view.writable
    .map((value) => ({ value, text: title(value) }))
    .toSorted((a, b) => a.text.localeCompare(b.text));
  return (
    <Panel title={t('documentForm.title')}>
      <div className="stack">
        <Select
          label={t('documentForm.type')}
          value={type}
          choices={[{ value: '', text: t('documentForm.choose') }, ...choices]}
          onChange={(event) =>
            void navigate({
              to: '/cases/$caseId/documents/new',
              params: { caseId },
              search: event.target.value === '' ? {} : { type: event.target.value },
            })
          }
        />
        {view.writable.includes(type) ? <Chosen key={type} type={type} /> : null}
      </div>
    </Panel>
  );
}

function Chosen({ type }: { readonly type: string }) {
  const schema = useDocumentSchema(type);
  const navigate = useNavigate();
  const { caseId } = route.useParams();
  const { data: view } = useCase();
  if (view === undefined) return null;
  return (
    <Loaded query={schema}>
      {(pair) => (
        <DocumentForm
          view={view}
          type={type}
          pair={pair}
          onSent={() => void navigate({ to: '/cases/$caseId/documents', params: { caseId } })}
        />
      )}
    </Loaded>
  );
}
