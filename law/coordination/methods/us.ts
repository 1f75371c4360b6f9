import {
  add,
  addDays,
  addMonths,
  compare,
  day,
  decimal,
  divide,
  firstOfYear,
  formatDay,
  formatExact,
  intersect,
  minRational,
  multiply,
  ratio,
  round,
  subtractRational,
  totalDays,
  union,
  ZERO,
  type Day,
  type Interval,
  type Rational,
} from '@urtuu/kernel';
import { missingFact } from '../../component.ts';
import type { Arg } from '../../finding/finding.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { FLOOR_TO_ONE, formatAmount, percent } from '../../money.ts';
import type { RecordPeriod } from '../../record/insurance-record.ts';
import type { CoordinatedState } from './coordinated.ts';
import { closedOn } from './overlaps.ts';
import type { UsCoverage } from './us-coverage.ts';

const LEAST_QUARTERS = 6;
const QUARTERS_OF_YEAR = 4;
const FLOOR_TO_TENTH = { mode: 'floor', unit: decimal('0.1') } as const;

/**
 * Method `us`: totalisation of the United States (20 CFR 404.1918, agreements of the same pattern). Who is insured by
 * US quarters alone is paid the ordinary way; else foreign quarters open the right, and the benefit is the theoretical
 * one of a whole life at the person's relative earnings position, times US quarters by the quarters of the computation
 * years. Nothing between is rounded; the benefit goes down to 0.10 and what is paid down to 1 USD, before premiums.
 */
export function coordinateUs(
  coverage: UsCoverage,
  periods: readonly RecordPeriod[],
  on: Day,
  reasoning: Reasoning | undefined,
): CoordinatedState {
  const own = coverage.years.reduce((sum, { quarters }) => sum + quarters, 0);
  const total = own + foreignQuarters(coverage, closedOn(periods, on));
  const { requiredQuarters } = coverage;
  const length = { own: String(own), total: String(total) };
  const closed: CoordinatedState = { ...US, outcome: 'notEligible', basis: 'none', length, missing: [] };
  const args = { own, total, required: requiredQuarters };
  if (formatDay(on) < coverage.pensionFrom) {
    reasoning?.note('us.age', 'fails', { args: { from: { day: coverage.pensionFrom } } });
    return closed;
  }
  if (own >= requiredQuarters) {
    reasoning?.note('us.insuredAlone', 'holds', { args });
    const amount = primaryInsuranceAmount(ownEarnings(coverage), coverage);
    if (amount === undefined) return unknown(length, reasoning);
    return { ...US, ...paid(amount, reasoning), basis: 'independent', length, missing: [] };
  }
  if (own < LEAST_QUARTERS) {
    reasoning?.note('us.minimum', 'fails', { args: { own, least: LEAST_QUARTERS } });
    return closed;
  }
  reasoning?.note('us.crediting', total >= requiredQuarters ? 'holds' : 'fails', { args });
  if (total < requiredQuarters) return closed;

  const position = relativeEarningsPosition(coverage);
  const theoretical =
    position === undefined
      ? undefined
      : primaryInsuranceAmount((year) => earningsAt(position, coverage, year), coverage);
  if (position === undefined || theoretical === undefined) return unknown(length, reasoning);
  reasoning?.note('us.position', 'info', { args: { position: { decimal: formatShort(position) } } });
  reasoning?.note('us.theoretical', 'holds', { args: { amount: usd(theoretical) } });
  const share = ratio(own, QUARTERS_OF_YEAR * coverage.computationYears);
  const proRata = multiply(theoretical, share);
  reasoning?.note('us.proRata', 'holds', {
    args: {
      theoretical: usd(theoretical),
      own,
      whole: QUARTERS_OF_YEAR * coverage.computationYears,
      amount: usd(proRata),
    },
  });
  return {
    ...US,
    ...paid(proRata, reasoning),
    basis: 'proRata',
    theoretical: formatAmount(theoretical),
    ratio: formatExact(share),
    proRata: formatAmount(proRata),
    length,
    missing: [],
  };
}

const US = { state: 'US', currency: 'USD' } as const;

function usd(amount: Rational): Arg {
  return { amount: formatAmount(amount), currency: US.currency };
}

/** A fraction for reading, cut to four digits. */
function formatShort(value: Rational): string {
  return formatExact(round(value, { mode: 'halfUp', unit: decimal('0.0001') }));
}

function paid(
  benefit: Rational,
  reasoning: Reasoning | undefined,
): Pick<CoordinatedState, 'outcome' | 'amount'> {
  const amount = round(round(benefit, FLOOR_TO_TENTH), FLOOR_TO_ONE);
  reasoning?.note('us.rounding', 'info', { args: { amount: usd(amount) } });
  return { outcome: 'eligible', amount: formatAmount(amount) };
}

function unknown(
  length: CoordinatedState['length'] & object,
  reasoning: Reasoning | undefined,
): CoordinatedState {
  reasoning?.note('us.wageUnknown', 'unknown');
  return {
    ...US,
    outcome: 'undetermined',
    basis: 'none',
    length,
    missing: [missingFact('us.averageWages')],
  };
}

/** Foreign coverage in quarters: at most four a year together with those of the United States. */
function foreignQuarters({ years, foreignUnit }: UsCoverage, periods: readonly RecordPeriod[]): number {
  const spans = union(
    periods
      .filter(({ country }) => country !== US.state)
      .flatMap(({ from, to }) => (to === null ? [] : [{ from: day(from), to: addDays(day(to), 1) }])),
  );
  const own = new Map(years.map(({ year, quarters }) => [year, quarters]));
  let credited = 0;
  const [first, last] = [spans.at(0), spans.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const until = Number(formatDay(addDays(last.to, -1)).slice(0, 4));
  for (let year = Math.max(1937, Number(formatDay(first.from).slice(0, 4))); year <= until; year += 1) {
    const found =
      foreignUnit === 'calendarQuarter' ? quartersTouched(year, spans) : thirteenWeeks(year, spans);
    credited += Math.min(found, QUARTERS_OF_YEAR - (own.get(year) ?? 0));
  }
  return credited;
}

function quartersTouched(year: number, spans: readonly Interval[]): number {
  const quarters = [0, 3, 6, 9].map((month) => ({
    from: addMonths(firstOfYear(year), month),
    to: addMonths(firstOfYear(year), month + 3),
  }));
  return quarters.filter((quarter) => spans.some((span) => intersect(span, quarter) !== undefined)).length;
}

function thirteenWeeks(year: number, spans: readonly Interval[]): number {
  const whole = { from: firstOfYear(year), to: firstOfYear(year + 1) };
  const days = totalDays(spans.flatMap((span) => intersect(span, whole) ?? []));
  return Math.min(QUARTERS_OF_YEAR, Math.floor(days / (13 * 7)));
}

/** `4 × Σ (e / NAW) / Σ QC` over the years with US quarters; with fewer than four, e is held to its part of the maximum. */
function relativeEarningsPosition({ years, averageWages, yearlyMaximum }: UsCoverage): Rational | undefined {
  let sum = ZERO;
  let quarters = 0;
  for (const { year, quarters: own, earnings } of years) {
    if (own === 0) continue;
    const wage = averageWages[String(year)];
    if (wage === undefined) return undefined;
    const most = yearlyMaximum?.[String(year)];
    const counted =
      own === QUARTERS_OF_YEAR || most === undefined
        ? decimal(earnings)
        : minRational(decimal(earnings), multiply(decimal(most), ratio(own, QUARTERS_OF_YEAR)));
    sum = add(sum, divide(counted, decimal(wage)));
    quarters += own;
  }
  return multiply(ratio(QUARTERS_OF_YEAR, quarters), sum);
}

function earningsAt(position: Rational, { averageWages }: UsCoverage, year: number): Rational | undefined {
  const wage = averageWages[String(year)];
  return wage === undefined ? undefined : multiply(position, decimal(wage));
}

function ownEarnings({ years }: UsCoverage): (year: number) => Rational {
  const earned = new Map(years.map(({ year, earnings }) => [year, decimal(earnings)]));
  return (year) => earned.get(year) ?? ZERO;
}

/** The ordinary formula: the best years, indexed to the indexing year, by month; then the rates between bend points. */
function primaryInsuranceAmount(
  earnings: (year: number) => Rational | undefined,
  { averageWages, baseYears, computationYears, indexingYear, formula }: UsCoverage,
): Rational | undefined {
  const indexWage = averageWages[String(indexingYear)];
  if (indexWage === undefined) return undefined;
  const indexed: Rational[] = [];
  for (let year = baseYears.first; year <= baseYears.last; year += 1) {
    const earned = earnings(year);
    const wage = averageWages[String(year)];
    if (earned === undefined) return undefined;
    if (year >= indexingYear || compare(earned, ZERO) === 0) indexed.push(earned);
    else if (wage === undefined) return undefined;
    else indexed.push(multiply(earned, divide(decimal(indexWage), decimal(wage))));
  }
  const best = indexed.toSorted((a, b) => compare(b, a)).slice(0, computationYears);
  const monthly = divide(best.reduce(add, ZERO), ratio(12 * computationYears));
  return byBendPoints(monthly, formula);
}

function byBendPoints(monthly: Rational, { bendPoints, rates }: UsCoverage['formula']): Rational {
  let amount = ZERO;
  let below = ZERO;
  for (const [i, rate] of rates.entries()) {
    const bend = bendPoints[i];
    const upper = bend === undefined ? monthly : minRational(monthly, decimal(bend));
    if (compare(upper, below) > 0)
      amount = add(amount, multiply(subtractRational(upper, below), percent(decimal(rate))));
    if (bend !== undefined) below = decimal(bend);
  }
  return amount;
}
