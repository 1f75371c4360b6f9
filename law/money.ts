import { decimal, divide, formatDecimal, isWhole, ONE, type Rational, type Rounding } from '@urtuu/kernel';

/** One rounding for one component, never a global one. */
export const CEIL_TO_ONE: Rounding = { mode: 'ceil', unit: ONE };
export const HALF_UP_TO_ONE: Rounding = { mode: 'halfUp', unit: ONE };
export const FLOOR_TO_ONE: Rounding = { mode: 'floor', unit: ONE };

const HUNDRED = decimal('100');

/** A share given in hundredths: percent(70) = 7/10. */
export function percent(hundredths: Rational): Rational {
  return divide(hundredths, HUNDRED);
}

/** An amount of money as results carry it: without a fraction where there is none, else with two digits. */
export function formatAmount(value: Rational): string {
  return formatDecimal(value, isWhole(value) ? 0 : 2);
}
