import type { SeededRandom } from '@urtuu/kernel';
import { mistype } from './typing-errors.ts';

/** Made-up rows of persons, each with the number of the person it is of: the truth that linking is held against. */
export interface LabelledRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly person: Int32Array;
}

/**
 * Persons with an address, and copies of them with typing errors, as the FEBRL generator makes them: up to three
 * errors in a field and up to ten in a record, values missing, names exchanged. Names and streets are composed from
 * syllables by weight, so a few are common and many rare. No social-security number.
 */
export function latinPersons(
  random: SeededRandom,
  { persons, copies }: { readonly persons: number; readonly copies: (random: SeededRandom) => number },
): LabelledRows {
  const pools = {
    given: pool(random, 600, 2),
    family: pool(random, 2500, 2),
    street: pool(random, 2500, 3).map((name, i) => `${name} ${STREETS[i % STREETS.length] ?? ''}`),
    estate: pool(random, 1500, 3),
    town: pool(random, 900, 3),
  };
  const rows: string[][] = [];
  const person: number[] = [];
  for (let number = 0; number < persons; number += 1) {
    const original = [
      skewed(random, pools.given),
      skewed(random, pools.family),
      String(1 + Math.floor(random.next() ** 2 * 300)),
      skewed(random, pools.street),
      random.chance(0.65) ? skewed(random, pools.estate) : '',
      skewed(random, pools.town),
      String(2000 + Math.floor(random.next() ** 1.5 * 5000)),
      birthDate(random),
      random.chance(0.9) ? phone(random) : '',
    ].map((text) => (random.chance(0.02) ? '' : text));
    rows.push(original);
    person.push(number);
    for (let copy = copies(random); copy > 0; copy -= 1) {
      rows.push(spoiled(random, original));
      person.push(number);
    }
  }
  return { header: HEADER, rows, person: Int32Array.from(person) };
}

/** As the historical persons of Splink's tests: few fields, many gaps, several records of one person. */
export function sparsePersons(random: SeededRandom, persons: number): LabelledRows {
  const pools = {
    given: pool(random, 250, 2),
    family: pool(random, 6000, 2),
    town: pool(random, 1500, 3),
    occupation: pool(random, 60, 3),
  };
  const rows: string[][] = [];
  const person: number[] = [];
  for (let number = 0; number < persons; number += 1) {
    const given = skewed(random, pools.given);
    const full = [
      given,
      skewed(random, pools.family),
      birthDate(random),
      skewed(random, pools.town),
      `${random.between(1000, 9999)}`,
      skewed(random, pools.occupation),
    ];
    const nickname = given.slice(0, 3);
    for (let copy = random.between(1, 10); copy > 0; copy -= 1) {
      const row = full.map((text, i) => {
        if (random.chance(MISSING[i] ?? 0)) return '';
        if (i === 0 && random.chance(0.12)) return nickname;
        if (i === 2 && random.chance(0.25)) return `${text.slice(0, 4)}-01-01`;
        if (i === 3 && random.chance(0.15)) return skewed(random, pools.town);
        return random.chance(0.15) ? mistype(random, text) : text;
      });
      rows.push(row);
      person.push(number);
    }
  }
  return {
    header: ['first_name', 'surname', 'dob', 'birth_place', 'postcode', 'occupation'],
    rows,
    person: Int32Array.from(person),
  };
}

const HEADER = [
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'date_of_birth',
  'phone_number',
];
const MISSING = [0.15, 0.02, 0.25, 0.2, 0.3, 0.45];
const STREETS = ['street', 'road', 'place', 'crescent', 'avenue'];

function spoiled(random: SeededRandom, original: readonly string[]): string[] {
  const row = [...original];
  const inField = new Uint8Array(row.length);
  for (let errors = 1 + Math.floor(random.next() ** 2.2 * 10); errors > 0; errors -= 1) {
    const i = random.between(0, row.length - 1);
    const text = row[i] ?? '';
    if (text === '' || (inField[i] ?? 0) >= 3) continue;
    inField[i] = (inField[i] ?? 0) + 1;
    const kind = random.next();
    if (kind < 0.06 && i <= 1) [row[0], row[1]] = [row[1] ?? '', row[0] ?? ''];
    else if (kind < 0.06 && i <= 5) row[i] = text.split(' ').toReversed().join(' ');
    else if (kind < 0.14) row[i] = '';
    else row[i] = mistype(random, text);
  }
  return row;
}

function birthDate(random: SeededRandom): string {
  return `${random.between(1900, 1999)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

function phone(random: SeededRandom): string {
  return `0${random.between(2, 8)} ${random.between(10_000_000, 99_999_999)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The first of a pool are common, the last rare. */
function skewed(random: SeededRandom, from: readonly string[]): string {
  return from[Math.floor(random.next() ** 2.2 * from.length)] ?? '';
}

function pool(random: SeededRandom, size: number, syllables: number): string[] {
  const made = new Set<string>();
  while (made.size < size) {
    let name = '';
    for (let i = random.between(2, syllables + 1); i > 0; i -= 1) {
      name += random.pick(ONSETS) + random.pick(VOWELS);
    }
    made.add(name + random.pick(CODAS));
  }
  return [...made];
}

const ONSETS = [
  'b',
  'c',
  'd',
  'f',
  'g',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'w',
  'br',
  'ch',
  'cl',
  'sh',
  'st',
  'th',
  'tr',
] as const;
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ie', 'oo', 'y'] as const;
const CODAS = ['', 'n', 'r', 's', 'l', 'th', 'ck', 'm', 'ton', 'son', 'ley', 'den', 'worth'] as const;
