import { add, formatExact, multiply, ONE, round, type Day } from '@urtuu/kernel';
import { missingFact, missingParameter, undetermined, type Entitlement } from '../../component.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { mnt, percent } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import type { Series } from '../../parameters/parameter.ts';
import { parameter } from '../../parameters/register.ts';
import type { CompiledRecord } from '../../record/compile.ts';
import { rounding, roundingFlag } from '../rounding.ts';
import type { WelfareGround } from './grounds.ts';

const AMOUNT = parameter('mn.w.amount');
const ORPHANS_FEW = parameter('mn.w.orphans.few');
const ORPHANS_SOME = parameter('mn.w.orphans.some');
const ORPHANS_MANY = parameter('mn.w.orphans.many');
const SOME_FROM = parameter('mn.w.orphans.someFrom');
const MANY_FROM = parameter('mn.w.orphans.manyFrom');
const INCREASE_DISABILITY = parameter('mn.w.increase.disability');
const INCREASE_OTHERS = parameter('mn.w.increase.others');
const AMOUNT_2023 = flag('mn.welfareAmount2023');

/** The amount in force on the payment date, raised by every step since it was set, rounded once. */
export function welfareAmount(
  { route }: WelfareGround,
  record: CompiledRecord,
  payOn: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const series = route === 'mn.welfare.orphan' ? ofFamily(record, payOn, ground) : AMOUNT;
  if (series === undefined)
    return undetermined('mn.welfare', [missingFact('circumstances.orphan.childrenOfFamily')]);
  const version = ground.take(series, payOn);
  const isAssumed = version.flag === AMOUNT_2023.flag;
  const set = (isAssumed ? ground.decimalOption(AMOUNT_2023) : undefined) ?? version.amount;
  if (set === undefined) {
    reasoning?.unknown([version]);
    return undetermined('mn.welfare', [missingParameter(version)]);
  }
  let amount = set;
  const steps = route === 'mn.welfare.disability' ? INCREASE_DISABILITY : INCREASE_OTHERS;
  for (const step of steps.versions) {
    if (step.from <= version.from || step.from > payOn) continue;
    const rate = ground.take(steps, step.from);
    if (rate.amount === undefined) {
      reasoning?.unknown([rate]);
      return undetermined('mn.welfare', [missingParameter(rate)]);
    }
    amount = multiply(amount, add(ONE, percent(rate.amount)));
    reasoning?.note('mn.welfare.increase', 'holds', {
      args: { on: { day: step.published.from }, rate: { percent: formatExact(rate.amount) } },
      from: [rate],
    });
  }
  const paid = round(amount, rounding(ground));
  reasoning?.note('mn.welfare.amount', 'holds', {
    args: { set: mnt(set), amount: mnt(paid) },
    from: [version],
    flags: isAssumed ? [ground.used(AMOUNT_2023), roundingFlag(ground)] : [roundingFlag(ground)],
  });
  return { component: 'mn.welfare', outcome: 'eligible', amount: paid, route, missing: [] };
}

/** Orphans are paid by the number of orphaned children of the family; undefined where it is not recorded. */
function ofFamily(record: CompiledRecord, payOn: Day, ground: Ground): Series | undefined {
  const children = record.wire.circumstances?.orphan?.childrenOfFamily;
  if (children === undefined) return undefined;
  if (children >= ground.take(MANY_FROM, payOn).whole) return ORPHANS_MANY;
  return children >= ground.take(SOME_FROM, payOn).whole ? ORPHANS_SOME : ORPHANS_FEW;
}
