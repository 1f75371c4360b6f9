import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { ToastProvider } from '../design/toasts.tsx';
import { LanguageChoice, useLanguage } from '../language/language.tsx';
import { destinationsOf } from './navigation.ts';
import { CurrentSurroundings, useNode, type Session } from './session.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { SignIn } from './sign-in.tsx';
import { signOut } from './sign-out.ts';

/** Everything around a page: skip link, whose node this is, menu, and the note on what this demonstration is. */
export function Shell() {
  const { t } = useLanguage();
  const { session } = useContext(CurrentSurroundings);
  const isPublic = useLocation({
    select: ({ pathname }) => ['law', 'policy'].includes(pathname.split('/')[1] ?? ''),
  });
  return (
    <ToastProvider>
      <div className="shell">
        <a className="skip-link" href="#main">
          {t('app.skip')}
        </a>
        <Masthead session={session} />
        {session === undefined ? null : <Menu session={session} />}
        <main className="main" id="main" tabIndex={-1}>
          {session === undefined && !isPublic ? <SignIn /> : <Outlet />}
        </main>
        <footer className="footer">
          <div className="footer__inner">
            <p>{t('footer.demonstration')}</p>
            {session === undefined ? null : <Shortcuts />}
          </div>
        </footer>
      </div>
    </ToastProvider>
  );
}

function Masthead({ session }: { readonly session: Session | undefined }) {
  const { t, term, locale } = useLanguage();
  const institution = useNode()?.name[locale];
  return (
    <header className="masthead">
      <div className="masthead__bar">
        <Link to="/" className="brand">
          <Mark />
          {t('app.name')}
        </Link>
        <div className="masthead__institution">{institution ?? t('app.tagline')}</div>
        <div className="masthead__tools">
          <LanguageChoice />
          {session === undefined ? null : (
            <>
              <span className="masthead__user">
                {session.name} ({session.roles.map((role) => term('role', role)).join(', ')})
              </span>
              <button type="button" className="plain" onClick={() => void signOut()}>
                {t('app.signOut')}
              </button>
            </>
          )}
        </div>
      </div>
    </header>
  );
}

function Menu({ session }: { readonly session: Session }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <nav className="nav" aria-label={t('nav.label')} data-open={open}>
      <div className="nav__toggle">
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('nav.toggle')}
        </button>
      </div>
      <ul className="nav__list">
        {destinationsOf(session.roles).map(({ to, title }) => (
          <li key={to}>
            <Link
              to={to}
              onClick={() => setOpen(false)}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              {t(title)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Two stations and the way between them. */
function Mark() {
  return (
    <svg
      width="26"
      height="18"
      viewBox="0 0 26 18"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
    >
      <path d="M5 9a8 8 0 0 1 16 0" strokeLinecap="round" />
      <path d="M8 13.5h10" strokeLinecap="round" />
      <circle cx="4.5" cy="13.5" r="3" fill="currentColor" />
      <circle cx="21.5" cy="13.5" r="3" fill="currentColor" />
    </svg>
  );
}
