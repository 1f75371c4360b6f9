export type * from './assessment.ts';
export type * from './finding/finding.ts';
export type { ParameterStatus, ParameterVersion } from './parameters/parameter.ts';
export * from './record/codes.ts';
export type { Fault, FaultCode } from './record/fault.ts';
export * from './record/insurance-record.ts';
export { parseInsuranceRecord, type CheckIdentifier } from './record/parse.ts';
export { warningsOf } from './record/warnings.ts';
