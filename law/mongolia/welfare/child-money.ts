import { addMonths, day, multiply, ratio, round, type Day } from '@urtuu/kernel';
import {
  missingFact,
  missingParameter,
  notEligible,
  undetermined,
  type Entitlement,
} from '../../component.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { mnt } from '../../money.ts';
import { flag } from '../../parameters/flag.ts';
import { parameter } from '../../parameters/register.ts';
import type { CompiledRecord } from '../../record/compile.ts';
import { rounding, roundingFlag } from '../rounding.ts';
import { benefitStatute, type BenefitCase } from '../single-benefit.ts';

const AGE = parameter('mn.childMoney.age');
const AMOUNT = parameter('mn.childMoney.amount');
const AMOUNT_FLAG = flag('mn.childMoneyAmount');

/** Child money of Mongolia: by the month for every child under 18, the person’s own and those in guardianship. */
export const mongoliaChildMoney = benefitStatute((facts, ground, reasoning) => [
  childMoney(facts, ground, reasoning),
]);

function childMoney(
  { record, payOn }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const births = birthsOf(record);
  if (births === undefined) {
    reasoning?.note('mn.childMoney.noChildren', 'unknown');
    return undetermined('mn.childMoney', [missingFact('person.children')]);
  }
  const age = ground.take(AGE, payOn);
  const version = ground.take(AMOUNT, payOn);
  const each =
    (version.flag === AMOUNT_FLAG.flag ? ground.decimalOption(AMOUNT_FLAG) : undefined) ?? version.amount;
  if (age.amount === undefined || each === undefined) {
    const unknown = [age, version].filter(({ amount }) => amount === undefined);
    reasoning?.unknown(unknown);
    return undetermined('mn.childMoney', unknown.map(missingParameter));
  }
  const children = births.filter((born) => born <= payOn && addMonths(born, age.whole) > payOn).length;
  const amount = round(multiply(each, ratio(children)), rounding(ground));
  reasoning?.note('mn.childMoney', children > 0 ? 'holds' : 'fails', {
    args: { children, age: { age: age.whole }, each: mnt(each), amount: mnt(amount) },
    from: [age, version],
    flags: [ground.used(AMOUNT_FLAG), roundingFlag(ground)],
  });
  if (children === 0) return notEligible('mn.childMoney');
  return { component: 'mn.childMoney', outcome: 'eligible', amount, missing: [] };
}

/** Days of birth; undefined where the record says nothing of children. */
function birthsOf({ children, wire }: CompiledRecord): Day[] | undefined {
  const inGuardianship = wire.circumstances?.guardianOf?.map(({ birthDate }) => day(birthDate));
  if (children === undefined && inGuardianship === undefined) return undefined;
  return [...(children ?? []), ...(inGuardianship ?? [])];
}
