import { day, formatDay, type Day } from '@urtuu/kernel';
import { reachedAge, type AgeReached } from '../../age.ts';
import { missingFact, missingParameter } from '../../component.ts';
import { allOf, findingOf, met, unknownFor, type Condition } from '../../condition.ts';
import type { Ground } from '../../finding/ground.ts';
import type { Reasoning } from '../../finding/reasoning.ts';
import { flag } from '../../parameters/flag.ts';
import type { Version } from '../../parameters/parameter.ts';
import { parameter } from '../../parameters/register.ts';
import type { CompiledRecord } from '../../record/compile.ts';

const AGE = { male: parameter('mn.w.age.men'), female: parameter('mn.w.age.women') };
const ADULT = parameter('mn.w.adultAge');
const DISABILITY = parameter('mn.w.disability');
const ORPHAN_AGE = parameter('mn.w.orphanAge');
const CHILDREN = parameter('mn.w.singleHead.children');
const PARENT_AGE = {
  male: parameter('mn.w.singleHead.age.father'),
  female: parameter('mn.w.singleHead.age.mother'),
};
const AGE_FLAG = flag('mn.welfareAge');
/** The age that newer reports give for both sexes, in months. */
const SIXTY_FIVE = 65 * 12;

/** One ground on which a welfare pension is paid. */
export interface WelfareGround {
  readonly route:
    | 'mn.welfare.age'
    | 'mn.welfare.shortStature'
    | 'mn.welfare.disability'
    | 'mn.welfare.orphan'
    | 'mn.welfare.singleHead';
  readonly condition: Condition;
}

/** The grounds that the record speaks of: age always, the others where the circumstances name them. */
export function welfareGrounds(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): WelfareGround[] {
  const { veryShortStature, disability, orphan, singleHead } = record.wire.circumstances ?? {};
  const found: WelfareGround[] = [ofAge(record, on, ground, reasoning)];
  if (veryShortStature === true) found.push(ofShortStature(record, on, ground, reasoning));
  if (disability !== undefined && day(disability.from) <= on)
    found.push(ofDisability(record, disability.lossOfCapacityPercent, on, ground, reasoning));
  if (orphan !== undefined && day(orphan.since) <= on) found.push(asOrphan(record, on, ground, reasoning));
  if (singleHead === true) found.push(asSingleHead(record, on, ground, reasoning));
  return found;
}

/** Men 60, women 55 by the law of 2012; newer reports say 65 for both. */
function ofAge(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): WelfareGround {
  const version = ground.take(AGE[record.sex], on);
  const months = ground.option(AGE_FLAG) === '65' ? SIXTY_FIVE : version.whole;
  const reached = reachedAge(record, months, on);
  const condition = aged(reached, version);
  reasoning?.note('mn.welfare.age', findingOf(condition), {
    args: { age: { age: months }, reached: reachedArg(reached) },
    from: [version],
    flags: [ground.used(AGE_FLAG)],
  });
  return { route: 'mn.welfare.age', condition };
}

function ofShortStature(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): WelfareGround {
  const version = ground.take(ADULT, on);
  const reached = reachedAge(record, version.whole, on);
  const condition = aged(reached, version);
  reasoning?.note('mn.welfare.shortStature', findingOf(condition), {
    args: { age: { age: version.whole }, reached: reachedArg(reached) },
    from: [version],
  });
  return { route: 'mn.welfare.shortStature', condition };
}

function ofDisability(
  record: CompiledRecord,
  loss: number,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): WelfareGround {
  const version = ground.take(ADULT, on);
  const least = ground.take(DISABILITY, on);
  const reached = reachedAge(record, version.whole, on);
  const condition = allOf([aged(reached, version), atLeast(loss, least)]);
  reasoning?.note('mn.welfare.disability', findingOf(condition), {
    args: {
      age: { age: version.whole },
      reached: reachedArg(reached),
      loss: { percent: String(loss) },
      least: { percent: least.published.value ?? '' },
    },
    from: [version, least],
  });
  return { route: 'mn.welfare.disability', condition };
}

/** Orphans below 18. */
function asOrphan(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): WelfareGround {
  const version = ground.take(ORPHAN_AGE, on);
  const reached = reachedAge(record, version.whole, on);
  const condition = below(reached, version);
  reasoning?.note('mn.welfare.orphan', findingOf(condition), {
    args: { age: { age: version.whole }, reached: reachedArg(reached) },
    from: [version],
  });
  return { route: 'mn.welfare.orphan', condition };
}

/** Mothers from 45, fathers from 50, who head a household with four or more children alone. */
function asSingleHead(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): WelfareGround {
  const version = ground.take(PARENT_AGE[record.sex], on);
  const least = ground.take(CHILDREN, on);
  const reached = reachedAge(record, version.whole, on);
  const children = record.children?.length;
  const enough =
    children === undefined ? unknownFor(missingFact('person.children')) : atLeast(children, least);
  const condition = allOf([aged(reached, version), enough]);
  reasoning?.note('mn.welfare.singleHead', findingOf(condition), {
    args: {
      age: { age: version.whole },
      reached: reachedArg(reached),
      children: children ?? '—',
      least: least.whole,
    },
    from: [version, least],
  });
  return { route: 'mn.welfare.singleHead', condition };
}

function aged({ reached }: AgeReached, version: Version): Condition {
  if (version.amount === undefined) return unknownFor(missingParameter(version));
  return reached === 'unknown' ? unknownFor(missingFact('person.birthDate')) : met(reached === 'yes');
}

function below({ reached }: AgeReached, version: Version): Condition {
  if (version.amount === undefined) return unknownFor(missingParameter(version));
  return reached === 'unknown' ? unknownFor(missingFact('person.birthDate')) : met(reached === 'no');
}

function atLeast(held: number, least: Version): Condition {
  return least.amount === undefined ? unknownFor(missingParameter(least)) : met(held >= least.whole);
}

function reachedArg({ on }: AgeReached): { readonly day: string } {
  return { day: on === undefined ? '' : formatDay(on) };
}
