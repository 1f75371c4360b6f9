import {
  missingFact,
  missingParameter,
  notEligible,
  undetermined,
  unknownAmong,
  type Entitlement,
} from '../../component.ts';
import { allOf, findingOf, met, type Condition } from '../../condition.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { flag } from '../../parameters/flag.ts';
import { parameter } from '../../parameters/register.ts';
import type { BenefitCase } from '../single-benefit.ts';
import { due, type Injury } from './due.ts';

const FULL = parameter('mn.ei.capacity.full');
const PARTIAL = parameter('mn.ei.capacity.partial');
const FULL_PENSION = parameter('mn.ei.pension.full');
const PARTIAL_PENSION = parameter('mn.ei.pension.partial');
const OLD_RULES = flag('mn.eiOldRules');

/** Disability pension after an injury: full from 70 percent of lost capacity, partial from 50. */
export function disabilityPension(
  { lossOfCapacityPercent, fatal }: Injury,
  covered: Condition,
  { on }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const component = 'mn.injury.disability';
  if (fatal === true || covered.state === 'fails') return notEligible(component);
  if (lossOfCapacityPercent === undefined) {
    reasoning?.note('mn.ei.capacityUnknown', 'unknown');
    return undetermined(component, [missingFact('circumstances.injury.lossOfCapacityPercent')]);
  }
  const full = ground.take(FULL, on);
  const partial = ground.take(PARTIAL, on);
  const unknown = unknownAmong([full, partial]);
  if (unknown.length > 0) {
    reasoning?.unknown(unknown);
    return undetermined(component, unknown.map(missingParameter));
  }
  if (full.flag !== undefined && ground.option(OLD_RULES) !== 'keep') {
    reasoning?.note('mn.ei.bandsUnknown', 'unknown', { flags: [ground.used(OLD_RULES)] });
    return undetermined(component, [missingFact(OLD_RULES.flag)]);
  }
  const isFull = lossOfCapacityPercent >= full.whole;
  const enough = met(lossOfCapacityPercent >= partial.whole);
  reasoning?.note(isFull ? 'mn.ei.full' : 'mn.ei.partial', findingOf(enough), {
    args: {
      loss: { percent: String(lossOfCapacityPercent) },
      least: { percent: (isFull ? full : partial).published.value ?? '' },
    },
    from: [full, partial],
    ...(full.flag === undefined ? {} : { flags: [ground.used(OLD_RULES)] }),
  });
  const amount = isFull ? FULL_PENSION : PARTIAL_PENSION;
  return {
    ...due(component, allOf([covered, enough]), amount, on, ground, reasoning),
    ...(enough.state === 'holds' ? { route: isFull ? 'mn.ei.full' : 'mn.ei.partial' } : {}),
  };
}
