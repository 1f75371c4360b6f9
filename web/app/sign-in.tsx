import { Link, useLocation } from '@tanstack/react-router';
import { PageHead } from '../design/page-head.tsx';
import { useLanguage } from '../language/language.tsx';

/** The front page for somebody who has not signed in. After signing in the way leads back to where it began. */
export function SignIn() {
  const { t } = useLanguage();
  const here = useLocation({ select: ({ href }) => href });
  return (
    <div className="sign-in stack">
      <PageHead title={t('signIn.title')} lede={t('signIn.lede')} />
      <p>{t('signIn.how')}</p>
      <p>
        <a className="button" href={`/auth/sign-in?returnTo=${encodeURIComponent(here)}`}>
          {t('signIn.go')}
        </a>
      </p>
      <p>
        <Link to="/law">{t('signIn.law')}</Link>
      </p>
      <h2>{t('signIn.whatTitle')}</h2>
      <ul className="sign-in__list">
        <li>{t('signIn.what1')}</li>
        <li>{t('signIn.what2')}</li>
        <li>{t('signIn.what3')}</li>
      </ul>
    </div>
  );
}
