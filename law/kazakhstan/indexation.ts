import {
  add,
  firstOfYear,
  formatExact,
  maxDay,
  multiply,
  ONE,
  round,
  yearOf,
  type Day,
  type Rational,
  type Rounding,
} from '@urtuu/kernel';
import type { MissingFact } from '../assessment.ts';
import { missingParameter } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { CEIL_TO_ONE, formatAmount, HALF_UP_TO_ONE, percent } from '../money.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';

const INDEXATION = parameter('kz.solidarity.indexation');
const INDEX_ROUNDING = flag('kz.indexRounding');

const ROUNDINGS: Readonly<Record<string, Rounding>> = { ceil: CEIL_TO_ONE, halfUp: HALF_UP_TO_ONE };

export type InPayment =
  | { readonly known: true; readonly amount: Rational }
  | { readonly known: false; readonly missing: MissingFact };

/** Social Code Art 197: each 1 January after the award and up to the payment date raises the pension in payment. */
export function indexed(
  awarded: Rational,
  on: Day,
  payOn: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): InPayment {
  const lastYear = yearOf(payOn);
  let amount = awarded;
  for (let year = yearOf(on) + 1; year <= lastYear; year += 1) {
    const version = ground.take(INDEXATION, maxDay(on, firstOfYear(year)));
    if (version.amount === undefined) {
      reasoning?.unknown([version]);
      return { known: false, missing: missingParameter(version) };
    }
    const rounding = ROUNDINGS[ground.option(INDEX_ROUNDING) ?? ''];
    const raised = multiply(amount, add(ONE, percent(version.amount)));
    amount = rounding === undefined ? raised : round(raised, rounding);
    reasoning?.note('kz.solidarity.indexation', 'holds', {
      args: {
        year: String(year),
        rate: { percent: formatExact(version.amount) },
        amount: { amount: formatAmount(amount), currency: 'KZT' },
      },
      from: [version],
      flags: [ground.used(INDEX_ROUNDING)],
    });
  }
  return { known: true, amount };
}
