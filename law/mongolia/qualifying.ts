import type { Day } from '@urtuu/kernel';
import { reachedAge } from '../age.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { flag } from '../parameters/flag.ts';
import type { Version } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { fullMonths } from '../record/length.ts';
import { generalAge, generalAgeOfWomen } from './general-age.ts';
import { hazardousRoutes } from './hazardous-work.ts';
import { herderRoute } from './herder-route.ts';
import type { InsuredRecord } from './insured-record.ts';
import { answer, type RouteAnswer } from './route-answer.ts';

const REQUEST_AGE = { male: parameter('mn.age.request.men'), female: parameter('mn.age.request.women') };
const REQUIRED = parameter('mn.full.record');
const LATER = parameter('mn.full.recordLater');
const MOTHER_AGE = parameter('mn.mother.age');
const MOTHER_REDUCTION = parameter('mn.mother.ageReduction');
const MOTHER_CHILDREN = parameter('mn.mother.children');
const MOTHER_RECORD = parameter('mn.mother.record');
const PROPORTIONAL_RECORD = parameter('mn.proportional.record');
const MOTHER_KEY = flag('mn.mother4Age');

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
  const herder = herderRoute(record, insured, on, ground, reasoning);
  if (herder !== undefined) routes.push(herder);
  if (insured.hazardous !== undefined)
    routes.push(...hazardousRoutes(record, months, insured.hazardous, on, ground, reasoning));
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
  const ahead = reached.reached === 'no' && reached.on !== undefined;
  const required = ground.take(REQUIRED, ahead ? reached.on : on);
  return answer(record, { route: 'mn.full.request', reached, age, required, months }, reasoning);
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
  return answer(record, { route: 'mn.full.later', reached, age, required, months }, reasoning);
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
  const age = fixed ? ground.take(MOTHER_AGE, on) : generalAgeOfWomen(record, ground);
  const reduction = fixed ? 0 : ground.take(MOTHER_REDUCTION, on).whole;
  const reached = reachedAge(record, age.whole - reduction, on);
  return answer(
    record,
    {
      route: 'mn.full.mother',
      reached,
      age,
      reduction,
      required,
      months,
      children: { required: least, held: children },
    },
    reasoning,
  );
}

/** Months required for a full pension in the year of an award. */
export function requiredRecord(on: Day, ground: Ground): Version {
  return ground.take(REQUIRED, on);
}

/** The general age with ten years of record but not the twenty of a full pension. */
export function proportionalRoute(
  record: CompiledRecord,
  insured: InsuredRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RouteAnswer {
  const { reached, age } = generalAge(record, on, ground);
  const required = ground.take(PROPORTIONAL_RECORD, on);
  const below = ground.take(LATER, on);
  const months = fullMonths(insured.insured);
  return answer(record, { route: 'mn.proportional.route', reached, age, required, months, below }, reasoning);
}
