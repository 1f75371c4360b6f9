import { useLanguage } from '../language/language.tsx';

/** Stands where content is still on its way. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useLanguage();
  return (
    <output className="skeleton">
      <b className="hidden-label">{t('app.loading')}</b>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden="true" />
      ))}
    </output>
  );
}
