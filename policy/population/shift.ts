import type { Levels } from './assumptions.ts';
import { bySex } from './columns.ts';
import type { LevelsOfYear } from './variants.ts';

/** What somebody adds to the levels of a scenario: reached in a straight line over some years, then kept. */
export interface Shift {
  /** Children per woman. */
  readonly totalFertility: number;
  /** Years, men and women alike. */
  readonly lifeExpectancy: number;
  /** Persons a year. */
  readonly netMigration: number;
}

export interface Ramp {
  /** 1 July from which on the levels move. */
  readonly from: number;
  /** 1 July at which the whole shift is reached. */
  readonly full: number;
}

/** The levels moved away from those of a scenario. Fertility does not fall below zero. */
export function shifted(around: LevelsOfYear, shift: Shift, { from, full }: Ramp): LevelsOfYear {
  return (year): Levels => {
    const share = Math.min(1, Math.max(0, (year + 0.5 - from) / (full - from)));
    const levels = around(year);
    return {
      ...levels,
      totalFertility: Math.max(0, levels.totalFertility + share * shift.totalFertility),
      lifeExpectancy: bySex((sex) => levels.lifeExpectancy[sex] + share * shift.lifeExpectancy),
      netMigration: levels.netMigration + (levels.isClosed === true ? 0 : share * shift.netMigration),
    };
  };
}
