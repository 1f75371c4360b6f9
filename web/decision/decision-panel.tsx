import { LOCALES } from '@urtuu/kernel';
import type { DecisionView } from '@urtuu/pensions/contract';
import type { ReactNode } from 'react';
import { letterAddress } from '../app/client.ts';
import { useInstitutionName } from '../app/institution-name.ts';
import { Facts } from '../design/facts.tsx';
import { Notice, Tag } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { LANGUAGE_NAMES, useLanguage } from '../language/language.tsx';
import { ResultTag, Sums } from './decision-sums.tsx';
import { Explanation } from './explanation.tsx';
import { useLawTexts } from './law-texts.ts';
import { WhyNot } from './why-not.tsx';

/** A decision whole: result, amounts, what is missing, every reason down to the article, appeal, letters. */
export function DecisionPanel({ decision }: { readonly decision: DecisionView }) {
  const { t, term, date } = useLanguage();
  const { assessment } = decision;
  const institution = useInstitutionName();
  return (
    <Panel
      title={t('decision.of', { state: term('country', decision.country) })}
      aside={
        <span className="row">
          <ResultTag result={decision.result} />
          <Tag>{term('decisionState', decision.state)}</Tag>
        </span>
      }
    >
      <div className="stack">
        {decision.simulation ? <SimulationBanner inForceFrom={assessment.treaty.inForceFrom} /> : null}
        <div className="columns">
          <Facts
            facts={[
              [
                t('decision.effectiveFrom'),
                decision.effectiveFrom === null ? null : date(decision.effectiveFrom, 'long'),
              ],
              [t('decision.until'), assessment.until === undefined ? null : date(assessment.until, 'long')],
              [t('decision.decidedOn'), decision.decidedOn === null ? null : date(decision.decidedOn)],
              [t('decision.institution'), institution(decision.institution)],
              [t('decision.draftedBy'), decision.draftedBy === '' ? null : decision.draftedBy],
              [t('decision.approvedBy'), decision.approvedBy],
              [t('decision.agreement'), term('treatyReason', assessment.treaty.reason)],
            ]}
          />
          <Sums decision={decision} />
        </div>
        <Missing decision={decision} />
        <NextEligible decision={decision} />
        <WhyNot decision={decision} />
        <Letters decisionId={decision.decisionId} />
        {assessment.findings === undefined ? (
          <p className="soft">{t('decision.noExplanation')}</p>
        ) : (
          <Explanation findings={assessment.findings} />
        )}
        <GroundsOf decision={decision} />
        <Appeal appeal={decision.appeal} />
      </div>
    </Panel>
  );
}

export function SimulationBanner({ inForceFrom }: { readonly inForceFrom: string | undefined }) {
  const { t, date } = useLanguage();
  return (
    <Notice meaning="care" title={t('decision.simulationTitle')}>
      <p>
        {inForceFrom === undefined
          ? t('decision.simulationText')
          : t('decision.simulationFrom', { day: date(inForceFrom, 'long') })}
      </p>
    </Notice>
  );
}

function Missing({ decision }: { readonly decision: DecisionView }) {
  const { t } = useLanguage();
  const law = useLawTexts();
  const { missing } = decision.assessment;
  if (missing.length === 0) return null;
  return (
    <Notice meaning="care" title={t('decision.missing')}>
      <ul>
        {missing.map((fact) => (
          <li key={`${fact.fact} ${fact.why}`}>
            {law.missing(fact)} <code className="small">{fact.fact}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function NextEligible({ decision }: { readonly decision: DecisionView }) {
  const { t, date } = useLanguage();
  const law = useLawTexts();
  const next = decision.assessment.nextEligible ?? [];
  if (next.length === 0) return null;
  return (
    <div className="stack--tight">
      <h3>{t('decision.next')}</h3>
      <ul className="list-indented">
        {next.map(({ route, on }) => (
          <li key={route}>
            {law.rule(route)}: {date(on, 'long')}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The letter in every language, as the claimant may read another than the clerk. */
export function Letters({ decisionId }: { readonly decisionId: string }) {
  const { t } = useLanguage();
  return (
    <div className="no-print stack--tight">
      <h3>{t('decision.letter')}</h3>
      <ul className="list-plain row">
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={letterAddress(decisionId, locale)}
              lang={locale}
              hrefLang={locale}
              target="_blank"
              rel="noreferrer"
            >
              {LANGUAGE_NAMES[locale]} (PDF)
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The parameter versions and the open questions the decision stands on. */
function GroundsOf({ decision }: { readonly decision: DecisionView }) {
  const { t } = useLanguage();
  const law = useLawTexts();
  const { parameters, flags } = decision.assessment;
  return (
    <div className="stack--tight">
      {parameters.length === 0 ? null : (
        <Folded title={t('decision.parameters', { count: parameters.length })}>
          <ul className="list-indented small">
            {parameters.map((used) => (
              <li key={`${used.key} ${used.from}`}>{law.parameter(used)}</li>
            ))}
          </ul>
        </Folded>
      )}
      {flags.length === 0 ? null : (
        <Folded title={t('decision.flags', { count: flags.length })}>
          <ul className="list-indented small">
            {flags.map((used) => (
              <li key={used.flag}>
                {law.flag(used)} <code>{used.flag}</code>
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </div>
  );
}

function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Appeal({ appeal }: { readonly appeal: DecisionView['appeal'] }) {
  const { t } = useLanguage();
  const { deadlineDays, body, article } = appeal;
  return (
    <div className="stack--tight">
      <h3>{t('decision.appeal')}</h3>
      {deadlineDays === null ? (
        <p>
          {t('decision.appealOpen')} <Tag meaning="care">{t('explanation.needsCitation')}</Tag>
        </p>
      ) : (
        <p>
          {t('decision.appealRule', { body, days: deadlineDays })} {article}
        </p>
      )}
    </div>
  );
}
