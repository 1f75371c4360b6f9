import type { DecisionView } from '@urtuu/pensions/contract';
import { Tag, type Meaning } from '../design/notice.tsx';
import { useLanguage } from '../language/language.tsx';
import { useLawTexts } from './law-texts.ts';

const RESULTS = {
  granted: 'good',
  refused: 'bad',
  undetermined: 'care',
} as const satisfies Record<DecisionView['result'], Meaning>;

export function ResultTag({ result }: { readonly result: DecisionView['result'] }) {
  const { term } = useLanguage();
  return <Tag meaning={RESULTS[result]}>{term('result', result)}</Tag>;
}

/** A decision in short: state, result, amounts per component, total. */
export function DecisionSums({ decision }: { readonly decision: DecisionView }) {
  const { t, term } = useLanguage();
  return (
    <div className="stack--tight">
      <h3>{t('decision.of', { state: term('country', decision.country) })}</h3>
      <div className="row">
        <ResultTag result={decision.result} />
        <Tag>{term('decisionState', decision.state)}</Tag>
        {decision.simulation ? <Tag meaning="care">{t('decision.simulation')}</Tag> : null}
      </div>
      <Sums decision={decision} />
    </div>
  );
}

/** Amounts a month, digits under each other. */
export function Sums({ decision }: { readonly decision: DecisionView }) {
  const { t, money } = useLanguage();
  const law = useLawTexts();
  const { components, total } = decision.assessment;
  return (
    <table className="sums">
      <caption className="hidden-label">{t('decision.amounts')}</caption>
      <tbody>
        {components.map(({ component, outcome, amount, currency }) => (
          <tr key={component}>
            <th scope="row">{law.word(`component.${component}`)}</th>
            <td className="numeric">
              {amount === undefined ? (
                <span className="soft">{law.word(`outcome.${outcome}`)}</span>
              ) : (
                money(amount, currency)
              )}
            </td>
          </tr>
        ))}
        <tr className="sums__total">
          <th scope="row">{t('decision.total')}</th>
          <td className="numeric">
            {total === undefined ? (
              <span className="soft">{t('decision.noTotal')}</span>
            ) : (
              money(total.amount, total.currency)
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
