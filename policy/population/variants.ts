/** The standard scenarios of the United Nations, computed from the figures of an edition. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import { at } from './columns.ts';
import { AgePatterns, medianLevels, type Levels } from './assumptions.ts';
import { lastEstimate } from './project.ts';
import type { WppTable } from './wpp/wpp-table.ts';

/**
 * Names as in World Population Prospects. None but `medium` says how likely it is: `low` and `high` move fertility by a
 * fixed amount, the others ask what would happen if something stayed or stopped.
 */
export const VARIANTS = [
  'medium',
  'low',
  'high',
  'constant-fertility',
  'constant-mortality',
  'no-change',
  'zero-migration',
  'instant-replacement',
  'momentum',
] as const;
export type Variant = (typeof VARIANTS)[number];

export function isVariant(text: string): text is Variant {
  return VARIANTS.some((variant) => variant === text);
}

/** Levels of the year that begins on 1 July. */
export type LevelsOfYear = (year: number) => Levels;

/** The levels of a variant. Refused where the edition does not have the figures for it. */
export function variantLevels(
  table: WppTable,
  variant: Variant,
  patterns: AgePatterns = new AgePatterns(table),
): Result<LevelsOfYear, 'noFertilityVariants'> {
  const medium: LevelsOfYear = (year) => medianLevels(table, year);
  // Levels of the last twelve months of the estimates, which the constant variants keep.
  const now = medium(lastEstimate(table) - 1);
  const { totalFertility, lifeExpectancy } = now;
  const replacement = (year: number, levels: Levels): number => replacementFertility(patterns, year, levels);
  const change = (changed: (year: number, levels: Levels) => Partial<Levels>): Result<LevelsOfYear, never> =>
    ok((year) => {
      const levels = medium(year);
      return { ...levels, ...changed(year, levels) };
    });
  switch (variant) {
    case 'medium':
      return ok(medium);
    case 'low':
    case 'high': {
      const variants = table.fertilityVariants;
      if (variants === undefined) return refuse('noFertilityVariants');
      const { first } = variants;
      // Before the first year of the variant both calendar years of the mean are those of the medium path.
      const inYear = (year: number): number =>
        year < first
          ? at(table.totalFertility.values, year - table.totalFertility.first)
          : at(variants[variant], year - first);
      return change((year) => ({ totalFertility: (inYear(year) + inYear(year + 1)) / 2 }));
    }
    case 'constant-fertility':
      return change(() => ({ totalFertility }));
    case 'constant-mortality':
      return change(() => ({ lifeExpectancy }));
    case 'no-change':
      return change(() => ({ totalFertility, lifeExpectancy }));
    case 'zero-migration':
      return change(() => ({ netMigration: 0, isClosed: true }));
    case 'instant-replacement':
      return change((year, levels) => ({ totalFertility: replacement(year, levels) }));
    case 'momentum':
      return change((year, levels) => ({
        totalFertility: replacement(year, { ...levels, lifeExpectancy }),
        lifeExpectancy,
        netMigration: 0,
        isClosed: true,
      }));
  }
}

/** Children per woman with which each woman leaves one daughter who survives to her age: a net reproduction rate of 1. */
export function replacementFertility(patterns: AgePatterns, year: number, levels: Levels): number {
  const { fertility, lifeTables, sexRatio } = patterns.rates(year, { ...levels, totalFertility: 1 });
  let daughters = 0;
  for (const [age, births] of fertility.entries())
    daughters += (births * at(lifeTables.F.living, age)) / (1 + sexRatio);
  return 1 / daughters;
}
