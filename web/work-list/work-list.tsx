import { useMay } from '../app/session.tsx';
import { PageHead } from '../design/page-head.tsx';
import { useLanguage } from '../language/language.tsx';
import { Link } from '@tanstack/react-router';
import { CaseList } from './case-list.tsx';
import { TaskList } from './task-list.tsx';

/** What waits for a human, then every case. Auditors look at cases and have no tasks. */
export function WorkList() {
  const { t } = useLanguage();
  const works = useMay('clerk', 'supervisor');
  return (
    <div className="stack--wide">
      <PageHead
        title={t('workList.title')}
        actions={
          works ? (
            <Link to="/claims/new" className="button">
              {t('nav.newClaim')}
            </Link>
          ) : undefined
        }
      />
      {works ? <TaskList /> : null}
      <CaseList />
    </div>
  );
}
