/**
 * Old-age awards a second of one core, for a million persons each under the law of residence: every route, both
 * components, and beside it what the same arithmetic would cost in a loop over columns.
 */
import { day } from '@urtuu/kernel';
import {
  assess,
  assessCompiled,
  type Assessment,
  type AssessOptions,
  type CompiledRecord,
  type InsuranceRecord,
} from '@urtuu/law';
import { digits, type Bench, type Figure } from './figure.ts';
import { ceiling } from './law-ceiling.ts';
import { compiled, Nation, poolOf, type BenchLaw } from './law-people.ts';

const ON = day('2026-06-01');
const PERSONS = 1_000_000;
const QUICK_PERSONS = 100_000;
/** Persons that are made, then assessed against the clock, then forgotten; as near in memory as after reading. */
const CHUNK = 200;
/** The best of twenty spells counts: other programs only ever slow one down. */
const SPELLS = 20;
const SAMPLE = 20_000;

export const lawBench: Bench = {
  names: ['law.assess.kz', 'law.assess.kz.explained', 'law.assess.mn', 'law.assess.mn.explained'],
  run({ quick }) {
    const persons = quick ? QUICK_PERSONS : PERSONS;
    return Promise.resolve((['kz', 'mn'] as const).flatMap((law) => figuresOf(law, persons)));
  },
};

function figuresOf(law: BenchLaw, persons: number): Figure[] {
  const records = poolOf(law);
  const pool = compiled(records);
  const plain = { law, on: ON, explain: 'none' } as const satisfies AssessOptions;
  const full = { law, on: ON, explain: 'full' } as const satisfies AssessOptions;
  const most = ceilingRate(law, pool, plain);
  const rate = nationRate(pool, persons, (person) => assessCompiled(person, plain));
  const explained = nationRate(pool, persons / 10, (person) => assessCompiled(person, full));
  const fromWire = wireRate(records, plain);
  const who = `${grouped(persons)} persons, ${mean(records, ({ periods }) => periods)} periods and ${mean(records, ({ earnings }) => earnings)} months of income on average`;
  return [
    {
      bench: `law.assess.${law}`,
      value: digits(rate),
      unit: 'persons/s',
      limit: digits(most),
      ratio: digits(rate / most),
      cores: 1,
      note: `${who}, made and read in chunks outside the clock; limit: the same amounts by a bare loop over columns; ${grouped(digits(fromWire))} persons/s from the wire form`,
    },
    {
      bench: `law.assess.${law}.explained`,
      value: digits(explained),
      unit: 'persons/s',
      limit: null,
      ratio: null,
      cores: 1,
      note: `a tenth of them, with the whole explanation and the trace of days`,
    },
  ];
}

function nationRate(
  pool: readonly CompiledRecord[],
  persons: number,
  work: (person: CompiledRecord) => Assessment,
): number {
  const nation = new Nation(pool);
  for (const person of nation.people(0, SAMPLE)) work(person);
  const spell = persons / SPELLS;
  let best = 0;
  for (let from = 0; from < persons; from += spell) {
    let millis = 0;
    for (let at = from; at < from + spell; at += CHUNK) {
      const people = nation.people(at, at + CHUNK);
      const began = performance.now();
      for (const person of people) work(person);
      millis += performance.now() - began;
    }
    best = Math.max(best, spell / (millis / 1000));
  }
  return best;
}

/** The records as they arrive, which must be read first. */
function wireRate(records: readonly InsuranceRecord[], options: AssessOptions): number {
  let best = 0;
  for (let spell = 0; spell < SPELLS; spell += 1) {
    const began = performance.now();
    for (const record of records) assess(record, options);
    best = Math.max(best, records.length / ((performance.now() - began) / 1000));
  }
  return best;
}

/** Persons a second by the bare loop. Throws if it does not find the library’s amounts to the last unit. */
function ceilingRate(law: BenchLaw, pool: readonly CompiledRecord[], options: AssessOptions): number {
  const people = new Nation(pool).people(0, SAMPLE);
  const loop = ceiling(law, people, options.on);
  const amounts = new Float64Array(2 * people.length);
  let best = 0;
  for (let spell = 0; spell < 3 * SPELLS; spell += 1) {
    const began = performance.now();
    loop(amounts);
    best = Math.max(best, people.length / ((performance.now() - began) / 1000));
  }
  people.forEach((person, i) => {
    assessCompiled(person, options).components.forEach(({ component, amount }, part) => {
      const bare = amounts[2 * i + part] ?? 0;
      if (!Object.is(bare, amount === undefined ? Number.NaN : Number(amount)))
        throw new Error(`${component} of person ${i}: the law gives ${amount}, the bare loop ${bare}`);
    });
  });
  return best;
}

function mean(
  records: readonly InsuranceRecord[],
  list: (record: InsuranceRecord) => readonly unknown[],
): number {
  return Math.round(records.reduce((sum, record) => sum + list(record).length, 0) / records.length);
}

function grouped(value: number): string {
  return value.toLocaleString('en-GB');
}
