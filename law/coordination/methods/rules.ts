import { UNREAD, type Article } from '../../finding/article.ts';

const basic = (article: string): Article => ({ law: 'eu.883', article });
const implementing = (article: string): Article => ({ law: 'eu.987', article });
const US: Article = { law: 'us.cfr404', article: '1918' };

/** Rules by which states share a pension. */
export const METHOD_RULES = {
  'coordination.recognised-service': UNREAD,
  'coordination.eu': { law: 'eu.883' },
  'coordination.direct': UNREAD,
  'coordination.us': { law: 'us.cfr404' },
  'eu.compulsoryFirst': implementing('12(3)'),
  'eu.realOverEquivalent': implementing('12(4)'),
  'eu.equivalentOnce': implementing('12(5)'),
  'eu.state': basic('52'),
  'eu.independent': basic('52(1)(a)'),
  'eu.independentNone': basic('52(1)(a)'),
  'eu.never': basic('52(5)'),
  'eu.waiver': basic('52(4)'),
  'eu.totalisedNone': basic('51'),
  'eu.theoretical': basic('52(1)(b)(i)'),
  'eu.theoreticalUnknown': basic('52(1)(b)(i)'),
  'eu.proRata': basic('52(1)(b)(ii)'),
  'eu.higher': basic('52(3)'),
  'eu.small': basic('57(1)'),
  'eu.smallTaken': basic('57(2)'),
  'eu.smallAll': basic('57(3)'),
  'direct.state': UNREAD,
  'direct.noPeriods': UNREAD,
  'direct.open': UNREAD,
  'direct.closed': UNREAD,
  'direct.amount': UNREAD,
  'us.age': UNREAD,
  'us.insuredAlone': US,
  'us.minimum': US,
  'us.crediting': US,
  'us.position': US,
  'us.theoretical': US,
  'us.proRata': US,
  'us.rounding': US,
  'us.wageUnknown': US,
} as const satisfies Record<string, Article | undefined>;
