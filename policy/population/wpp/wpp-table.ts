/** What this room keeps of World Population Prospects for one country: the published figures, none of them altered. */
import type { BySex } from '../columns.ts';

/**
 * Figures one after the other. `step` 1: calendar years from `first` on. `step` 5: periods that begin on 1 July of
 * `first`, of `first` + 5 and so on.
 */
export interface Series {
  readonly first: number;
  readonly step: number;
  readonly values: readonly number[];
}

/** A level with its median path, and where published the bounds of the 80 % and 95 % intervals of later years. */
export interface Level extends Series {
  readonly bounds?: Bounds;
}

export interface Bounds {
  /** First year of all four. */
  readonly first: number;
  readonly low95: readonly number[];
  readonly low80: readonly number[];
  readonly high80: readonly number[];
  readonly high95: readonly number[];
}

/** Persons of each sex in the groups 0–4, 5–9, … 100+, on 1 July of each year. */
export interface GroupedPopulation {
  readonly first: number;
  readonly step: number;
  readonly M: readonly (readonly number[])[];
  readonly F: readonly (readonly number[])[];
}

export interface WppTable {
  /** Year of publication: 2024 or 2019. */
  readonly edition: number;
  /** UN M49 code. */
  readonly code: number;
  /** To be shown with every figure made from this table. */
  readonly attribution: string;
  readonly population: GroupedPopulation;
  /** Children per woman. */
  readonly totalFertility: Level;
  /** The low and high variants of fertility; they carry no probability. */
  readonly fertilityVariants?: {
    readonly first: number;
    readonly low: readonly number[];
    readonly high: readonly number[];
  };
  /** Percent of total fertility at 15–19, … 45–49, of each five-year period. */
  readonly fertilityPattern: { readonly first: number; readonly values: readonly (readonly number[])[] };
  /** Boys born per girl. */
  readonly sexRatio: Series;
  /** Years a newborn can expect to live. */
  readonly lifeExpectancy: BySex<Level>;
  /** Deaths per person-year at 0, 1–4, 5–9, … 100+, of each five-year period. */
  readonly deathRates: {
    readonly first: number;
    readonly M: readonly (readonly number[])[];
    readonly F: readonly (readonly number[])[];
  };
  /** Net migrants, thousands in a year (step 1) or in five years (step 5). */
  readonly netMigration: Level;
  /** Net migrants in five years, thousands, at 0–4, … 100+, of each period. */
  readonly migrationByAge?: GroupedPopulation;
  /** Births of each calendar year, thousands. */
  readonly births?: Series;
  /** The projection that the edition itself publishes, persons: for comparison alone. */
  readonly published?: GroupedPopulation;
}
