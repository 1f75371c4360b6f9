/**
 * A nation for the bench: two thousand people of `synth`, each living five hundred times, every time born some months
 * and days later and with all dates of life moved along. So a million persons pass in bounded memory, no two alike.
 */
import { addDays, addMonths, type Day } from '@urtuu/kernel';
import { compileRecord, type CompiledRecord, type InsuranceRecord } from '@urtuu/law';
import { synthesise } from '@urtuu/node';

const POOL = 2_000;
const SEED = 7;
const DAYS = 10;

export const COUNTRIES = { kz: 'KZ', mn: 'MN' } as const satisfies Record<string, 'KZ' | 'MN'>;
export type BenchLaw = keyof typeof COUNTRIES;

/** The people the nation is made of, as registers would send them. */
export function poolOf(law: BenchLaw): InsuranceRecord[] {
  const options = { persons: POOL, seed: SEED, country: COUNTRIES[law] };
  return [...synthesise(options)].map(({ record }) => record);
}

/** Persons `from` up to `to` of the nation, freshly made. */
export function nation(pool: readonly CompiledRecord[], from: number, to: number): CompiledRecord[] {
  const people: CompiledRecord[] = [];
  for (let i = from; i < to; i += 1) {
    const model = pool[i % pool.length];
    if (model !== undefined) people.push(later(model, Math.floor(i / pool.length)));
  }
  return people;
}

export function compiled(pool: readonly InsuranceRecord[]): CompiledRecord[] {
  return pool.map((record) => compileRecord(record));
}

function later(model: CompiledRecord, turn: number): CompiledRecord {
  const months = Math.floor(turn / DAYS);
  const moved = (day: Day): Day => addDays(addMonths(day, months), turn % DAYS);
  const table = ({ first, ...rest }: CompiledRecord['mnEarnings']): CompiledRecord['mnEarnings'] => ({
    ...rest,
    first: first + months,
    // Copies, because a million persons do not share their income.
    sums: rest.sums.slice(),
    paid: rest.paid.slice(),
  });
  return {
    ...model,
    bornFrom: moved(model.bornFrom),
    bornTo: moved(model.bornTo),
    died: model.died === undefined ? undefined : moved(model.died),
    kandasSince: model.kandasSince === undefined ? undefined : moved(model.kandasSince),
    children: model.children?.map(moved),
    periods: model.periods.map((period) => ({ ...period, from: moved(period.from), to: moved(period.to) })),
    kzEarnings: table(model.kzEarnings),
    mnEarnings: table(model.mnEarnings),
    mnVoluntary: model.mnVoluntary.map(({ from, to }) => ({ from: from + months, to: to + months })),
  };
}
