import { explainArticle, explainRule, RULE_IDS } from '@urtuu/law';
import { reachedBy } from '@urtuu/law/reached';
import { getRouteApi } from '@tanstack/react-router';
import { TextField } from '../design/field.tsx';
import { Tag } from '../design/notice.tsx';
import { Empty } from '../design/panel.tsx';
import { Table } from '../design/table.tsx';
import { useLanguage } from '../language/language.tsx';
import { LawFrame } from './law-frame.tsx';

const route = getRouteApi('/law/rules');

/** Every rule of the library: its sentence, its article, and the tests that hold it to the law. */
export function RulesPage() {
  const { t, locale } = useLanguage();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const wanted = q.trim().toLocaleLowerCase();
  const rows = RULE_IDS.map((rule) => ({
    rule,
    text: explainRule(rule, locale),
    article: explainArticle(rule, locale),
    tests: reachedBy('rules', rule),
  })).filter(
    ({ rule, text, article = '' }) =>
      wanted === '' || `${rule} ${text} ${article}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <LawFrame title={t('law.rulesTitle')} lede={t('law.rulesLede')}>
      <search className="filters">
        <TextField
          type="search"
          label={t('law.search')}
          hint={t('law.rulesHint')}
          maxLength={100}
          value={q}
          onChange={(event) =>
            void navigate({
              search: event.target.value === '' ? {} : { q: event.target.value },
              replace: true,
            })
          }
        />
      </search>
      <p aria-live="polite" className="soft">
        {t('law.found', { count: rows.length })}
      </p>
      {rows.length === 0 ? (
        <Empty>{t('law.noMatch')}</Empty>
      ) : (
        <Table
          caption={t('law.rules')}
          captionHidden
          rows={rows}
          rowKey={({ rule }) => rule}
          columns={[
            {
              key: 'rule',
              title: t('law.rule'),
              names: true,
              renderCell: ({ rule, text }) => (
                <span id={rule}>
                  {text}
                  <br />
                  <code className="small">{rule}</code>
                </span>
              ),
            },
            {
              key: 'article',
              title: t('law.article'),
              renderCell: ({ article }) => article ?? <Tag meaning="care">{t('law.unread')}</Tag>,
            },
            {
              key: 'tests',
              title: t('law.tests'),
              renderCell: ({ tests }) => (
                <details>
                  <summary>{t('law.testCount', { count: tests.length })}</summary>
                  <ul className="list-indented small">
                    {tests.map((file) => (
                      <li key={file}>
                        <code>{file}</code>
                      </li>
                    ))}
                  </ul>
                </details>
              ),
            },
          ]}
        />
      )}
    </LawFrame>
  );
}
