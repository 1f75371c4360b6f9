import type { Day } from '@urtuu/kernel';
import { reachedAge } from '../age.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { flag } from '../parameters/flag.ts';
import { parameter } from '../parameters/register.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { fullMonths } from '../record/length.ts';
import type { InsuredRecord } from './insured-record.ts';
import { answer, type RouteAnswer } from './route-answer.ts';

const AGE = { male: parameter('mn.herder.age.men'), female: parameter('mn.herder.age.women') };
const RECORD = parameter('mn.herder.record');
const HERDING = {
  male: parameter('mn.herder.herdingRecord.men'),
  female: parameter('mn.herder.herdingRecord.women'),
};
const TABLE = flag('mn.herderTable');

/**
 * Herders: a lower age with twenty years of record, most of them herding. Undefined for who never herded, and for
 * awards under the law of 2023-07-07 where the conditions of 2018 are held to have ended.
 */
export function herderRoute(
  record: CompiledRecord,
  insured: InsuredRecord,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RouteAnswer | undefined {
  if (insured.herding === 0) return undefined;
  const { sex } = record;
  if (AGE[sex].at(on).flag !== undefined && ground.option(TABLE) !== 'keep2018') return undefined;
  const age = ground.take(AGE[sex], on);
  return answer(
    record,
    {
      route: 'mn.full.herder',
      reached: reachedAge(record, age.whole, on),
      age,
      required: ground.take(RECORD, on),
      months: fullMonths(insured.insured),
      special: {
        conditions: 'herding',
        required: ground.take(HERDING[sex], on),
        months: fullMonths(insured.herding),
      },
    },
    reasoning,
  );
}
