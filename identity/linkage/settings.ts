/**
 * What is compared, how, and what follows: settings are data, so that any table of persons can be linked. The fields
 * of a record come from columns of the source; comparisons read fields; blocking rules say which pairs are compared.
 */
export interface LinkSettings {
  readonly name: string;
  /** changes whenever a stored model would no longer fit */
  readonly version: string;
  readonly fields: readonly FieldSettings[];
  readonly comparisons: readonly ComparisonSettings[];
  /** Rules whose keys are stored to search one person among millions by: few and selective. */
  readonly searchKeys: readonly BlockingRule[];
  /** Union of rules; a pair is compared once, by the first rule that finds it. */
  readonly blocking: readonly BlockingRule[];
  /** Largest block that is compared within, in records; larger ones are cut and reported. */
  readonly largestBlock: number;
  /**
   * Candidate pairs that the whole may come to, for each record. Rules stand from strict to loose: what is left for a
   * rule decides how large its blocks may be, so that loose rules serve small tables and rare values of large ones.
   */
  readonly pairsPerRecord: number;
  readonly training: TrainingSettings;
  readonly thresholds: Thresholds;
  /** What tells brothers and twins apart, and the tests by which it agrees; the others are calibrated on their own. */
  readonly tellsSiblingsApart?:
    | { readonly comparison: string; readonly agrees: readonly WordTest[] }
    | undefined;
}

/**
 * A field: `given`, `parent` and `family` are read together as one name from the columns `given`, `patronymic`,
 * `family`, `full`, `script` and `state`; the others from their own column. The first column that the source has counts.
 */
export interface FieldSettings {
  readonly name: string;
  readonly kind: 'given' | 'parent' | 'family' | 'text' | 'date' | 'place' | 'code' | 'sex';
  readonly columns: readonly string[];
  /** Pattern of a code of this scheme; a text of another form is none of it, so that one column may hold several. */
  readonly form?: string | undefined;
}

export type ComparisonSettings = WordComparison | ValueComparison;

/**
 * Compares words. Several fields are roles that may be exchanged, as father's and family name: `best` takes the pair
 * that agrees best, `rest` what is then left on both sides.
 */
export interface WordComparison {
  readonly name: string;
  readonly kind: 'word';
  readonly fields: readonly string[];
  readonly part?: 'best' | 'rest' | undefined;
  /** Fields that may stand where this one should: tested by the level `swapped`. */
  readonly swapsWith?: readonly string[] | undefined;
  readonly levels: readonly LevelSettings<WordTest>[];
  /** Lowest frequency a single value may count with, as a share of records; absent: frequencies do not count. */
  readonly rarestTerm?: number | undefined;
}

export interface ValueComparison {
  readonly name: string;
  readonly kind: 'date' | 'place' | 'code';
  readonly fields: readonly string[];
  readonly levels: readonly LevelSettings<ValueTest>[];
}

export type WordTest =
  | 'equal'
  | 'fold'
  | 'variant'
  | 'jaroWinkler'
  | 'skeleton'
  | 'sound'
  | 'initial'
  | 'swapped'
  /** different, but only a father's name could be compared with a family name */
  | 'otherRole'
  | 'different';

/** Names of `DateAgreement`, of `PlaceAgreement`, and `equal` and `different` for codes. */
export type ValueTest =
  | 'equal'
  | 'oneDigit'
  | 'dayMonthSwapped'
  | 'sameYearMonth'
  | 'sameYearOneUnknown'
  | 'yearApart'
  | 'sameYear'
  | 'sameUnit'
  | 'within'
  | 'sameRegion'
  | 'different';

export interface LevelSettings<Test extends string> {
  readonly test: Test;
  /** least likeness, for `jaroWinkler` and `sound` */
  readonly atLeast?: number | undefined;
  /**
   * Pairs of scripts the level is for: one script (`same`), two alphabets (`cross`), Han and an alphabet (`han`).
   * Chances are learnt for each of the three apart, since what a script cannot keep is no disagreement.
   */
  readonly among?: Stratum | undefined;
  /** what training begins with: the chance of the level among records of one person */
  readonly m: number;
  /** the agreed value's own frequency counts */
  readonly termFrequency?: 'fold' | 'skeleton' | undefined;
}

export type Stratum = 'same' | 'cross' | 'han';

/**
 * Parts that must all be equal: `field:part`, `field|field:part` where any of several fields may supply it, or
 * `field~field:part` for both in either order.
 */
export type BlockingRule = readonly string[];

export interface TrainingSettings {
  /** Rules whose pairs are taken for one person; their number anchors the prior. */
  readonly deterministic: readonly BlockingRule[];
  /** Share of all true pairs that these rules are assumed to find. */
  readonly assumedRecall: number;
  readonly randomPairs: number;
  readonly seed: number;
}

export interface Thresholds {
  /** At or above, and without contradiction: linked without a human, inside one state. */
  readonly automatic: number;
  /** At or above: for a clerk. */
  readonly review: number;
  /** At or above: shown in a search. */
  readonly search: number;
  /**
   * Levels a pair must have reached for an automatic link, by comparison: the name of a test. Brothers and twins agree
   * in all but the given name.
   */
  readonly automaticNeeds: Readonly<Record<string, readonly string[]>>;
  /** Comparisons whose `different` forbids an automatic link, as of two live identifiers of one state. */
  readonly contradictions: readonly string[];
}

export function fieldOf(settings: LinkSettings, name: string): FieldSettings {
  const field = settings.fields.find((each) => each.name === name);
  if (field === undefined) throw new Error(`Settings ${settings.name} have no field ${name}`);
  return field;
}
