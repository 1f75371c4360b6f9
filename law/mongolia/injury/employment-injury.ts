import { day } from '@urtuu/kernel';
import type { ComponentCode } from '../../assessment.ts';
import { missingFact, missingParameter, undetermined, type Entitlement } from '../../component.ts';
import { allOf, findingOf, met, unknownFor, type Condition } from '../../condition.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { flag } from '../../parameters/flag.ts';
import type { Series } from '../../parameters/parameter.ts';
import { parameter } from '../../parameters/register.ts';
import { benefitStatute, type BenefitCase } from '../single-benefit.ts';
import { disabilityPension } from './disability.ts';
import { due, type Injury } from './due.ts';

const LAW = parameter('mn.ei.law');
const COMMUTING = parameter('mn.ei.commuting');
const INCAPACITY = parameter('mn.ei.incapacity');
const SURVIVORS = parameter('mn.ei.survivors');
const FAMILY = parameter('mn.ei.familyBenefit');
const OLD_RULES = flag('mn.eiOldRules');

const COMPONENTS = [
  'mn.injury.disability',
  'mn.injury.incapacity',
  'mn.injury.survivors',
  'mn.injury.family',
] as const satisfies readonly ComponentCode[];

/**
 * Benefits of Mongolia after an employment injury. The conditions are known, the amounts are not: no text read here
 * gives them, so a benefit that is due is undetermined and names the amount as missing.
 */
export const mongoliaEmploymentInjury = benefitStatute((facts, ground, reasoning) => {
  const injury = facts.record.wire.circumstances?.injury;
  if (injury === undefined) {
    reasoning?.note('mn.ei.notRecorded', 'unknown');
    return COMPONENTS.map((component) => undetermined(component, [missingFact('circumstances.injury')]));
  }
  const covered = allOf([
    insuredThen(injury, facts, ground, reasoning),
    coveredKind(injury, facts, ground, reasoning),
  ]);
  return [
    disabilityPension(injury, covered, facts, ground, reasoning),
    incapacityBenefit(injury, covered, facts, ground, reasoning),
    afterDeath('mn.injury.survivors', SURVIVORS, injury, covered, facts, ground, reasoning),
    afterDeath('mn.injury.family', FAMILY, injury, covered, facts, ground, reasoning),
  ];
});

/** Insured in Mongolia on the day of the injury, compulsorily or voluntarily. */
function insuredThen(
  injury: Injury,
  { insured, on }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Condition {
  const law = ground.take(LAW, on);
  const happened = day(injury.on);
  const condition = met(
    insured.settled.counted.some(
      ({ period, from, to }) =>
        period.country === 'MN' && period.insured && from <= happened && to > happened,
    ),
  );
  reasoning?.note('mn.ei.insured', findingOf(condition), { args: { on: { day: injury.on } }, from: [law] });
  return condition;
}

/** The older law covered commuting accidents; whether the law of 2023-07-07 does is an open question. */
function coveredKind(
  { kind }: Injury,
  { on }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Condition {
  if (kind !== 'commuting') return met(true);
  const version = ground.take(COMMUTING, on);
  const dropped = version.flag !== undefined && ground.option(OLD_RULES) !== 'keep';
  const condition = dropped
    ? unknownFor(missingFact(OLD_RULES.flag))
    : version.amount === undefined
      ? unknownFor(missingParameter(version))
      : met(true);
  reasoning?.note('mn.ei.commuting', findingOf(condition), {
    from: [version],
    ...(version.flag === undefined ? {} : { flags: [ground.used(OLD_RULES)] }),
  });
  return condition;
}

/** While the injured person cannot work for a time. */
function incapacityBenefit(
  { unableFrom, unableTo }: Injury,
  covered: Condition,
  { on }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const unable =
    unableFrom !== undefined && day(unableFrom) <= on && (unableTo === undefined || day(unableTo) >= on);
  const condition = allOf([covered, met(unable)]);
  reasoning?.note('mn.ei.incapacity', findingOf(met(unable)), {
    args: {
      from: unableFrom === undefined ? '—' : { day: unableFrom },
      to: unableTo === undefined ? '—' : { day: unableTo },
    },
  });
  return due('mn.injury.incapacity', condition, INCAPACITY, on, ground, reasoning);
}

/** Pension of the survivors and benefit of the family after a fatal injury. */
function afterDeath(
  component: ComponentCode,
  amount: Series,
  { fatal, survivors }: Injury,
  covered: Condition,
  { on }: BenefitCase,
  ground: Ground,
  reasoning: Reasoning | undefined,
): Entitlement {
  const left =
    fatal !== true
      ? met(false)
      : survivors === undefined
        ? unknownFor(missingFact('circumstances.injury.survivors'))
        : met(survivors > 0);
  reasoning?.note('mn.ei.survivors', findingOf(left), { args: { survivors: survivors ?? '—' } });
  return { ...due(component, allOf([covered, left]), amount, on, ground, reasoning), afterDeath: true };
}
