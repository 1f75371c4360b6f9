import type { Locale } from '@urtuu/kernel';
import { wording } from './wording.ts';

/** Where in which law a rule is read. */
interface Article {
  /** a message key, `law.<code>` */
  readonly law: 'kz.socialCode' | 'mn.pensionLaw';
  readonly article?: string;
  readonly paragraph?: string;
  readonly subparagraph?: string;
}

/** The article is not known, or the rule is a reading of several. */
const UNREAD = undefined;
const KANDAS: Article = { law: 'kz.socialCode', article: '208', paragraph: '1', subparagraph: '16' };

/**
 * Every rule the statutes can name, with the article it is read from where one is known. The id is stable: it stands
 * in stored decisions, in the trace of days and, as `rule.<id>`, in the messages of all languages.
 */
const RULES = {
  // the frame
  'assess.kz': { law: 'kz.socialCode' },
  'assess.mn': { law: 'mn.pensionLaw' },
  'person.died': UNREAD,
  'person.diedBefore': UNREAD,

  // the agreement
  'treaty.notAsked': UNREAD,
  'treaty.inForceUnknown': UNREAD,
  'treaty.notYetInForce': UNREAD,
  'treaty.notStateOfResidence': UNREAD,
  'treaty.personNotCovered': UNREAD,
  'treaty.inForce': UNREAD,
  'treaty.hypothetical': UNREAD,
  'treaty.recalculation': UNREAD,
  'treaty.residenceChange': UNREAD,

  // days of the record
  'record.afterAward': UNREAD,
  'record.unknownType': UNREAD,
  'record.noEvidence': UNREAD,
  'record.foreign': UNREAD,
  'record.careLimit': kz('208'),
  'overlap.ownState': UNREAD,
  'overlap.basis': UNREAD,
  'overlap.realOverEquivalent': UNREAD,
  'overlap.compulsoryFirst': UNREAD,
  'overlap.certainty': UNREAD,
  'overlap.earlierStart': UNREAD,
  'kzmn.funded': UNREAD,
  'kzmn.notForThisAward': UNREAD,
  'kzmn.recognisedAfterCut': UNREAD,
  'kzmn.afterCut': UNREAD,
  'kzmn.beforeInsuranceUnproved': UNREAD,
  'kzmn.recognised': UNREAD,
  'kzmn.equivalent': UNREAD,
  'kzmn.kindNotCovered': UNREAD,

  // Kazakhstan
  'kz.record': kz('208'),
  'kz.record.notListed': kz('208'),
  'kz.record.childCareLimit': kz('208'),
  'kz.record.before1998': kz('208'),
  'kz.record.contributions': kz('205'),
  'kz.record.noContributions': kz('205'),
  'kz.record.kandas': KANDAS,
  'kz.record.kandasUnproved': KANDAS,
  'kz.residence': UNREAD,
  'kz.age': UNREAD,
  'kz.age.mother': UNREAD,
  'kz.base': kz('205'),
  'kz.base.record': kz('205'),
  'kz.base.rate': kz('205'),
  'kz.base.amount': kz('205'),
  'kz.solidarity': UNREAD,
  'kz.solidarity.minRecord': UNREAD,
  'kz.solidarity.average': kz('210'),
  'kz.solidarity.averageSupplied': kz('210'),
  'kz.solidarity.averageUnknown': kz('210'),
  'kz.solidarity.averageOwnStateOnly': UNREAD,
  'kz.solidarity.cap': UNREAD,
  'kz.solidarity.rateFull': UNREAD,
  'kz.solidarity.rateIncomplete': UNREAD,
  'kz.solidarity.guarantee': UNREAD,
  'kz.solidarity.amount': UNREAD,
  'kz.solidarity.indexation': kz('197'),
  'kz.funded': UNREAD,

  // Mongolia
  'mn.record': UNREAD,
  'mn.record.beforeInsuranceUnproved': UNREAD,
  'mn.record.beforeInsurance': UNREAD,
  'mn.record.insured': UNREAD,
  'mn.record.equivalent': UNREAD,
  'mn.record.notInsured': UNREAD,
  'mn.full': { law: 'mn.pensionLaw' },
  'mn.full.request': UNREAD,
  'mn.full.later': UNREAD,
  'mn.full.mother': UNREAD,
  'mn.full.herder': UNREAD,
  'mn.proportional': { law: 'mn.pensionLaw' },
  'mn.proportional.route': UNREAD,
  'mn.proportional.fullInstead': UNREAD,
  'mn.average': mn('2'),
  'mn.averageSupplied': mn('2'),
  'mn.averageUnknown': mn('2'),
  'mn.averageOwnStateOnly': UNREAD,
  'mn.full.rate': UNREAD,
  'mn.proportional.rate': UNREAD,
  'mn.minimum': UNREAD,
  'mn.amount': UNREAD,
  'mn.increase': UNREAD,
  'mn.ndc': mn('2'),

  'parameter.unknown': UNREAD,
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

function kz(article: string): Article {
  return { law: 'kz.socialCode', article };
}

function mn(article: string): Article {
  return { law: 'mn.pensionLaw', article };
}
