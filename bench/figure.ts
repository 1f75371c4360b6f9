/** One published figure: what was measured, and what the machine could do at best where that can be said. */
export interface Figure {
  /** stable name, such as `exchange.throughput` */
  readonly bench: string;
  readonly value: number;
  readonly unit: string;
  /** the machine's own limit, measured in the same run; null where there is none to measure */
  readonly limit: number | null;
  /** value by limit */
  readonly ratio: number | null;
  /** processor cores the work was spread over */
  readonly cores: number;
  readonly note: string;
}

export interface BenchOptions {
  /** Shorter runs, for a look and for CI; figures scatter more. */
  readonly quick: boolean;
}

/** Several figures that are measured together, under the names it lists. */
export interface Bench {
  readonly names: readonly string[];
  run(options: BenchOptions): Promise<readonly Figure[]>;
}

/** Rounded to three digits: more is not repeatable. */
export function digits(value: number): number {
  return Number(value.toPrecision(3));
}
