/**
 * Code lists the insurance record speaks. They are open: a code that is not here is carried and flagged
 * (`warningsOf`), never emptied, and a period of unknown type is shown in the trace but not counted.
 */

/** Period types of the exchange profile. Ten-steps are families: 1x compulsory, 2x voluntary, 4x equivalent. */
export const PERIOD_TYPES = {
  compulsory: '10',
  employed: '11',
  selfEmployed: '12',
  unemployedInsured: '13',
  voluntary: '20',
  voluntaryEmployed: '21',
  voluntarySelfEmployed: '22',
  voluntaryUnemployed: '23',
  residence: '30',
  equivalent: '40',
  sickness: '41',
  unemployment: '42',
  militaryService: '43',
  study: '44',
  childCare: '45',
  pension: '46',
  maternity: '47',
  earlyRetirement: '48',
  unemploymentBenefit: '49',
  disability: '50',
  dependantCare: '51',
  fictitious: '52',
} as const;

/**
 * Schemes: the shared list, then national ones, which carry the country before a dot. A scheme also says in which
 * conditions the work was done, where a law asks.
 */
export const SCHEMES = {
  general: '00',
  employment: '01',
  selfEmployment: '02',
  civilServant: '03',
  miner: '04',
  residence: '05',
  farmer: '06',
  seafarer: '07',
  other: '99',
  /** herder's insurance of Mongolia */
  mnHerder: 'mn.herder',
  /** Mongolia, work in conditions that open an earlier pension: our own codes, the register’s are not published */
  mnUnderground: 'mn.underground',
  mnToxicHot: 'mn.toxicHot',
  mnHeavy: 'mn.heavy',
  /** Kazakhstan, mandatory contributions of the insured (OPV) and occupational ones (OPPV) */
  kzOpv: 'kz.opv',
  kzOppv: 'kz.oppv',
  /** Kazakhstan, employer's contributions (OPVR) */
  kzOpvr: 'kz.opvr',
} as const;

export const IDENTIFIER_SCHEMES = ['kz.iin', 'mn.register', 'mn.civil', 'cn.rid'] as const;
export const SCRIPTS = ['kk-Cyrl', 'ru-Cyrl', 'mn-Cyrl', 'Latn', 'Arab', 'Hans', 'Mong'] as const;
export const EVIDENCE_KINDS = ['register', 'labourBook', 'archive', 'statement', 'court'] as const;
export const ACCOUNT_KINDS = ['uapf', 'opvr', 'ndc', 'cn.account'] as const;

export const CERTAINTIES = ['certified', 'claimed', 'reconstructed'] as const;
export const PRECISIONS = ['day', 'month', 'year'] as const;
export const PERIOD_KINDS = ['compulsory', 'voluntary', 'equivalent', 'boughtBack', 'funded'] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export type Certainty = (typeof CERTAINTIES)[number];
export type Precision = (typeof PRECISIONS)[number];
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Hazardous conditions of work in Mongolia, each a scheme of its own. */
export const HAZARDS = ['underground', 'toxicHot', 'heavy'] as const;
export type Hazard = (typeof HAZARDS)[number];

const KNOWN_TYPES: ReadonlySet<string> = new Set(Object.values(PERIOD_TYPES));
const KNOWN_SCHEMES: ReadonlySet<string> = new Set(Object.values(SCHEMES));

export function isKnownPeriodType(code: string): boolean {
  return KNOWN_TYPES.has(code);
}

export function isKnownScheme(code: string): boolean {
  return KNOWN_SCHEMES.has(code);
}
