/**
 * Every rule the statutes can name, with the article it is read from where one is known. The id is stable: it stands
 * in stored decisions, in the trace of days and, as `rule.<id>`, in the messages of all languages.
 */
const RULES = {
  // the frame
  'assess.kz': socialCode(''),
  'assess.mn': mnPensionLaw(''),
  'person.died': '',
  'person.diedBefore': '',

  // the agreement
  'treaty.notAsked': '',
  'treaty.inForceUnknown': '',
  'treaty.notYetInForce': '',
  'treaty.notStateOfResidence': '',
  'treaty.personNotCovered': '',
  'treaty.inForce': '',
  'treaty.hypothetical': '',
  'treaty.recalculation': '',

  // days of the record
  'record.afterAward': '',
  'record.unknownType': '',
  'record.noEvidence': '',
  'record.foreign': '',
  'record.careLimit': socialCode('Art 208'),
  'overlap.ownState': '',
  'overlap.basis': '',
  'overlap.realOverEquivalent': '',
  'overlap.compulsoryFirst': '',
  'overlap.certainty': '',
  'overlap.earlierStart': '',
  'kzmn.funded': '',
  'kzmn.notForThisAward': '',
  'kzmn.recognisedAfterCut': '',
  'kzmn.afterCut': '',
  'kzmn.beforeInsuranceUnproved': '',
  'kzmn.recognised': '',
  'kzmn.equivalent': '',
  'kzmn.kindNotCovered': '',

  // Kazakhstan
  'kz.record': socialCode('Art 208'),
  'kz.record.notListed': socialCode('Art 208'),
  'kz.record.childCareLimit': socialCode('Art 208'),
  'kz.record.before1998': socialCode('Art 208'),
  'kz.record.contributions': socialCode('Art 205'),
  'kz.record.noContributions': socialCode('Art 205'),
  'kz.record.kandas': socialCode('Art 208 para 1 subpara 16'),
  'kz.record.kandasUnproved': socialCode('Art 208 para 1 subpara 16'),
  'kz.residence': '',
  'kz.age': '',
  'kz.base': socialCode('Art 205'),
  'kz.base.record': socialCode('Art 205'),
  'kz.base.rate': socialCode('Art 205'),
  'kz.base.amount': socialCode('Art 205'),
  'kz.solidarity': '',
  'kz.solidarity.minRecord': '',
  'kz.solidarity.average': socialCode('Art 210'),
  'kz.solidarity.averageSupplied': socialCode('Art 210'),
  'kz.solidarity.averageUnknown': socialCode('Art 210'),
  'kz.solidarity.averageOwnStateOnly': '',
  'kz.solidarity.cap': '',
  'kz.solidarity.rateFull': '',
  'kz.solidarity.rateIncomplete': '',
  'kz.solidarity.guarantee': '',
  'kz.solidarity.amount': '',
  'kz.solidarity.indexation': socialCode('Art 197'),
  'kz.funded': '',

  // Mongolia
  'mn.record': '',
  'mn.record.beforeInsuranceUnproved': '',
  'mn.record.beforeInsurance': '',
  'mn.record.insured': '',
  'mn.record.equivalent': '',
  'mn.record.notInsured': '',
  'mn.full': mnPensionLaw(''),
  'mn.full.request': '',
  'mn.full.later': '',
  'mn.full.mother': '',
  'mn.full.herder': '',
  'mn.proportional': mnPensionLaw(''),
  'mn.proportional.route': '',
  'mn.proportional.fullInstead': '',
  'mn.average': mnPensionLaw('Art 2'),
  'mn.averageSupplied': mnPensionLaw('Art 2'),
  'mn.averageUnknown': mnPensionLaw('Art 2'),
  'mn.averageOwnStateOnly': '',
  'mn.full.rate': '',
  'mn.proportional.rate': '',
  'mn.minimum': '',
  'mn.amount': '',
  'mn.increase': '',
  'mn.ndc': mnPensionLaw('Art 2'),

  'parameter.unknown': '',
} as const satisfies Record<string, string>;

export type RuleId = keyof typeof RULES;

/** The article of a rule; absent where the text has not been read. */
export const ARTICLES: Readonly<Partial<Record<RuleId, string>>> = Object.fromEntries(
  Object.entries(RULES).filter(([, article]) => article !== ''),
);

export const RULE_IDS: readonly string[] = Object.keys(RULES);

function socialCode(article: string): string {
  return `Social Code of Kazakhstan 224-VII of 2023-04-20${article === '' ? '' : `, ${article}`}`;
}

function mnPensionLaw(article: string): string {
  return `Law of Mongolia on pensions from the Social Insurance Fund of 2023-07-07${article === '' ? '' : `, ${article}`}`;
}
