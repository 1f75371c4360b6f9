import { parseDecimal, type Rational } from '@urtuu/kernel';
import type { InsuranceRecord } from './insurance-record.ts';

/** A monthly average that an institution has established and sent with the record. */
export interface SuppliedAverage {
  readonly amount: Rational;
  readonly source: string;
}

/** The average established under a state's own law. Certified goes before reconstructed; claimed is not used. */
export function suppliedAverage(
  record: InsuranceRecord,
  country: string,
  currency: string,
): SuppliedAverage | undefined {
  return best(record, (average) => average.country === country && average.currency === currency);
}

/** An average established in another state and already expressed in this state's currency. */
export function averageFromAbroad(
  record: InsuranceRecord,
  country: string,
  currency: string,
): SuppliedAverage | undefined {
  return best(record, (average) => average.country !== country && average.currency === currency);
}

type Average = NonNullable<InsuranceRecord['averageIncome']>[number];

function best(record: InsuranceRecord, where: (average: Average) => boolean): SuppliedAverage | undefined {
  const fitting = record.averageIncome?.filter(where) ?? [];
  const chosen =
    fitting.find((average) => average.certainty === 'certified') ??
    fitting.find((average) => average.certainty === 'reconstructed');
  const amount = chosen === undefined ? undefined : parseDecimal(chosen.amount);
  return chosen === undefined || amount === undefined ? undefined : { amount, source: chosen.source };
}
