import {
  explainArticle,
  explainFlag,
  explainMissing,
  explainParameter,
  explainRule,
  explainStart,
  explainStep,
  wording,
  type Finding,
  type MissingFact,
  type ParameterVersion,
  type UsedFlag,
  type UsedParameter,
} from '@urtuu/law';
import { useMemo } from 'react';
import { useLanguage } from '../language/language.tsx';

export interface LawTexts {
  readonly step: (finding: Finding) => string;
  /** where in the law a step is read; undefined where the text has not been read */
  readonly article: (finding: Finding) => string | undefined;
  /** since when a version is taken, and how far its source says so */
  readonly start: (version: UsedParameter | ParameterVersion) => string;
  readonly parameter: (used: UsedParameter) => string;
  readonly parameterName: (key: string) => string;
  readonly flag: (used: UsedFlag) => string;
  readonly flagText: (flag: string) => string;
  readonly missing: (fact: MissingFact) => string;
  /** rule of a run of days */
  readonly rule: (id: string) => string;
  /** a code of the law room, such as `component.kz.base` */
  readonly word: (key: string) => string;
}

/** The law's own sentences in the language of the reader. */
export function useLawTexts(): LawTexts {
  const { locale, knows, term } = useLanguage();
  return useMemo(
    () => ({
      step: (finding) => explainStep(finding, locale),
      article: (finding) => explainArticle(finding.rule, locale) ?? finding.article,
      start: (version) => explainStart(version, locale),
      parameter: (used) => explainParameter(used, locale),
      parameterName: (key) => wording(`parameter.${key}`, {}, locale),
      flag: (used) => explainFlag(used, locale),
      flagText: (flag) => wording(`flag.${flag}`, {}, locale),
      missing: (fact) => explainMissing(fact, locale),
      rule: (id) => (knows('run', id) ? term('run', id) : explainRule(id, locale)),
      word: (key) => wording(key, {}, locale),
    }),
    [locale, knows, term],
  );
}
