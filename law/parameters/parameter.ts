/** How well a fact of law is known. `open` values are provisional and always say "needs citation". */
export type ParameterStatus = 'confirmed' | 'press' | 'derived' | 'open';

/** One dated version of one legal value, as the country pack writes it. Valid in `[from, to)`. */
export interface ParameterVersion {
  readonly key: string;
  /** decimal text; null means unknown, never zero */
  readonly value: string | null;
  readonly unit: string;
  /** ISO day */
  readonly from: string;
  /** ISO day, or null while no later version is known */
  readonly to: string | null;
  readonly datePrecision: 'day' | 'month' | 'year';
  readonly source: string;
  readonly status: ParameterStatus;
  readonly note?: string;
}
