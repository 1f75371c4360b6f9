import type { Day } from '@urtuu/kernel';
import { reachedAge, reachedAgeInForce, type AgeReached } from '../age.ts';
import type { Ground } from '../finding/ground.ts';
import { flag } from '../parameters/flag.ts';
import type { Version } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';

const BY_BIRTH = { male: parameter('mn.age.byBirth.men'), female: parameter('mn.age.byBirth.women') };
const BY_AWARD = { male: parameter('mn.age.byAward.men'), female: parameter('mn.age.byAward.women') };
const AGE_KEY = flag('mn.ageKey');

/** The general age A, by birth year or by award year. */
export function generalAge(
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

/** The general age of women by birth year, from which the age of mothers may be reckoned. */
export function generalAgeOfWomen(record: CompiledRecord, ground: Ground): Version {
  return ground.take(BY_BIRTH.female, record.bornFrom);
}
