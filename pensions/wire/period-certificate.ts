/** What this institution certifies of its register, and what the other one's certificate brings into a record. */
import type { PeriodCertificate, WireAverageIncome, WireEarning } from '@urtuu/exchange';
import { CERTAINTIES, type AverageIncome, type Earning } from '@urtuu/law';
import type { RegisterSide } from '../record/assemble-record.ts';
import { recordPeriod, wirePeriod } from './wire-period.ts';

/** Why a certificate holds no periods; the text in five languages is in messages/ under `noPeriods.<code>`. */
export type NoPeriodsReason = 'personNotKnown' | 'personNotSame' | 'nothingRecorded';

export function periodCertificate(
  side: RegisterSide,
  noPeriods: { readonly code: NoPeriodsReason; readonly text: string },
): PeriodCertificate {
  const anyPeriods = side.periods.length > 0;
  return {
    pensionKind: { system: 'urtuu:pension-kind', code: '10' },
    anyPeriods,
    periods: side.periods.map(wirePeriod),
    earnings: side.earnings.map(wireEarning),
    ...(side.averageIncome === undefined
      ? {}
      : { averageIncome: side.averageIncome.map((average) => ({ ...average })) }),
    pensionsHeld: (side.benefits ?? []).map(({ kind, from }) => ({ kind, from })),
    ...(side.deathDate === undefined ? {} : { deathDate: side.deathDate }),
    ...(anyPeriods ? {} : { noPeriodsReason: noPeriods }),
    counting: { bounds: 'inclusive', method: 'calendar', dayBasis: 7 },
  };
}

/** A certificate as one side of the assembly. */
export function certifiedSide(certificate: PeriodCertificate, country: string): RegisterSide {
  const averages = (certificate.averageIncome ?? []).map(averageIncome);
  return {
    country,
    periods: certificate.periods.map(recordPeriod),
    earnings: certificate.earnings.filter(isOrdinary).map(plainEarning),
    ...(averages.length === 0 ? {} : { averageIncome: averages }),
    benefits: certificate.pensionsHeld.map(({ kind, from }) => ({
      country,
      kind: kind.slice(0, 40),
      from,
      status: 'reported',
    })),
    ...(certificate.deathDate === undefined ? {} : { deathDate: certificate.deathDate }),
  };
}

function wireEarning(earning: Earning): WireEarning {
  const { country, year, month, amount, currency, employer, paid } = earning;
  return { country, year, month, amount, currency, paid, ...(employer === undefined ? {} : { employer }) };
}

function plainEarning(earning: WireEarning): Earning {
  return {
    ...wireEarning(earning),
    ...(earning.employer === undefined ? {} : { employer: earning.employer.slice(0, 200) }),
  };
}

/** Amounts of the record have at most nine digits and two decimals; others stay in the document for the clerk. */
function isOrdinary(earning: WireEarning): boolean {
  return /^\d{1,9}(\.\d{1,2})?$/.test(earning.amount);
}

function averageIncome(average: WireAverageIncome): AverageIncome {
  const certainty = CERTAINTIES.find((known) => known === average.certainty) ?? 'claimed';
  return { ...average, certainty };
}
