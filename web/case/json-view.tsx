import { useLanguage } from '../language/language.tsx';

/**
 * Any JSON as nested names and values. Names stay as the schema spells them: a document is evidence, and its reader
 * compares it with the standard.
 */
export function JsonView({ value }: { readonly value: unknown }) {
  const { t, date } = useLanguage();
  if (value === null || value === undefined) return <span className="soft">{t('document.nothing')}</span>;
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="soft">{t('document.nothing')}</span>;
    const plain = value.every((item) => typeof item !== 'object');
    if (plain) return <>{value.map(String).join(', ')}</>;
    return (
      <ol className="json__list">
        {value.map((item: unknown, index) => (
          <li key={`${String(index)} of ${String(value.length)}`}>
            <JsonView value={item} />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value === 'object') {
    return (
      <dl className="json__members">
        {Object.entries(value).map(([name, member]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <JsonView value={member} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return <>{typeof value === 'string' ? date(value) : JSON.stringify(value)}</>;
}
