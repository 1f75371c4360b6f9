import { Link } from '@tanstack/react-router';
import { PageHead } from '../design/page-head.tsx';
import { useLanguage } from '../language/language.tsx';

export function NotFound() {
  const { t } = useLanguage();
  return (
    <>
      <PageHead title={t('notFound.title')} lede={t('notFound.text')} />
      <Link to="/">{t('notFound.home')}</Link>
    </>
  );
}
