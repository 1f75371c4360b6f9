import { parseDecimal, type Rational } from '@urtuu/kernel';
import type { AverageIncome } from './insurance-record.ts';

/** A monthly average that an institution has established and sent with the record. */
export interface SuppliedAverage {
  readonly amount: Rational;
  readonly source: string;
}

/** The average established under a state's own law. Certified goes before reconstructed; claimed is not used. */
export function suppliedAverage(
  averages: readonly AverageIncome[],
  country: string,
  currency: string,
): SuppliedAverage | undefined {
  if (averages.length === 0) return undefined;
  return best(averages.filter((average) => average.country === country && average.currency === currency));
}

/** An average established in another state and already expressed in this state's currency. */
export function averageFromAbroad(
  averages: readonly AverageIncome[],
  country: string,
  currency: string,
): SuppliedAverage | undefined {
  return best(averages.filter((average) => average.country !== country && average.currency === currency));
}

function best(fitting: readonly AverageIncome[]): SuppliedAverage | undefined {
  const chosen =
    fitting.find((average) => average.certainty === 'certified') ??
    fitting.find((average) => average.certainty === 'reconstructed');
  const amount = chosen === undefined ? undefined : parseDecimal(chosen.amount);
  return chosen === undefined || amount === undefined ? undefined : { amount, source: chosen.source };
}
