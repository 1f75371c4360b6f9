import { UNREAD, type Article } from '../finding/article.ts';

/** Rules of Mongolia and their articles. */
export const MONGOLIA_RULES = {
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
} as const satisfies Record<string, Article | undefined>;

function mn(article: string): Article {
  return { law: 'mn.pensionLaw', article };
}
