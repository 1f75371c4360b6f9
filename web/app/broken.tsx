import type { ErrorComponentProps } from '@tanstack/react-router';
import { PageHead } from '../design/page-head.tsx';
import { useLanguage } from '../language/language.tsx';
import { Failure } from './failure.tsx';

/** Stands where a page threw. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useLanguage();
  return (
    <>
      <PageHead title={t('failure.page')} />
      <Failure error={error} retry={reset} />
    </>
  );
}
