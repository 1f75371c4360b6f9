import type { Locale } from '@urtuu/kernel';
import { AGREEMENT_RULES } from '../agreements/rules.ts';
import { METHOD_RULES } from '../coordination/methods/rules.ts';
import { RECORD_RULES } from '../coordination/rules.ts';
import { CHINA_RULES } from '../china/rules.ts';
import { KAZAKHSTAN_RULES } from '../kazakhstan/rules.ts';
import { MONGOLIA_RULES } from '../mongolia/rules.ts';
import { UNREAD, type Article } from './article.ts';
import { wording } from './wording.ts';

/**
 * Every rule the statutes can name, with the article it is read from where one is known. The id is stable: it stands
 * in stored decisions, in the trace of days and, as `rule.<id>`, in the messages of all languages. Each statute
 * lists its own beside its files.
 */
const RULES = {
  'assess.kz': { law: 'kz.socialCode' },
  'assess.mn': { law: 'mn.pensionLaw' },
  'assess.benefit': UNREAD,
  contributions: UNREAD,
  'person.died': UNREAD,
  'person.diedBefore': UNREAD,
  'parameter.unknown': UNREAD,
  'law.carried': UNREAD,
  'contribution.share': UNREAD,
  'contribution.unknown': UNREAD,
  ...RECORD_RULES,
  ...METHOD_RULES,
  ...AGREEMENT_RULES,
  ...CHINA_RULES,
  ...KAZAKHSTAN_RULES,
  ...MONGOLIA_RULES,
} as const satisfies Record<string, Article | undefined>;

export type RuleId = keyof typeof RULES;

export const RULE_IDS: readonly string[] = Object.keys(RULES);

const ARTICLES: ReadonlyMap<string, Article | undefined> = new Map(Object.entries(RULES));

/** The article of a rule in words; undefined where the text has not been read. */
export function explainArticle(rule: string, locale: Locale): string | undefined {
  const place = ARTICLES.get(rule);
  if (place === undefined) return undefined;
  const law = wording(`law.${place.law}`, {}, locale);
  const { article, paragraph, subparagraph } = place;
  if (article === undefined) return law;
  const exact = paragraph !== undefined && subparagraph !== undefined;
  const inLaw = exact
    ? wording('place.subparagraph', { article, paragraph, subparagraph }, locale)
    : wording('place.article', { article }, locale);
  return wording('place.inLaw', { law, place: inLaw }, locale);
}

/** The English texts, which findings store; made once, because every finding carries one. */
export const ARTICLE_TEXTS: ReadonlyMap<string, string | undefined> = new Map(
  RULE_IDS.map((rule) => [rule, explainArticle(rule, 'en')]),
);
