import type { Rounding } from '@urtuu/kernel';
import type { UsedFlag } from '../finding/finding.ts';
import type { Ground } from '../finding/ground.ts';
import { FLOOR_TO_HUNDREDTH, HALF_UP_TO_HUNDREDTH } from '../money.ts';
import { flag } from '../parameters/flag.ts';

const ROUND = flag('round.cn');

/** Each component to 0.01 CNY; the mode is an open question. */
export function rounding(ground: Ground): Rounding {
  return ground.option(ROUND) === 'floor' ? FLOOR_TO_HUNDREDTH : HALF_UP_TO_HUNDREDTH;
}

/** The open question, for a finding that rests on it. */
export function roundingFlag(ground: Ground): UsedFlag {
  return ground.used(ROUND);
}
