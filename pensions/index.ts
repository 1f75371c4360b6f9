export * from './contract.ts';
export { pensionsMigrations } from './migrations.ts';
export { createPensions, type Pensions, type PensionsOptions } from './pensions.ts';
export { pensionsProblems } from './problems.ts';
export {
  assembleRecord,
  type Assembly,
  type AssemblyInput,
  type RegisterSide,
} from './record/assemble-record.ts';
export type { Self } from './terms.ts';
export { WATCH_DEATHS } from './register/register-jobs.ts';
