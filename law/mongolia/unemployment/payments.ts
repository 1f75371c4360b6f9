import {
  addDays,
  day,
  divide,
  formatDay,
  maxDay,
  minDay,
  multiply,
  ratio,
  round,
  type Day,
  type Rational,
} from '@urtuu/kernel';
import type { Installment, MissingFact } from '../../assessment.ts';
import { missingFact, missingParameter } from '../../component.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { formatAmount, mnt } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import type { Version } from '../../parameters/parameter.ts';
import { parameter } from '../../parameters/register.ts';
import { monthStart, nextMonth, workingDays } from '../../working-days.ts';
import { rounding } from '../rounding.ts';

const DAYS = parameter('mn.ui.days');
const PER_MONTH = parameter('mn.ui.paymentsPerMonth');
const MIN_WAGE = parameter('mn.minWage');
const DIVISOR = flag('mn.ui.dayDivisor');
const FIXED_DAYS = flag('mn.ui.fixedDays');
const WAGE_DATE = flag('mn.ui.minWageDate');

export interface Payments {
  /** of the first month, exact */
  readonly daily: Rational;
  /** of the first month, exact */
  readonly month: Rational;
  /** minimum wage of the first month */
  readonly wage: Version;
  /** last day paid */
  readonly until: Day;
  readonly installments: readonly Installment[];
}

/**
 * The benefit month by month until 76 working days are paid: the month’s amount divided by the month’s working days,
 * or by an assumed fixed number, for each of them. Rounded once a month.
 * @param monthly amount of a whole month, given the minimum wage
 */
export function payments(
  monthly: (wage: Version) => Rational | undefined,
  on: Day,
  died: Day | undefined,
  ground: Ground,
  reasoning: Reasoning | undefined,
): { readonly value: Payments } | { readonly missing: MissingFact } {
  const most = ground.take(DAYS, on);
  if (Number.isNaN(most.whole)) {
    reasoning?.unknown([most]);
    return { missing: missingParameter(most) };
  }
  const perMonth = ground.take(PER_MONTH, on);
  const fixed = ground.option(DIVISOR) === 'fixed';
  const number = fixed ? ground.decimalOption(FIXED_DAYS) : undefined;
  if (fixed && (number === undefined || number.n <= 0)) {
    reasoning?.note('mn.ui.divisorUnknown', 'unknown', {
      flags: [ground.used(DIVISOR), ground.used(FIXED_DAYS)],
    });
    return { missing: missingFact(FIXED_DAYS.flag) };
  }
  const atPayment = ground.option(WAGE_DATE) === 'payment';
  const end = died === undefined ? NEVER : addDays(died, 1);
  const installments: Installment[] = [];
  let first: Omit<Payments, 'until' | 'installments'> | undefined;
  let until = on;
  let left = most.whole;
  for (let from = on; left > 0 && from < end; from = nextMonth(from)) {
    const wage = ground.take(MIN_WAGE, atPayment ? maxDay(on, monthStart(from)) : on);
    const month = monthly(wage);
    if (month === undefined) {
      reasoning?.unknown([wage]);
      return { missing: missingParameter(wage) };
    }
    const close = nextMonth(from);
    const daily = divide(month, number ?? ratio(workingDays(monthStart(from), close)));
    const days = Math.min(left, workingDays(from, minDay(end, close)));
    first ??= { daily, month, wage };
    if (days > 0) {
      until = lastOf(from, days);
      installments.push({
        month: formatDay(from).slice(0, 7),
        days,
        amount: formatAmount(round(multiply(daily, ratio(days)), rounding(ground))),
      });
    }
    left -= days;
  }
  if (first === undefined) return { missing: missingParameter(most) };
  reasoning?.note('mn.ui.payments', 'holds', {
    args: {
      daily: mnt(first.daily),
      days: most.whole - left,
      until: { day: formatDay(until) },
      times: perMonth.whole,
    },
    from: [most, perMonth],
    flags: [ground.used(DIVISOR), ground.used(WAGE_DATE)],
  });
  return { value: { ...first, until, installments } };
}

/** The life of the living ends beyond every benefit. */
const NEVER = day('2999-12-31');

/** The n-th working day from a day on. */
function lastOf(from: Day, days: number): Day {
  let last = from;
  while (workingDays(from, addDays(last, 1)) < days) last = addDays(last, 1);
  return last;
}
