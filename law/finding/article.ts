/** Laws that rules are read from; each is named by the message `law.<code>`. */
export type StatuteCode =
  | 'cn.pension'
  | 'cn.retirementAge'
  | 'eu.883'
  | 'eu.987'
  | 'kz.socialCode'
  | 'kz.fundRules'
  | 'mn.generalLaw'
  | 'mn.pensionLaw'
  | 'mn.benefitsLaw'
  | 'mn.injuryLaw'
  | 'mn.unemploymentLaw'
  | 'mn.welfareLaw'
  | 'us.cfr404';

/** Where in which law a rule is read. */
export interface Article {
  readonly law: StatuteCode;
  readonly article?: string;
  readonly paragraph?: string;
  readonly subparagraph?: string;
}

/** The article is not known, or the rule is a reading of several. */
export const UNREAD = undefined;
