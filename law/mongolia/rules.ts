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
  'mn.full.underground': UNREAD,
  'mn.full.toxicHot': UNREAD,
  'mn.full.heavy': UNREAD,
  'mn.proportional': { law: 'mn.pensionLaw' },
  'mn.proportional.route': UNREAD,
  'mn.proportional.fullInstead': UNREAD,
  'mn.average': mn('2'),
  'mn.averageSupplied': mn('2'),
  'mn.averageUnknown': mn('2'),
  'mn.averageOwnStateOnly': UNREAD,
  'mn.reestablish': { law: 'mn.pensionLaw', article: '29.3' },
  'mn.full.rate': UNREAD,
  'mn.proportional.rate': UNREAD,
  'mn.minimum': UNREAD,
  'mn.amount': UNREAD,
  'mn.increase': UNREAD,
  'mn.ndc': mn('2'),
  'mn.c.base': { law: 'mn.generalLaw' },
  'mn.c.share': { law: 'mn.generalLaw' },
  'mn.c.unknown': { law: 'mn.generalLaw' },
  'mn.c.total': UNREAD,
  'mn.v.base': { law: 'mn.generalLaw' },
  'mn.v.minimum': UNREAD,
  'mn.v.herderMatch': { law: 'mn.generalLaw', article: '7.7, 21.23' },
  'mn.v.herderMatchUsedUp': { law: 'mn.generalLaw', article: '7.7, 21.23' },
  'mn.v.carer': UNREAD,
  'mn.v.carerNoChild': UNREAD,
  'mn.v.motherUnder3': UNREAD,
} as const satisfies Record<string, Article | undefined>;

function mn(article: string): Article {
  return { law: 'mn.pensionLaw', article };
}
