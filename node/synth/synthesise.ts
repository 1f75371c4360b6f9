import type { Sex } from '@urtuu/identity';
import { addDays, addMonths, day, formatDay, SeededRandom, type Day } from '@urtuu/kernel';
import type { InsuranceRecord } from '@urtuu/law';
import type { RegisterPeople, RegisterPersonRows } from '@urtuu/registers';
import type { ConstructedPerson } from './constructed-person.ts';
import { liveLife, type LifeKind } from './life.ts';
import { composeName } from './names.ts';
import { khurRows, shepRows } from './register-rows.ts';
import { wholeRecord } from './whole-record.ts';

export interface SynthesisOptions {
  readonly persons: number;
  /** the same seed gives the same people, on every machine and whatever their number */
  readonly seed: number;
  /** state of residence of the people */
  readonly country: 'MN' | 'KZ';
  /** last day anything is known of, 2026-10-31 unless stated */
  readonly until?: Day;
}

export interface SyntheticPerson {
  readonly kind: LifeKind;
  /** what an assessment needs, both registers folded */
  readonly record: InsuranceRecord;
  /** rows of the register of the state of residence */
  readonly registerPerson: RegisterPersonRows;
  /** rows of the other state's register, where it knows the person */
  readonly abroad: RegisterPersonRows | undefined;
}

/** Makes people one after the other: constructed numbers, composed names, careers across 1970–2026. */
export function* synthesise(options: SynthesisOptions): Generator<SyntheticPerson, void, undefined> {
  const until = options.until ?? day('2026-10-31');
  for (let index = 0; index < options.persons; index += 1) {
    yield synthesiseOne(options, index, until);
  }
}

/** A people file of the state's register out of synthetic persons. */
export function registerPeopleOf(country: 'MN' | 'KZ', people: Iterable<RegisterPersonRows>): RegisterPeople {
  return {
    format: 'urtuu-register-people',
    version: 1,
    register: country === 'MN' ? 'khur' : 'shep',
    people: [...people],
  };
}

const OTHER = { MN: 'KZ', KZ: 'MN' } as const;

function synthesiseOne({ seed, country }: SynthesisOptions, index: number, until: Day): SyntheticPerson {
  const random = new SeededRandom(seed, country === 'MN' ? 1 : 2, index);
  const kind = random.weighted(KINDS[country]);
  const sex: Sex = random.chance(0.5) ? 'male' : 'female';
  const crosses = kind === 'abroad' || kind === 'kandas';
  const kazakh = country === 'KZ' || crosses || random.chance(0.1);
  const { birth, serial } = placeInTestRange(index, country);
  const kandasSince = kind === 'kandas' ? formatDay(kandasDay(random, birth, until)) : undefined;
  const children = sex === 'female' ? childrenOf(random, birth, until) : [];
  const person: ConstructedPerson = {
    serial,
    sex,
    birthDate: formatDay(birth),
    name: composeName(random, sex, kazakh ? 'kazakh' : 'mongolian'),
    citizenships: [country],
    residence: country,
    registered: crosses ? [country, OTHER[country]] : [country],
    ...(kandasSince === undefined ? {} : { kandasSince }),
    ...(children.length === 0 ? {} : { children }),
  };
  const career = liveLife({ kind, person, until }, random);
  const rows = { MN: khurRows, KZ: shepRows };
  return {
    kind,
    record: wholeRecord(person, career),
    registerPerson: rows[country](person, career),
    abroad: crosses ? rows[OTHER[country]](person, career) : undefined,
  };
}

type KindWeights = readonly [readonly [LifeKind, number], ...(readonly [LifeKind, number])[]];

const KINDS: Readonly<Record<'MN' | 'KZ', KindWeights>> = {
  MN: [
    ['settled', 48],
    ['herder', 20],
    ['gaps', 20],
    ['abroad', 12],
  ],
  KZ: [
    ['settled', 50],
    ['gaps', 22],
    ['kandas', 18],
    ['abroad', 10],
  ],
};

const FIRST_BIRTH = day('1950-01-01');
const BIRTH_DAYS = day('2000-01-01') - FIRST_BIRTH;
/** Coprime to the number of birth days, so that consecutive people are spread over all of them. */
const STRIDE = 7919;

/**
 * A birth date and serial of their own for each person, so that no two share a number: serials go in steps of three,
 * which leaves room where a number would have no check digit. The states take turns on the days, so that people of
 * both can be loaded into one corridor. Good for 300,000 people of each state.
 */
export function placeInTestRange(index: number, country: 'MN' | 'KZ'): { birth: Day; serial: number } {
  const place = index * 2 + (country === 'MN' ? 0 : 1);
  const round = Math.floor(place / BIRTH_DAYS);
  if (round > 32) throw new RangeError('The test range holds at most 300,000 synthetic people of each state');
  return { birth: addDays(FIRST_BIRTH, (place * STRIDE) % BIRTH_DAYS), serial: 20 + ((round * 3) % 80) };
}

/** Between 1991 and 2020, as an adult. */
function kandasDay(random: SeededRandom, birth: Day, until: Day): Day {
  const earliest = Math.max(day('1991-06-01'), addMonths(birth, 20 * 12));
  const latest = Math.min(day('2020-12-31'), until - 365);
  return addDays(birth, random.between(Math.min(earliest, latest), latest) - birth);
}

function childrenOf(random: SeededRandom, birth: Day, until: Day): string[] {
  const count = random.weighted([
    [0, 12],
    [1, 20],
    [2, 34],
    [3, 20],
    [4, 9],
    [5, 5],
  ] as const);
  const first = addMonths(birth, random.between(20, 27) * 12);
  return Array.from({ length: count }, (_, i) => addMonths(first, i * 26 + random.between(0, 5)))
    .filter((born) => born < until)
    .map(formatDay);
}
