import { UNREAD, type Article } from '../finding/article.ts';

const KANDAS: Article = { law: 'kz.socialCode', article: '208', paragraph: '1', subparagraph: '16' };

/** Rules of Kazakhstan and their articles. */
export const KAZAKHSTAN_RULES = {
  'record.careLimit': kz('208'),
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
  'kz.age.testSite': UNREAD,
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
  'kz.c.base': UNREAD,
  'kz.savings': { law: 'kz.fundRules' },
  'kz.savings.none': UNREAD,
  'kz.savings.balance': UNREAD,
  'kz.savings.departure': UNREAD,
  'kz.savings.withdrawal': UNREAD,
  'kz.savings.oneOff': UNREAD,
  'kz.savings.coefficient': UNREAD,
  'kz.savings.oldMethod': UNREAD,
  'kz.savings.firstYear': UNREAD,
  'kz.savings.risen': UNREAD,
  'kz.savings.floor': UNREAD,
  'kz.savings.export': UNREAD,
  'kz.savings.rateMissing': UNREAD,
  'kz.savings.employer.cohort': UNREAD,
  'kz.savings.employer.abroad': UNREAD,
  'kz.savings.employer.formula': UNREAD,
} as const satisfies Record<string, Article | undefined>;

function kz(article: string): Article {
  return { law: 'kz.socialCode', article };
}
