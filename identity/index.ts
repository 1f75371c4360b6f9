export * from './compare-identity.ts';
export {
  checkIdentifier,
  identifierFaults,
  identifierWarnings,
  KNOWN_SCHEMES,
  unpublishedRules,
  type IdentifierFinding,
  type KnownScheme,
} from './identifiers/check-identifier.ts';
export type {
  IdentifierCheck,
  IdentifierFaultCode,
  IdentifierHolder,
  IdentifierNote,
  IdentifierWarningCode,
  Sex,
} from './identifiers/identifier-check.ts';
export { constructResidentId } from './identifiers/chinese-number.ts';
export { constructIin, TEST_SERIALS } from './identifiers/kazakh-number.ts';
export { constructRegister } from './identifiers/mongolian-number.ts';
export { normaliseIdentifier, normaliseRegister } from './identifiers/normalise-identifier.ts';
export {
  compareNames,
  nameText,
  type Agreement,
  type NameComparison,
  type NameForm,
} from './names/compare-names.ts';
export { dateAgreement, DATE_AGREEMENTS, type DateAgreement } from './dates/compare-dates.ts';
export { readDate, type DateWarning, type StatedDate } from './dates/stated-date.ts';
export { foldName } from './names/fold-name.ts';
export { readHan, type HanReading } from './names/han-reading.ts';
export { romanise, LATIN_SYSTEMS, type LatinSystem } from './names/latin-systems.ts';
export { isScript, type Script } from './names/letters.ts';
export { nameVariants, variantFolds, type NameVariant } from './names/name-variants.ts';
export { normaliseName } from './names/normalise-name.ts';
export { transliterate } from './names/transliterate.ts';
export { parentFolds } from './names/parent-name.ts';
export { readPersonName, type NameWarning, type PersonName, type StatedName } from './names/person-name.ts';
export { phonesOf, soundLikeness } from './names/phones.ts';
export { mongolianRenderings, russianOfMongolian, russianRenderings } from './names/renderings.ts';
export { skeletonOf, skeletonsOf } from './names/skeleton.ts';
export { fromToteZhazu, toToteZhazu } from './names/tote-zhazu.ts';
export { scriptOf, writingOf, type ReadableScript, type Writing } from './names/writing.ts';
export {
  findPlace,
  placeAgreement,
  PLACES,
  PLACE_AGREEMENTS,
  type PlaceAgreement,
  type PlaceUnit,
  type PlaceWarning,
} from './places/gazetteer.ts';
export {
  blocksOf,
  partitionsOf,
  visitPairs,
  type Blocks,
  type CutBlocks,
  type Partition,
} from './linkage/blocks.ts';
export { calibrationChart, thresholdChart, waterfallChart, weightChart } from './linkage/charts.ts';
export { calibrate, calibrateLinks, type LabelledScore } from './linkage/calibrate.ts';
export { clustersOf, type Cluster, type Clustering, type Links } from './linkage/clusters.ts';
export {
  evaluate,
  type CalibrationBin,
  type Evaluation,
  type GroupFigures,
  type ThresholdFigures,
  type Truth,
} from './linkage/evaluate.ts';
export {
  joinLinks,
  link,
  PART,
  scorePartitions,
  trainingPartitions,
  useOf,
  type LinkRun,
  type LinkUse,
} from './linkage/link.ts';
export {
  lowestScore,
  pairProbability,
  priorOf,
  probabilityOf,
  scoreAt,
  versionOf,
  type Calibration,
  type Calibrations,
  type LinkModel,
} from './linkage/model.ts';
export {
  addPatterns,
  countPatterns,
  countRandomPatterns,
  pairsInAll,
  RANDOM_PARTS,
  type PatternCounts,
} from './linkage/patterns.ts';
export { Scorer, type Waterfall, type WaterfallBar } from './linkage/scorer.ts';
export {
  matchWords,
  nameWords,
  WORD_MATCHES,
  type NameMatch,
  type NameWord,
  type WordMatch,
} from './linkage/name-words.ts';
export { CORRIDOR_MODEL } from './linkage/generated/corridor-model.ts';
export { CORRIDOR_SETTINGS } from './linkage/settings-corridor.ts';
export { LATIN_SETTINGS } from './linkage/settings-latin.ts';
export type { ComparisonSettings, LinkSettings } from './linkage/settings.ts';
export { TableBuilder, type LinkTable, type RecordWarning } from './linkage/table.ts';
export { rankCandidates, searchKeys, type Candidate, type SearchHit } from './linkage/search.ts';
export {
  termStatistics,
  termWeights,
  type TermStatistics,
  type TermWeights,
} from './linkage/term-frequency.ts';
export { train } from './linkage/train.ts';
