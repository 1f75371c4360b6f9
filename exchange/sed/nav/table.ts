/** Every SED with its mapping in the names of Norway's pension agency. */
import type { Rule } from '../rule.ts';
import type { SedName } from '../sed-names.ts';
import { CONTEXT_ONLY, X001, X005, X006, X008, X009, X010 } from './administration.ts';
import { P15000, P2000, P2100, P2200 } from './claim.ts';
import { P6000, P7000 } from './decision.ts';
import { H070, P10000, P14000, P8000, P9000 } from './information.ts';
import { P4000, P5000 } from './periods.ts';

export const NAV_RULES: Readonly<Record<SedName, readonly Rule[]>> = {
  P2000,
  P2100,
  P2200,
  P4000,
  P5000,
  P6000,
  P7000,
  P8000,
  P9000,
  P10000,
  P14000,
  P15000,
  H070,
  X001,
  X002: CONTEXT_ONLY,
  X003: CONTEXT_ONLY,
  X004: CONTEXT_ONLY,
  X005,
  X006,
  X007: CONTEXT_ONLY,
  X008,
  X009,
  X010,
  X011: CONTEXT_ONLY,
  X012: CONTEXT_ONLY,
  X013: CONTEXT_ONLY,
  X050: CONTEXT_ONLY,
  X100: CONTEXT_ONLY,
};
