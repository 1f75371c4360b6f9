import { ageColumn, OPEN_AGE, sum, type AgeColumn } from './columns.ts';

/**
 * Migrants by age where only their total is known: children and people of working age of the basic standard schedule
 * of A. Rogers and L. Castro, “Model Migration Schedules”, IIASA RR-81-30 (1981), scaled to sum to 1. Its constant part,
 * the same at every age, is left out: it would put a quarter of all migrants beyond working age.
 */
export const STANDARD_MIGRATION: AgeColumn = (() => {
  const at = ageColumn((age) => (age === OPEN_AGE ? 0 : schedule(age + 0.5)));
  const total = sum(at);
  return at.map((value) => value / total);
})();

function schedule(age: number): number {
  const children = 0.02 * Math.exp(-0.1 * age);
  const working = 0.06 * Math.exp(-0.1 * (age - 20) - Math.exp(-0.4 * (age - 20)));
  return children + working;
}
