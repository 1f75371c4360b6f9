import { formatDay, type Day } from '@urtuu/kernel';
import { unknownAmong } from '../component.ts';
import { reachedAge, reachedAgeInForce, type AgeReached } from '../age.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import type { RuleId } from '../finding/rules.ts';
import { flag } from '../parameters/flag.ts';
import type { Version } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { fullMonths } from '../record/length.ts';
import type { InsuredRecord } from './insured-record.ts';

/** One way into an old-age pension: an age and a record, and what became of them on the award date. */
export interface RouteAnswer {
  readonly route: RuleId;
  readonly open: 'yes' | 'no' | 'unknown';
  /** the record suffices; with an age still ahead, `opens` is the day the route opens */
  readonly opens: Day | undefined;
  /** parameters without which the answer is unknown */
  readonly unknown: readonly Version[];
  readonly birthUnknown: boolean;
}

const REQUEST_AGE = { male: parameter('mn.age.request.men'), female: parameter('mn.age.request.women') };
const BY_BIRTH = { male: parameter('mn.age.byBirth.men'), female: parameter('mn.age.byBirth.women') };
const BY_AWARD = { male: parameter('mn.age.byAward.men'), female: parameter('mn.age.byAward.women') };
const REQUIRED = parameter('mn.full.record');
const LATER = parameter('mn.full.recordLater');
const MOTHER_AGE = parameter('mn.mother.age');
const MOTHER_REDUCTION = parameter('mn.mother.ageReduction');
const MOTHER_CHILDREN = parameter('mn.mother.children');
const MOTHER_RECORD = parameter('mn.mother.record');
const HERDER_AGE = { male: parameter('mn.herder.age.men'), female: parameter('mn.herder.age.women') };
const HERDER_RECORD = parameter('mn.herder.record');
const HERDING = {
  male: parameter('mn.herder.herdingRecord.men'),
  female: parameter('mn.herder.herdingRecord.women'),
};
const AGE_KEY = flag('mn.ageKey');
const MOTHER_KEY = flag('mn.mother4Age');
const HERDER_TABLE = flag('mn.herderTable');

/** The ways into a full pension, in the order in which they are tried. */
export function fullRoutes(
  record: CompiledRecord,
  insured: InsuredRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RouteAnswer[] {
  const { sex, children } = record;
  const months = fullMonths(insured.insured);
  const routes = [
    atRequest(record, months, on, ground, reasoning),
    atGeneralAge(record, months, on, ground, reasoning),
  ];
  if (sex === 'female' && children !== undefined && children.length > 0)
    routes.push(asMother(record, children.length, months, on, ground, reasoning));
  if (insured.herding > 0 && ground.option(HERDER_TABLE) === 'keep2018')
    routes.push(asHerder(record, insured, on, ground, reasoning));
  return routes;
}

/** Men 60, women 55, at their own request, with the record required in the year of the award. */
function atRequest(
  record: CompiledRecord,
  months: number,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RouteAnswer {
  const age = ground.take(REQUEST_AGE[record.sex], on);
  const reached = reachedAge(record, age.whole, on);
  // The required record still grows: what counts is the requirement of the year in which the age is reached.
  const required = ground.take(
    REQUIRED,
    reached.reached === 'no' && reached.on !== undefined ? reached.on : on,
  );
  return answer(
    'mn.full.request',
    record,
    reached,
    age,
    [required],
    months >= required.whole,
    months,
    reasoning,
  );
}

/** The general age, with twenty years of record, where the record required in the year is not complete. */
function atGeneralAge(
  record: CompiledRecord,
  months: number,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RouteAnswer {
  const { reached, age } = generalAge(record, on, ground);
  const required = ground.take(LATER, on);
  return answer(
    'mn.full.later',
    record,
    reached,
    age,
    [required],
    months >= required.whole,
    months,
    reasoning,
  );
}

/** Mothers of four or more children. */
function asMother(
  record: CompiledRecord,
  children: number,
  months: number,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RouteAnswer {
  const least = ground.take(MOTHER_CHILDREN, on);
  const required = ground.take(MOTHER_RECORD, on);
  const fixed = ground.option(MOTHER_KEY) === 'fixed50';
  const age = ground.take(fixed ? MOTHER_AGE : BY_BIRTH.female, fixed ? on : record.bornFrom);
  const reduction = fixed ? 0 : ground.take(MOTHER_REDUCTION, on).whole;
  const reached = reachedAge(record, age.whole - reduction, on);
  const enough = children >= least.whole && months >= required.whole;
  return answer(
    'mn.full.mother',
    record,
    reached,
    age,
    [required, least],
    enough,
    months,
    reasoning,
    reduction,
  );
}

/** Herders: a lower age with twenty years of record, most of them herding. */
function asHerder(
  record: CompiledRecord,
  insured: InsuredRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RouteAnswer {
  const { sex } = record;
  const age = ground.take(HERDER_AGE[sex], on);
  const required = ground.take(HERDER_RECORD, on);
  const herding = ground.take(HERDING[sex], on);
  const months = fullMonths(insured.insured);
  const enough = months >= required.whole && fullMonths(insured.herding) >= herding.whole;
  const reached = reachedAge(record, age.whole, on);
  return answer('mn.full.herder', record, reached, age, [required, herding], enough, months, reasoning);
}

/** The general age A, by birth year or by award year. */
function generalAge(
  record: CompiledRecord,
  on: Day,
  ground: Ground,
): { readonly reached: AgeReached; readonly age: Version } {
  const { sex } = record;
  if (ground.option(AGE_KEY) === 'awardYear') {
    const reached = reachedAgeInForce(record, BY_AWARD[sex], on);
    return { reached, age: ground.take(BY_AWARD[sex], reached.on ?? on) };
  }
  const age = ground.take(BY_BIRTH[sex], record.bornFrom);
  return { reached: reachedAge(record, age.whole, on), age };
}

/** Months required for a full pension in the year of an award. */
export function requiredRecord(on: Day, ground: Ground): Version {
  return ground.take(REQUIRED, on);
}

function answer(
  route: RuleId,
  record: CompiledRecord,
  reached: AgeReached,
  age: Version,
  conditions: readonly [Version, ...Version[]],
  enough: boolean,
  months: number,
  reasoning: Reasoning | undefined,
  reduction = 0,
): RouteAnswer {
  const unknown = unknownAmong([age, ...conditions]);
  const open = openness(reached, enough, unknown);
  reasoning?.note(route, open === 'yes' ? 'holds' : open === 'no' ? 'fails' : 'unknown', {
    args: {
      age: { age: age.whole - reduction },
      reached: { day: reached.on === undefined ? '' : formatDay(reached.on) },
      required: { months: conditions[0].whole },
      record: { months },
    },
    inputs: [{ name: 'birthDate', value: record.wire.person.birthDate }],
    from: [age, ...conditions],
  });
  const ahead = open === 'no' && enough && unknown.length === 0 && reached.reached === 'no';
  return {
    route,
    open,
    opens: ahead ? reached.on : undefined,
    unknown,
    birthUnknown: open === 'unknown' && unknown.length === 0 && record.bornFrom !== record.bornTo,
  };
}

function openness(reached: AgeReached, enough: boolean, unknown: readonly Version[]): RouteAnswer['open'] {
  if (unknown.length > 0) return 'unknown';
  if (!enough || reached.reached === 'no') return 'no';
  return reached.reached;
}

const PROPORTIONAL_RECORD = parameter('mn.proportional.record');

/** The general age with ten years of record but not the twenty of a full pension. */
export function proportionalRoute(
  record: CompiledRecord,
  insured: InsuredRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RouteAnswer {
  const { reached, age } = generalAge(record, on, ground);
  const least = ground.take(PROPORTIONAL_RECORD, on);
  const enoughForFull = ground.take(LATER, on);
  const months = fullMonths(insured.insured);
  const enough = months >= least.whole && months < enoughForFull.whole;
  return answer(
    'mn.proportional.route',
    record,
    reached,
    age,
    [least, enoughForFull],
    enough,
    months,
    reasoning,
  );
}
