/**
 * The physical ceiling of the law bench: what this machine could do if the arithmetic of an old-age award were all
 * there is. Two loops over columns, without open questions, citations, missing facts, totals or a trace of days. They
 * are no second law: nothing but the bench uses them, their figures are the parameters of the law, and the bench ends
 * with an error if one amount differs from the library's.
 */
import type { Day } from '@urtuu/kernel';
import type { CompiledRecord } from '@urtuu/law';
import { kazakhstan } from './law-ceiling-kz.ts';
import { mongolia } from './law-ceiling-mn.ts';
import { columnsOf } from './law-columns.ts';
import type { BenchLaw } from './law-people.ts';

/** Fills two amounts for each person, the components in the order of the law; NaN where there is none. */
export type Loop = (amounts: Float64Array) => void;

export function ceiling(law: BenchLaw, people: readonly CompiledRecord[], on: Day): Loop {
  return law === 'kz'
    ? kazakhstan(columnsOf(people, 'KZ', on), on)
    : mongolia(columnsOf(people, 'MN', on), on);
}
