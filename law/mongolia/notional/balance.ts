import { add, divide, multiply, ratio, ZERO, type Rational } from '@urtuu/kernel';
import { percent } from '../../money.ts';

/**
 * When interest is credited: `yearly` at the end of each calendar year on the balance of its first day, `monthly` at
 * the end of each month on the balance of its first day, at a twelfth of the rate.
 */
export type Crediting = 'yearly' | 'monthly';

export interface AccountBalance {
  readonly balance: Rational;
  readonly contributions: Rational;
  readonly interest: Rational;
}

/**
 * Opening balance, contributions and credited interest, exact.
 * @param paid contributions of each month from `first` on
 * @param first month index, `year * 12 + month - 1`
 * @param rate percent per year
 */
export function accountBalance(
  opening: Rational,
  paid: readonly Rational[],
  first: number,
  rate: Rational,
  crediting: Crediting,
): AccountBalance {
  const yearly = percent(rate);
  const monthly = divide(yearly, ratio(12));
  let balance = opening;
  let contributions = ZERO;
  let interest = ZERO;
  // In the year of the opening the balance has stood since the opening, not since January.
  let bearing = first % 12 === 0 ? opening : ZERO;
  paid.forEach((contribution, i) => {
    const month = first + i;
    if (crediting === 'yearly' && month % 12 === 0) bearing = balance;
    const credited =
      crediting === 'monthly'
        ? multiply(balance, monthly)
        : month % 12 === 11
          ? multiply(bearing, yearly)
          : ZERO;
    balance = add(add(balance, contribution), credited);
    contributions = add(contributions, contribution);
    interest = add(interest, credited);
  });
  return { balance, contributions, interest };
}
