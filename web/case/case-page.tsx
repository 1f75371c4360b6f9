import { Link, Outlet } from '@tanstack/react-router';
import type { CaseView } from '@urtuu/pensions/contract';
import { Loaded } from '../app/loaded.tsx';
import { Tag } from '../design/notice.tsx';
import { PageHead } from '../design/page-head.tsx';
import { useLanguage } from '../language/language.tsx';
import { useWatchedCase } from './case-query.ts';
import { CaseStateTag } from './case-state.tsx';

/** Head and parts of one case; each part is a page of its own below it. */
export function CasePage() {
  const query = useWatchedCase();
  return (
    <Loaded query={query} lines={12}>
      {(view) => (
        <>
          <CaseHead view={view} />
          <CaseParts view={view} />
          <Outlet />
        </>
      )}
    </Loaded>
  );
}

function CaseHead({ view }: { readonly view: CaseView }) {
  const { t, term, date } = useLanguage();
  return (
    <>
      <PageHead
        title={view.personName}
        tags={
          <>
            <CaseStateTag state={view.state} />
            {view.simulation ? <Tag meaning="care">{t('decision.simulation')}</Tag> : null}
            <Tag>{view.fileNumber}</Tag>
            <Tag>{term('caseRole', view.role)}</Tag>
            <span className="soft">
              {t('case.filedOnIn', {
                day: date(view.claim.filedOn),
                country: term('country', view.claim.filedIn),
              })}
            </span>
            <span className="soft">{t('case.waits', { who: term('waitingFor', view.waitingFor) })}</span>
          </>
        }
      />
    </>
  );
}

function CaseParts({ view }: { readonly view: CaseView }) {
  const { t } = useLanguage();
  const params = { caseId: view.caseId };
  return (
    <nav className="sub-nav" aria-label={t('case.parts')}>
      <ul>
        <li>
          <Link to="/cases/$caseId" params={params} activeOptions={{ exact: true }}>
            {t('case.overview')}
          </Link>
        </li>
        <li>
          <Link to="/cases/$caseId/periods" params={params}>
            {t('case.periods', { count: view.periods.length })}
          </Link>
        </li>
        <li>
          <Link to="/cases/$caseId/decisions" params={params}>
            {t('case.decisions', { count: view.decisions.length })}
          </Link>
        </li>
        <li>
          <Link to="/cases/$caseId/messages" params={params}>
            {t('case.messages', { count: view.transmissions.length })}
          </Link>
        </li>
        <li>
          <Link to="/cases/$caseId/documents" params={params}>
            {t('case.documents', { count: view.documents.length })}
          </Link>
        </li>
        <li>
          <Link to="/cases/$caseId/history" params={params}>
            {t('case.history')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
