import { ProblemError } from '@urtuu/platform/contract';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { useLanguage, type Language } from '../language/language.tsx';

export interface FailureProps {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
}

/** What went wrong, in words, with a way on. The technical code stands small, for whoever is asked for help. */
export function Failure({ error, retry }: FailureProps) {
  const language = useLanguage();
  const { t } = language;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <div role="alert">
      <Notice meaning="bad" title={failureTitle(error, language)}>
        {problem?.detail === undefined ? null : <p>{problem.detail}</p>}
        {problem?.errors === undefined ? null : (
          <ul>
            {problem.errors.map(({ pointer, code, detail }) => (
              <li key={`${pointer} ${code}`}>
                <code>{pointer}</code> {detail}
              </li>
            ))}
          </ul>
        )}
        {problem === undefined ? null : (
          <p className="small soft">
            {t('failure.code')} <code>{problem.code}</code>{' '}
            {problem.instance === undefined ? null : <code>{problem.instance}</code>}
          </p>
        )}
        {retry === undefined ? null : (
          <Button look="quiet" small onClick={retry}>
            {t('failure.retry')}
          </Button>
        )}
      </Notice>
    </div>
  );
}

/** One sentence: the problem’s own title, no connection, or something nobody foresaw. */
export function failureTitle(error: unknown, { t, locale }: Language): string {
  if (error instanceof ProblemError) {
    const { i18n, title } = error.problem;
    return i18n?.[locale] ?? title;
  }
  // fetch throws a TypeError where no answer came at all.
  return error instanceof TypeError ? t('failure.offline') : t('failure.unexpected');
}

/** Whether trying the same again may help. */
export function mayRetry(error: unknown): boolean {
  return error instanceof ProblemError ? error.problem.retryable : error instanceof TypeError;
}
