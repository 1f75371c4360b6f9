import type { CurrencyCode, LawCode } from './assessment.ts';
import { decimal, divide, formatDecimal, isWhole, ONE, type Rational, type Rounding } from '@urtuu/kernel';

/** In what each law pays. */
export const CURRENCIES = { kz: 'KZT', mn: 'MNT', cn: 'CNY' } as const satisfies Record<
  LawCode,
  CurrencyCode
>;

/** One rounding for one component, never a global one. */
export const CEIL_TO_ONE: Rounding = { mode: 'ceil', unit: ONE };
export const HALF_UP_TO_ONE: Rounding = { mode: 'halfUp', unit: ONE };
export const FLOOR_TO_ONE: Rounding = { mode: 'floor', unit: ONE };
const HUNDREDTH = decimal('0.01');
export const FLOOR_TO_HUNDREDTH: Rounding = { mode: 'floor', unit: HUNDREDTH };
export const HALF_UP_TO_HUNDREDTH: Rounding = { mode: 'halfUp', unit: HUNDREDTH };

const HUNDRED = decimal('100');

/** A share given in hundredths: percent(70) = 7/10. */
export function percent(hundredths: Rational): Rational {
  return divide(hundredths, HUNDRED);
}

/** An amount of money as results carry it: without a fraction where there is none, else with two digits. */
export function formatAmount(value: Rational): string {
  return formatDecimal(value, isWhole(value) ? 0 : 2);
}

/** An amount in tenge as findings carry it. */
export function kzt(amount: Rational): { readonly amount: string; readonly currency: string } {
  return { amount: formatAmount(amount), currency: 'KZT' };
}

/** An amount in yuan as findings carry it. */
export function cny(amount: Rational): { readonly amount: string; readonly currency: string } {
  return { amount: formatAmount(amount), currency: 'CNY' };
}

/** An amount in tögrög as findings carry it. */
export function mnt(amount: Rational): { readonly amount: string; readonly currency: string } {
  return { amount: formatAmount(amount), currency: 'MNT' };
}
