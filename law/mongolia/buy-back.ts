import { addDays, formatDay, multiply, round, type Day, type Rational } from '@urtuu/kernel';
import type { CurrencyCode, MissingFact } from '../assessment.ts';
import { missingParameter } from '../component.ts';
import type { Finding, UsedFlag } from '../finding/finding.ts';
import { Ground } from '../finding/ground.ts';
import { Reasoning } from '../finding/reasoning.ts';
import { formatAmount, mnt, percent } from '../money.ts';
import type { Series, UsedParameter } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { fullMonths } from '../record/length.ts';
import { insuredRecord } from './insured-record.ts';
import { lengthWithin } from './insured-before.ts';
import { rounding } from './rounding.ts';

/** One closed law by which months of the past could be paid for. */
export interface BuyBackWindow {
  readonly window: 'work' | 'contributions' | 'herders';
  /** whether months could be paid for on the day asked about */
  readonly open: boolean;
  /** first and last day of the months that could be paid for, ISO; absent while the window is closed */
  readonly from?: string;
  readonly to?: string;
  /** full months of the record that were bought back inside it */
  readonly boughtBack: number;
  /** what one month cost on that day; absent where it is not known or the window is closed */
  readonly costPerMonth?: string;
  readonly missing?: MissingFact;
}

/** What a person could buy back on a day, and what the record shows as bought back. */
export interface BuyBack {
  readonly on: string;
  readonly currency: CurrencyCode;
  readonly windows: readonly BuyBackWindow[];
  readonly findings: Finding;
  readonly parameters: readonly UsedParameter[];
  readonly flags: readonly UsedFlag[];
}

const MIN_WAGE = parameter('mn.minWage');
const LAW_2012_COST = parameter('mn.buyBack.law2012.cost');

interface Window {
  readonly name: BuyBackWindow['window'];
  readonly from: Series;
  readonly to: Series;
  readonly cost: Series;
}

const WINDOWS: readonly Window[] = [
  {
    name: 'work',
    from: parameter('mn.buyBack.work.from'),
    to: parameter('mn.buyBack.work.to'),
    cost: LAW_2012_COST,
  },
  {
    name: 'contributions',
    from: parameter('mn.buyBack.contributions.from'),
    to: parameter('mn.buyBack.contributions.to'),
    cost: LAW_2012_COST,
  },
  {
    name: 'herders',
    from: parameter('mn.buyBack.herders.from'),
    to: parameter('mn.buyBack.herders.to'),
    cost: parameter('mn.buyBack.herders.cost'),
  },
];

/**
 * Reconstructs the closed windows in which work years and contributions could be bought back: the law of 2012-09-04
 * (work of 1990 to 1994, contributions of 1995 to 2000) and the laws of 2017 and 2019 for herders and the
 * self-employed (1995 to 2019, ten percent of the minimum wage a month).
 * @param on day of the purchase that is asked about
 */
export function buyBackWindows(
  record: CompiledRecord,
  on: Day,
  assume?: Readonly<Record<string, string>>,
): BuyBack {
  const ground = new Ground(assume);
  const reasoning = new Reasoning('mn.buyBack');
  const windows = WINDOWS.map((one) => reconstructed(one, record, on, ground, reasoning));
  const open = windows.some((one) => one.open);
  reasoning.conclude(open ? 'holds' : 'fails', { args: { on: { day: formatDay(on) } } });
  return {
    on: formatDay(on),
    currency: 'MNT',
    windows,
    findings: reasoning.finding(),
    parameters: ground.parameters,
    flags: ground.flags,
  };
}

function reconstructed(
  { name, from, to, cost }: Window,
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning,
): BuyBackWindow {
  const versions = [ground.take(from, on), ground.take(to, on)] as const;
  const [first, last] = [versions[0].day, versions[1].day];
  const boughtBack = boughtBackMonths(record, from, to, ground);
  if (first === undefined || last === undefined) {
    reasoning.note(`mn.buyBack.${name}`, 'fails', {
      args: { from: '—', to: '—', cost: '—' },
      from: versions,
    });
    return { window: name, open: false, boughtBack };
  }
  const price = priceOn(cost, on, ground);
  reasoning.note(`mn.buyBack.${name}`, 'holds', {
    args: {
      from: { day: formatDay(first) },
      to: { day: formatDay(last) },
      cost: price.amount === undefined ? { term: 'outcome.undetermined' } : mnt(price.amount),
    },
    from: versions,
  });
  return {
    window: name,
    open: true,
    from: formatDay(first),
    to: formatDay(last),
    boughtBack,
    ...(price.amount === undefined ? {} : { costPerMonth: formatAmount(price.amount) }),
    ...(price.missing === undefined ? {} : { missing: price.missing }),
  };
}

function priceOn(
  cost: Series,
  on: Day,
  ground: Ground,
): { readonly amount?: Rational; readonly missing?: MissingFact } {
  const version = ground.take(cost, on);
  if (version.amount === undefined) return { missing: missingParameter(version) };
  const wage = ground.take(MIN_WAGE, on);
  if (wage.amount === undefined) return { missing: missingParameter(wage) };
  return { amount: round(multiply(wage.amount, percent(version.amount)), rounding(ground)) };
}

/** Months of the record bought back inside the scope that a window has ever had. */
function boughtBackMonths(record: CompiledRecord, from: Series, to: Series, ground: Ground): number {
  const first = from.versions.find((version) => version.day !== undefined)?.day;
  const last = to.versions.find((version) => version.day !== undefined)?.day;
  if (first === undefined || last === undefined) return 0;
  const end = addDays(last, 1);
  const { settled } = insuredRecord(record, end, undefined, ground, 'none');
  const isBoughtBack = ({ period }: (typeof settled.counted)[number]): boolean =>
    period.country === 'MN' && period.kind === 'boughtBack';
  return fullMonths(lengthWithin(settled, first, end, isBoughtBack));
}
