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

/** A nation out of a pool of people. */
export class Nation {
  readonly #pool: readonly CompiledRecord[];
  readonly #room = new IncomeRoom();

  constructor(pool: readonly CompiledRecord[]) {
    this.#pool = pool;
  }

  /** Persons `from` up to `to`, freshly made. Their income is overwritten when the next are made. */
  people(from: number, to: number): CompiledRecord[] {
    const models: CompiledRecord[] = [];
    for (let i = from; i < to; i += 1) {
      const model = this.#pool[i % this.#pool.length];
      if (model !== undefined) models.push(model);
    }
    this.#room.clear(models);
    return models.map((model, i) => later(model, Math.floor((from + i) / this.#pool.length), this.#room));
  }
}

export function compiled(pool: readonly InsuranceRecord[]): CompiledRecord[] {
  return pool.map((record) => compileRecord(record));
}

function later(model: CompiledRecord, turn: number, room: IncomeRoom): CompiledRecord {
  const months = Math.floor(turn / DAYS);
  const moved = (day: Day): Day => addDays(addMonths(day, months), turn % DAYS);
  return {
    ...model,
    bornFrom: moved(model.bornFrom),
    bornTo: moved(model.bornTo),
    died: model.died === undefined ? undefined : moved(model.died),
    kandasSince: model.kandasSince === undefined ? undefined : moved(model.kandasSince),
    children: model.children?.map(moved),
    periods: model.periods.map((period) => ({ ...period, from: moved(period.from), to: moved(period.to) })),
    kzEarnings: room.copy(model.kzEarnings, months),
    mnEarnings: room.copy(model.mnEarnings, months),
    mnVoluntary: model.mnVoluntary.map(({ from, to }) => ({ from: from + months, to: to + months })),
  };
}

type Table = CompiledRecord['mnEarnings'];

/**
 * Income of many people in two arrays: a million persons do not share theirs, but arrays of their own would make the
 * collector of garbage run against the clock.
 */
class IncomeRoom {
  #sums = new Float64Array(0);
  #paid = new Int32Array(0);
  #used = 0;

  clear(people: readonly CompiledRecord[]): void {
    let length = 0;
    for (const { kzEarnings, mnEarnings } of people)
      length += kzEarnings.sums.length + mnEarnings.sums.length;
    this.#used = 0;
    if (length <= this.#sums.length) return;
    this.#sums = new Float64Array(2 * length);
    this.#paid = new Int32Array(2 * length);
  }

  copy({ first, months, sums, paid, unadjusted }: Table, later: number): Table {
    const from = this.#used;
    this.#used += sums.length;
    this.#sums.set(sums, from);
    this.#paid.set(paid, from);
    return {
      first: first + later,
      months,
      sums: this.#sums.subarray(from, this.#used),
      paid: this.#paid.subarray(from, this.#used),
      unadjusted,
    };
  }
}
