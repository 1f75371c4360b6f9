import { UNREAD, type Article } from '../finding/article.ts';

/** Rules of agreements, and days of a record that only an agreement decides. */
export const AGREEMENT_RULES = {
  'treaty.notAsked': UNREAD,
  'treaty.inForceUnknown': UNREAD,
  'treaty.notYetInForce': UNREAD,
  'treaty.notStateOfResidence': UNREAD,
  'treaty.personNotCovered': UNREAD,
  'treaty.benefitNotCovered': UNREAD,
  'treaty.inForce': UNREAD,
  'treaty.hypothetical': UNREAD,
  'treaty.recalculation': UNREAD,
  'treaty.residenceChange': UNREAD,
  'kzmn.funded': UNREAD,
  'kzmn.notForThisAward': UNREAD,
  'kzmn.recognisedAfterCut': UNREAD,
  'kzmn.afterCut': UNREAD,
  'kzmn.beforeInsuranceUnproved': UNREAD,
  'kzmn.recognised': UNREAD,
  'kzmn.equivalent': UNREAD,
  'kzmn.kindNotCovered': UNREAD,
} as const satisfies Record<string, Article | undefined>;
