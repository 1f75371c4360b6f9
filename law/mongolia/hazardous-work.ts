import type { Day } from '@urtuu/kernel';
import { reachedAge } from '../age.ts';
import type { Ground } from '../finding/ground.ts';
import type { Reasoning } from '../finding/reasoning.ts';
import { flag } from '../parameters/flag.ts';
import type { Series } from '../parameters/parameter.ts';
import { parameter } from '../parameters/register.ts';
import { HAZARDS, type Hazard } from '../record/codes.ts';
import type { CompiledRecord } from '../record/compile.ts';
import { fullMonths } from '../record/length.ts';
import { answer, type RouteAnswer } from './route-answer.ts';

/** 30/360 lengths of the record in hazardous conditions. */
export type HazardousLengths = Readonly<Record<Hazard, number>>;

type BySex = Readonly<Record<CompiledRecord['sex'], Series>>;

const RECORD = parameter('mn.hazard.record');
const TABLE = flag('mn.hazardTable');
const AGE = {
  underground: {
    male: parameter('mn.hazard.underground.age.men'),
    female: parameter('mn.hazard.underground.age.women'),
  },
  toxicHot: {
    male: parameter('mn.hazard.toxicHot.age.men'),
    female: parameter('mn.hazard.toxicHot.age.women'),
  },
  heavy: { male: parameter('mn.hazard.heavy.age.men'), female: parameter('mn.hazard.heavy.age.women') },
} as const satisfies Record<Hazard, BySex>;
const SPECIAL = {
  underground: {
    male: parameter('mn.hazard.underground.record.men'),
    female: parameter('mn.hazard.underground.record.women'),
  },
  toxicHot: {
    male: parameter('mn.hazard.toxicHot.record.men'),
    female: parameter('mn.hazard.toxicHot.record.women'),
  },
  heavy: { male: parameter('mn.hazard.heavy.record.men'), female: parameter('mn.hazard.heavy.record.women') },
} as const satisfies Record<Hazard, BySex>;
const ROUTE = {
  underground: 'mn.full.underground',
  toxicHot: 'mn.full.toxicHot',
  heavy: 'mn.full.heavy',
} as const satisfies Record<Hazard, string>;

/**
 * Old age after hazardous work: underground, toxic or hot, heavy; each with its own age and least time in its own
 * conditions, twenty years of record in all. Times in different conditions are not added: no source says so. The table
 * is that of 2018; whether it holds after 2024-01-01 is an open question, and for women underground it has no values.
 */
export function hazardousRoutes(
  record: CompiledRecord,
  months: number,
  lengths: HazardousLengths,
  on: Day,
  ground: Ground,
  reasoning: Reasoning | undefined,
): RouteAnswer[] {
  if (RECORD.at(on).flag !== undefined && ground.option(TABLE) !== 'keep2018') return [];
  const { sex } = record;
  return HAZARDS.filter((hazard) => lengths[hazard] > 0).map((hazard) => {
    const age = ground.take(AGE[hazard][sex], on);
    return answer(
      record,
      {
        route: ROUTE[hazard],
        reached: reachedAge(record, age.whole, on),
        age,
        required: ground.take(RECORD, on),
        months,
        special: {
          conditions: hazard,
          required: ground.take(SPECIAL[hazard][sex], on),
          months: fullMonths(lengths[hazard]),
        },
      },
      reasoning,
    );
  });
}
