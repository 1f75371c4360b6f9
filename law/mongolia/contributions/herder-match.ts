import { addDays, addMonths, civilDate, firstOfMonth, formatDay, multiply, round } from '@urtuu/kernel';
import type { ContributionMonth, Share, Subsidy } from '../../contribution.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { ARTICLE_TEXTS } from '../../finding/rules.ts';
import { formatAmount, mnt, percent } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import type { Version } from '../../parameters/parameter.ts';
import { parameter } from '../../parameters/register.ts';
import { rounding } from '../rounding.ts';

const SHARE = parameter('mn.v.herder.matchShare');
const MONTHS = parameter('mn.v.herder.matchMonths');
const PENSION = parameter('mn.v.pension');
const TEXT = flag('mn.herderMatchText');

export type HerderMatch =
  | { readonly known: true; readonly share: Share; readonly subsidy: Subsidy }
  | { readonly known: false; readonly missing: string };

/**
 * The state’s part of a herder’s pension contribution: half of it, always on the minimum wage, for sixty months of a
 * life at most. Undefined where none is due: before the law of 2023-07-07, or when the months are used up.
 */
export function herderMatch(
  { on, subsidisedMonths }: ContributionMonth,
  wage: Version,
  ground: Ground,
  reasoning: Reasoning | undefined,
): HerderMatch | undefined {
  if (on < SHARE.knownFrom || ground.option(TEXT) !== 'asQuoted') return undefined;
  const share = ground.take(SHARE, on);
  const months = ground.take(MONTHS, on);
  const rate = ground.take(PENSION, on);
  if (share.amount === undefined || rate.amount === undefined || wage.amount === undefined) return undefined;
  if (subsidisedMonths === undefined) return { known: false, missing: 'input.subsidisedMonths' };
  const from = [share, months, rate, wage];
  const flags = [ground.used(TEXT)];
  if (subsidisedMonths >= months.whole) {
    reasoning?.note('mn.v.herderMatchUsedUp', 'fails', { args: { months: months.whole }, from, flags });
    return undefined;
  }
  const pension = multiply(wage.amount, percent(rate.amount));
  const amount = round(multiply(pension, percent(share.amount)), rounding(ground));
  const used = subsidisedMonths + 1;
  const until = lastDayAfter(on, months.whole - used);
  reasoning?.note('mn.v.herderMatch', 'holds', {
    args: { amount: mnt(amount), wage: mnt(wage.amount), used, months: months.whole, until: { day: until } },
    from,
    flags,
  });
  const article = ARTICLE_TEXTS.get('mn.v.herderMatch');
  return {
    known: true,
    share: { branch: 'mn.pension', payer: 'state', base: wage.amount, rate: undefined, amount, missing: [] },
    subsidy: {
      branch: 'mn.pension',
      rule: 'mn.v.herderMatch',
      ...(article === undefined ? {} : { article }),
      amount: formatAmount(amount),
      monthsUsed: used,
      monthsLeft: months.whole - used,
      until,
    },
  };
}

/** The last day of the month that is `months` after the month of a day. */
function lastDayAfter(on: Parameters<typeof civilDate>[0], months: number): string {
  const { year, month } = civilDate(on);
  return formatDay(addDays(addMonths(firstOfMonth(year, month), months + 1), -1));
}
