import { Link } from '@tanstack/react-router';
import { useMay } from '../app/session.tsx';
import { useLanguage } from '../language/language.tsx';

/** Queue, double reviews and agreement of the officers, as far as one’s role sees them. */
export function ReviewTabs() {
  const { t } = useLanguage();
  const looks = useMay('clerk', 'supervisor');
  const seesAgreement = useMay('supervisor', 'auditor');
  return (
    <nav className="sub-nav" aria-label={t('reviews.title')}>
      <ul>
        <li>
          <Link to="/reviews" activeOptions={{ exact: true, includeSearch: false }}>
            {t('reviews.queue')}
          </Link>
        </li>
        {looks ? (
          <li>
            <Link to="/double-reviews" activeOptions={{ exact: true }}>
              {t('looks.title')}
            </Link>
          </li>
        ) : null}
        {seesAgreement ? (
          <li>
            <Link to="/agreement" activeOptions={{ includeSearch: false }}>
              {t('agreement.title')}
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
