import { versionsOf, type Finding, type UsedParameter } from '@urtuu/law';
import { Tag } from '../design/notice.tsx';
import { useLanguage } from '../language/language.tsx';
import { useLawTexts } from './law-texts.ts';
import { STATUS_MEANING } from './status-meaning.ts';

const MARKS = { holds: '✓', fails: '✗', unknown: '?', info: '·' } as const satisfies Record<
  Finding['outcome'],
  string
>;

/** Steps down to this depth start open: the claim’s components and their main conditions. */
const OPEN_DEPTH = 1;

export interface FindingNodeProps {
  readonly finding: Finding;
  readonly depth: number;
  readonly allOpen: boolean;
}

/** One step with what it stands on and the steps below it. */
export function FindingNode({ finding, depth, allOpen }: FindingNodeProps) {
  const { term } = useLanguage();
  const law = useLawTexts();
  const { children, outcome } = finding;
  const line = (
    <>
      <span className={`mark mark--${outcome}`} aria-hidden="true">
        {MARKS[outcome]}
      </span>
      <span className="hidden-label">{term('findingOutcome', outcome)}: </span>
      {law.step(finding)}
    </>
  );
  if (children.length === 0 && !hasGrounds(finding)) return <li className="finding finding--leaf">{line}</li>;
  return (
    <li className="finding">
      <details open={allOpen || depth < OPEN_DEPTH}>
        <summary>{line}</summary>
        <Grounds finding={finding} />
        {children.length === 0 ? null : (
          <ul className="finding-list">
            {children.map((child, index) => (
              <FindingNode
                key={`${child.rule} ${String(index)}`}
                finding={child}
                depth={depth + 1}
                allOpen={allOpen}
              />
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}

function hasGrounds({ article, inputs, parameters, flags }: Finding): boolean {
  return article !== undefined || inputs.length > 0 || parameters.length > 0 || (flags ?? []).length > 0;
}

function Grounds({ finding }: { readonly finding: Finding }) {
  const { t, term, date, money } = useLanguage();
  const law = useLawTexts();
  const { inputs, parameters, flags = [] } = finding;
  if (!hasGrounds(finding)) return null;
  const article = law.article(finding);
  return (
    <div className="grounds small">
      {article === undefined ? null : (
        <p>
          <strong>{t('explanation.article')}</strong> {article}
        </p>
      )}
      {inputs.length === 0 ? null : (
        <dl className="grounds__inputs">
          {inputs.map(({ name, value, unit }) => (
            <div key={name}>
              <dt>{term('input', name)}</dt>
              <dd className="numeric">{unit === undefined ? date(value) : money(value, unit)}</dd>
            </div>
          ))}
        </dl>
      )}
      {parameters.map((used) => (
        <Parameter key={`${used.key} ${used.from}`} used={used} />
      ))}
      {flags.map((used) => (
        <p key={used.flag}>
          <Tag meaning="care">{t('explanation.needsCitation')}</Tag> {law.flag(used)}
        </p>
      ))}
      <p className="soft">
        {t('explanation.rule')} <code>{finding.rule}</code>
      </p>
    </div>
  );
}

/** The version used, and behind it all versions this console knows, so that a reader can check the choice. */
function Parameter({ used }: { readonly used: UsedParameter }) {
  const { t } = useLanguage();
  const law = useLawTexts();
  const versions = versionsOf(used.key);
  return (
    <div>
      <strong>{law.parameterName(used.key)}</strong> {used.value ?? t('explanation.unknown')}{' '}
      <Tag meaning={STATUS_MEANING[used.status]}>{law.word(`status.${used.status}`)}</Tag>
      <div className="soft">
        {law.start(used)}. {used.source}
      </div>
      {versions.length < 2 ? null : (
        <details>
          <summary>{t('explanation.versions', { count: versions.length })}</summary>
          <table>
            <caption className="hidden-label">{law.parameterName(used.key)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('explanation.from')}</th>
                <th scope="col" className="numeric">
                  {t('explanation.value')}
                </th>
                <th scope="col">{t('explanation.status')}</th>
                <th scope="col">{t('explanation.source')}</th>
              </tr>
            </thead>
            <tbody>
              {versions.map((version) => (
                <tr key={version.from} aria-current={version.from === used.from ? true : undefined}>
                  <th scope="row">{law.start(version)}</th>
                  <td className="numeric">{version.value ?? t('explanation.unknown')}</td>
                  <td>{law.word(`status.${version.status}`)}</td>
                  <td>{version.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
