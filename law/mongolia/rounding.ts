import type { Rounding } from '@urtuu/kernel';
import type { UsedFlag } from '../finding/finding.ts';
import type { Ground } from '../finding/ground.ts';
import { CEIL_TO_ONE, FLOOR_TO_ONE, HALF_UP_TO_ONE } from '../money.ts';
import { flag } from '../parameters/flag.ts';

const ROUND = flag('round.mn');

const ROUNDINGS: Readonly<Record<string, Rounding>> = {
  halfUp: HALF_UP_TO_ONE,
  floor: FLOOR_TO_ONE,
  ceil: CEIL_TO_ONE,
};

/** How an amount payable in Mongolia is rounded, once, to 1 MNT; the mode is an open question. */
export function rounding(ground: Ground): Rounding {
  return ROUNDINGS[ground.option(ROUND) ?? ''] ?? HALF_UP_TO_ONE;
}

/** The open question, for a finding that rests on it. */
export function roundingFlag(ground: Ground): UsedFlag {
  return ground.used(ROUND);
}
