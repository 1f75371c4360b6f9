import { Panel } from '../design/panel.tsx';
import { useLanguage } from '../language/language.tsx';

/** The test files that hold a rule or a value to the law. */
export function TestsOf({ tests }: { readonly tests: readonly string[] }) {
  const { t } = useLanguage();
  return (
    <Panel title={t('law.tests')}>
      {tests.length === 0 ? (
        <p className="soft">{t('law.noTests')}</p>
      ) : (
        <ul className="list-indented">
          {tests.map((file) => (
            <li key={file}>
              <code>law/{file}</code>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
