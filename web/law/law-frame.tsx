import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../design/page-head.tsx';
import { useLanguage } from '../language/language.tsx';
import type { MessageKey } from '../language/message-key.ts';

const PARTS = [
  { to: '/law', title: 'law.parameters' },
  { to: '/law/rules', title: 'law.rules' },
  { to: '/law/compare', title: 'law.compare' },
  { to: '/law/open', title: 'law.open' },
  { to: '/law/tiers', title: 'law.tiers' },
] as const satisfies readonly { readonly to: string; readonly title: MessageKey }[];

/** Title and parts of the law browser. It shows no person, so nobody needs to sign in. */
export function LawFrame({
  title,
  lede,
  tags,
  children,
}: {
  readonly title: string;
  readonly lede?: string;
  readonly tags?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <div className="stack">
      <PageHead
        title={title}
        {...(lede === undefined ? {} : { lede })}
        {...(tags === undefined ? {} : { tags })}
      />
      <nav className="sub-nav" aria-label={t('law.parts')}>
        <ul>
          {PARTS.map((part) => (
            <li key={part.to}>
              <Link to={part.to} activeOptions={{ exact: true, includeSearch: false }}>
                {t(part.title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
