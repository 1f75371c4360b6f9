/** Closed code lists of the exchange profile (reference: EESSI code lists as EU institutions use them). */
import type { Code } from './types.ts';

export const CODE_LISTS: Readonly<Record<string, ReadonlySet<string>>> = {
  'urtuu:pension-kind': new Set(['00', '01', '10', '11', '20', '21', '30', '31']),
  'urtuu:period-type': new Set(
    '10 11 12 13 20 21 22 23 30 40 41 42 43 44 45 46 47 48 49 50 51 52'.split(' '),
  ),
  'urtuu:scheme': new Set(['00', '01', '02', '03', '04', '05', '06', '07', '99']),
  /** schemes of one state, which the shared list does not know; the state stands before the dot */
  'urtuu:scheme-national': new Set(['mn.herder', 'kz.opv', 'kz.oppv', 'kz.opvr']),
};

/** Whether we can act on a code by itself; an unknown one is carried and shown, and a clerk decides. */
export function isKnownCode(code: Code): boolean {
  return CODE_LISTS[code.system]?.has(code.code) ?? false;
}
