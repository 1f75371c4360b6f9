import { add, decimal, divide, multiply, ONE, ratio, round, type Rational } from '@urtuu/kernel';
import { HALF_UP_TO_HUNDREDTH, percent } from '../money.ts';

const MONTHS = ratio(12);

/** A balance month by month: the month's return on what was there, then what is paid in, to 0.01. */
export function accumulate(opening: Rational, paidIn: readonly Rational[], yearly: Rational): Rational {
  const factor = add(ONE, divide(percent(yearly), MONTHS));
  return paidIn.reduce(
    (balance, paid) => round(add(multiply(balance, factor), paid), HALF_UP_TO_HUNDREDTH),
    opening,
  );
}

/** An amount that rises once a year, `years` times, to 0.01. */
export function risen(amount: string, yearly: string, years: number): Rational {
  const factor = add(ONE, percent(decimal(yearly)));
  let value = decimal(amount);
  for (let i = 0; i < years; i += 1) value = round(multiply(value, factor), HALF_UP_TO_HUNDREDTH);
  return value;
}
