export { assess, assessCompiled } from './assess.ts';
export * from './assessment.ts';
export * from './contribution.ts';
export {
  compareDays,
  compareLaws,
  type ChangedParameter,
  type ComparedNorm,
  type NormOnDay,
} from './comparison/compare.ts';
export { contributionLaws, contributions } from './contributions.ts';
export { convention, CONVENTIONS, isConvention } from './coordination/counting/convention.ts';
export type { Convention, ConventionName } from './coordination/counting/convention.ts';
export * from './coordination/counting/convert.ts';
export * from './coordination/total-periods.ts';
export { coordinate, type CoordinateOptions, type Coordination } from './coordination/methods/coordinate.ts';
export { METHODS, type CoordinatedState, type MethodName } from './coordination/methods/coordinated.ts';
export { parseCoordinationCase, type CoordinationCase } from './coordination/methods/coordination-case.ts';
export type * from './finding/finding.ts';
export {
  explain,
  explainFlag,
  explainMissing,
  explainOption,
  explainParameter,
  explainRule,
  explainStart,
  explainStep,
} from './finding/explain.ts';
export { explainArticle, RULE_IDS, type RuleId } from './finding/rules.ts';
export { wording, written, type MessageKey } from './finding/wording.ts';
export { faultsOfAssumptions, openFlags, type Flag } from './parameters/flag.ts';
export { buyBackWindows, type BuyBack, type BuyBackWindow } from './mongolia/buy-back.ts';
export type { ParameterStatus, ParameterVersion, UsedParameter } from './parameters/parameter.ts';
export {
  changesBetween,
  inForce,
  parameterKeys,
  parameterTopics,
  versionsOf,
  type Topic,
} from './parameters/register.ts';
export * from './record/codes.ts';
export { compileRecord, type CompiledRecord } from './record/compile.ts';
export type { Fault, FaultCode } from './record/fault.ts';
export * from './record/insurance-record.ts';
export { parseInsuranceRecord, type CheckForm, type CheckIdentifier } from './record/parse.ts';
export { warningsOf } from './record/warnings.ts';
export type { RouteFacts, SpecialConditions } from './route.ts';
export { benefitsOf } from './statutes.ts';
export { explainChange } from './outlook/explain-change.ts';
export { retire, type Outlook, type Retirement, type RetireOptions } from './outlook/retire.ts';
export { whyNot, type SmallestChange, type WhyNot } from './outlook/why-not.ts';
export {
  parsePrivateFund,
  tierAssumptionsSchema,
  type PrivateFund,
  type TierAssumptions,
  type TierAssumptionsInput,
} from './tiers/assumptions.ts';
export type { PrivatePlan } from './tiers/private-fund.ts';
export {
  tiers,
  TIERS,
  type Tier,
  type TierForecast,
  type TierName,
  type TierOptions,
} from './tiers/tiers.ts';
export { reproduce } from './reproduce.ts';
export { faultsOfPack } from './parameters/pack-faults.ts';
