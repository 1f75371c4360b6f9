import {
  compare,
  divide,
  maxRational,
  multiply,
  ONE,
  add,
  ratio,
  subtractRational,
  ZERO,
  type Rational,
} from '@urtuu/kernel';
import { percent } from '../../money.ts';

const MONTHS = ratio(12);

/** How payments from savings run: percent a year of the savings at award, percent of rise a year, KZT a month. */
export interface PayoutTerms {
  readonly firstYear: Rational;
  readonly yearlyRise: Rational;
  /** least monthly payment; it rises with the subsistence minimum, so it is that of the payment date */
  readonly floor: Rational;
}

/** One monthly payment, exact. */
export interface Payout {
  /** S × first-year rate / 12 */
  readonly first: Rational;
  /** after the rises */
  readonly risen: Rational;
  /** not less than the floor */
  readonly due: Rational;
}

/**
 * The monthly payment after so many yearly rises: S × 6.5 % / 12, × 1.05 for each, not less than the floor, without an
 * upper limit.
 */
export function payout(savings: Rational, rises: number, terms: PayoutTerms): Payout {
  const first = divide(multiply(savings, percent(terms.firstYear)), MONTHS);
  const factor = add(ONE, percent(terms.yearlyRise));
  let risen = first;
  for (let year = 0; year < rises; year += 1) risen = multiply(risen, factor);
  return { first, risen, due: maxRational(risen, terms.floor) };
}

/** A month of the schedule: what is paid, and what remains after it. */
export interface ScheduledPayout {
  /** 0 for the month of the award */
  readonly month: number;
  readonly paid: Rational;
  readonly remaining: Rational;
}

/**
 * Payments month by month until the savings are used up or the months run out; the last one is what remains. What
 * remains earns a return at the end of each month, `monthlyReturn` as a factor above one (ZERO: none), an assumption.
 * The floor stays as it is given.
 */
export function payoutSchedule(
  savings: Rational,
  terms: PayoutTerms,
  { months, monthlyReturn }: { readonly months: number; readonly monthlyReturn: Rational },
): ScheduledPayout[] {
  const schedule: ScheduledPayout[] = [];
  const growth = add(ONE, monthlyReturn);
  let remaining = savings;
  for (let month = 0; month < months && compare(remaining, ZERO) > 0; month += 1) {
    const { due } = payout(savings, Math.floor(month / 12), terms);
    const paid = compare(due, remaining) < 0 ? due : remaining;
    remaining = multiply(subtractRational(remaining, paid), growth);
    schedule.push({ month, paid, remaining });
  }
  return schedule;
}
