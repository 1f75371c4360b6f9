import { Link } from '@tanstack/react-router';
import type { CaseView } from '@urtuu/pensions/contract';
import { Empty, Panel } from '../design/panel.tsx';
import { Tag } from '../design/notice.tsx';
import { Facts } from '../design/facts.tsx';
import { ScrollRegion } from '../design/scroll-region.tsx';
import { useLanguage } from '../language/language.tsx';
import { documentAddress, evidenceAddress } from '../app/client.ts';
import { useMay } from '../app/session.tsx';
import { useDocumentTitle } from '../document/document-schema.ts';
import { DocumentSheet } from '../document/document-sheet.tsx';
import { useCase } from './case-query.ts';

type DocumentView = CaseView['documents'][number];

/** The documents of the case: each to read in words, to print, and as it stands on the wire. */
export function CaseDocuments() {
  const { t } = useLanguage();
  const { data } = useCase();
  const mayWrite = useMay('clerk');
  if (data === undefined) return null;
  return (
    <div className="stack">
      {data.writable.length === 0 || !mayWrite ? null : (
        <p className="no-print">
          <Link className="button" to="/cases/$caseId/documents/new" params={{ caseId: data.caseId }}>
            {t('documentForm.title')}
          </Link>
        </p>
      )}
      {data.documents.length === 0 ? <Empty>{t('document.none')}</Empty> : null}
      {data.documents.map((document) => (
        <DocumentPanel key={`${document.documentId} ${String(document.version)}`} document={document} />
      ))}
    </div>
  );
}

function DocumentPanel({ document }: { readonly document: DocumentView }) {
  const { t, term, instant, locale } = useLanguage();
  const titleOf = useDocumentTitle();
  return (
    <Panel title={titleOf(document.type)} aside={<Tag>{term('direction', document.direction)}</Tag>}>
      <div className="stack">
        <Facts
          facts={[
            [t('document.at'), instant(document.at)],
            [t('document.id'), <code key="id">{document.documentId}</code>],
            [t('document.version'), String(document.version)],
            [
              t('document.transmission'),
              document.transmissionId === undefined ? null : <code key="t">{document.transmissionId}</code>,
            ],
          ]}
        />
        <p className="no-print">
          <a href={documentAddress(document, locale)} target="_blank" rel="noreferrer">
            {t('document.print')}
          </a>
          {document.transmissionId === undefined ? null : (
            <>
              {' · '}
              <a href={evidenceAddress(document, 'signed.json')} download>
                {t('document.signed')}
              </a>
              {' · '}
              <a href={evidenceAddress(document, 'evidence.tlog-proof')} download>
                {t('document.proof')}
              </a>
              {' · '}
              <a href="/verify.html" target="_blank" rel="noreferrer">
                {t('document.verify')}
              </a>
            </>
          )}
        </p>
        <details>
          <summary>{t('document.open')}</summary>
          <DocumentSheet type={document.type} content={document.content} />
        </details>
        <details>
          <summary>{t('document.raw')}</summary>
          <ScrollRegion className="raw" label={t('document.raw')}>
            <pre>{JSON.stringify(document.content, null, 2)}</pre>
          </ScrollRegion>
        </details>
      </div>
    </Panel>
  );
}
