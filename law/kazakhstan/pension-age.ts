import { addMonths, formatDay, maxDay, type Day } from '@urtuu/kernel';
import { reachedAge, reachedAgeInForce, type AgeReached } from '../age.ts';
import type { ComponentCode } from '../assessment.ts';
import { missingFact, missingParameter, notEligible, undetermined, type Entitlement } from '../component.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';

const MEN = parameter('kz.age.men');
const WOMEN = parameter('kz.age.women');
const WOMEN_BEFORE_2021 = flag('kz.womenAgeBefore2021');
const MOTHER_AGE = parameter('kz.age.mother');
const MOTHER_CHILDREN = parameter('kz.age.mother.children');
const TEST_SITE = {
  male: parameter('kz.age.testSite.men'),
  female: parameter('kz.age.testSite.women'),
} as const;
const RAISED_TO = parameter('kz.age.mother.raisedTo');

/** Whether the pension age was reached on a day: the general age, lower for mothers of many children and at the test site. */
export function pensionAge(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): AgeReached {
  const general = generalAge(record, on, ground, reasoning);
  if (general.reached === 'yes') return general;
  const site = ageAtTestSite(record, on, ground, reasoning);
  if (site !== undefined && site.reached !== 'no') return site;
  const mother = record.sex === 'female' ? ageOfMother(record, on, ground, reasoning) : undefined;
  if (mother !== undefined && mother.reached !== 'no') return mother;
  return earlier(earlier(general, mother), site);
}

/** Who lived in a zone of the Semipalatinsk test site. Undefined for everybody else. */
function ageAtTestSite(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): AgeReached | undefined {
  if (record.wire.circumstances?.testSiteZone !== true) return undefined;
  const version = ground.take(TEST_SITE[record.sex], on);
  const reached = reachedAge(record, version.whole, on);
  reasoning?.note('kz.age.testSite', outcomeOf(reached), {
    args: { age: { age: version.whole }, reached: dayOf(reached) },
    inputs: [{ name: 'birthDate', value: record.wire.person.birthDate }],
    from: [version],
  });
  return reached;
}

/** What is said of a component before the pension age, or while it is not known whether it was reached. */
export function beforeAge(
  component: ComponentCode,
  age: AgeReached,
  record: CompiledRecord,
  ground: Ground,
): Entitlement {
  if (age.reached === 'no') return notEligible(component);
  if (record.bornFrom !== record.bornTo) return undetermined(component, [missingFact('person.birthDate')]);
  const unknown = ground.versions.find(
    (version) => version.published.key.startsWith('kz.age.') && version.amount === undefined,
  );
  return undetermined(component, unknown === undefined ? [] : [missingParameter(unknown)]);
}

/** Women's age rises by half years until 2031. What it was before 2021 is an open question. */
function generalAge(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): AgeReached {
  const ages = record.sex === 'female' ? WOMEN : MEN;
  const open = ages === WOMEN && ages.at(on).amount === undefined;
  const years = open ? ground.decimalOption(WOMEN_BEFORE_2021) : undefined;
  const assumed = years === undefined ? undefined : Number((years.num * 12n) / years.den);
  const age = assumed === undefined ? reachedAgeInForce(record, ages, on) : reachedAge(record, assumed, on);
  // The age that counts is the one in force on the day it is reached, not that of the award date.
  const version = ground.take(ages, assumed === undefined ? (age.on ?? on) : on);
  const months = assumed ?? version.whole;
  reasoning?.note('kz.age', outcomeOf(age), {
    args: { age: { age: months }, reached: dayOf(age) },
    inputs: [{ name: 'birthDate', value: record.wire.person.birthDate }],
    from: [version],
    ...(open ? { flags: [ground.used(WOMEN_BEFORE_2021)] } : {}),
  });
  return age;
}

/** Women who raised five or more children to the age of eight. Undefined where the record names fewer children. */
function ageOfMother(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): AgeReached | undefined {
  const { children } = record;
  if (children === undefined) return undefined;
  const least = ground.take(MOTHER_CHILDREN, on);
  const age = ground.take(MOTHER_AGE, on);
  const raisedTo = ground.take(RAISED_TO, on);
  const raised = children.map((birth) => addMonths(birth, raisedTo.whole)).sort((a, b) => a - b);
  const enough = raised[least.whole - 1];
  if (enough === undefined) return undefined;
  const own = reachedAge(record, age.whole, on);
  const reached: AgeReached = {
    reached: enough > on ? 'no' : own.reached,
    on: own.on === undefined ? undefined : maxDay(own.on, enough),
  };
  reasoning?.note('kz.age.mother', outcomeOf(reached), {
    args: {
      children: least.whole,
      raisedTo: { age: raisedTo.whole },
      age: { age: age.whole },
      reached: dayOf(reached),
      raised: raised.filter((day) => day <= on).length,
    },
    inputs: [{ name: 'birthDate', value: record.wire.person.birthDate }],
    from: [age, least, raisedTo],
  });
  return reached;
}

/** Of two ages not reached, or not known to be, the one that will be reached first. */
function earlier(general: AgeReached, other: AgeReached | undefined): AgeReached {
  if (other?.on === undefined || general.reached === 'unknown') return general;
  return general.on === undefined || other.on < general.on ? other : general;
}

function outcomeOf({ reached }: AgeReached): 'holds' | 'fails' | 'unknown' {
  return reached === 'yes' ? 'holds' : reached === 'no' ? 'fails' : 'unknown';
}

function dayOf({ on }: AgeReached): { readonly day: string } {
  return { day: on === undefined ? '' : formatDay(on) };
}
