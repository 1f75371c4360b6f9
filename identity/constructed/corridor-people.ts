import { SeededRandom } from '@urtuu/kernel';
import { PLACES, regionOf } from '../places/gazetteer.ts';
import {
  familyOfHan,
  givenName,
  clanName,
  type ConstructedName,
  type People,
  type Sex,
} from './corridor-names.ts';

/** A made-up person of the corridor, before any register writes them down. */
export interface CorridorPerson extends ConstructedName {
  readonly people: People;
  readonly sex: Sex;
  readonly birth: { readonly year: number; readonly month: number; readonly day: number };
  /** unit of the gazetteer */
  readonly place: number;
  /** children of one father share the number */
  readonly family: number;
  readonly isTwin: boolean;
}

/**
 * Families of made-up people, the same for the same seed: fathers with one to five children, some of them twins who
 * are often named alike. Brothers share father, grandfather, clan and mostly the place.
 */
export function* corridorPeople(seed: number, persons: number): Generator<CorridorPerson> {
  let made = 0;
  for (let family = 0; made < persons; family += 1) {
    const random = new SeededRandom(seed, family);
    for (const person of familyOf(random, family)) {
      if (made === persons) return;
      made += 1;
      yield person;
    }
  }
}

function familyOf(random: SeededRandom, family: number): CorridorPerson[] {
  const people = random.weighted<People>([
    ['kazakh', 50],
    ['khalkha', 35],
    ['russian', 9],
    ['han', 6],
  ]);
  const isHan = people === 'han';
  const shared = {
    people,
    family,
    father: isHan ? familyOfHan(random) : givenName(random, people, 'male'),
    grandfather: isHan ? '' : givenName(random, people, 'male'),
    clan: clanName(random),
  };
  const place = random.between(1, PLACES.length);
  const size = random.weighted([
    [1, 30],
    [2, 30],
    [3, 20],
    [4, 12],
    [5, 8],
  ]);
  const children: CorridorPerson[] = [];
  let year = random.between(1930, 2000);
  for (let i = 0; i < size; i += 1) {
    const before = children.at(-1);
    const twin = before !== undefined && random.chance(0.025);
    const sex: Sex =
      twin && before.people !== 'russian' ? before.sex : random.chance(0.5) ? 'male' : 'female';
    year += random.between(1, 4);
    const given = givenName(random, people, sex, twin && random.chance(0.6) ? before.given : undefined);
    // Parents do not give two children one name.
    if (children.some((sibling) => sibling.given === given)) continue;
    children.push({
      ...shared,
      sex,
      given,
      birth: twin ? before.birth : { year, month: random.between(1, 12), day: random.between(1, 28) },
      place: random.chance(0.85) ? place : random.between(1, PLACES.length),
      isTwin: twin,
    });
  }
  return children;
}

/** Name of a unit, or of its region, in a language of the gazetteer. */
export function placeName(
  random: SeededRandom,
  unit: number,
  language: 'en' | 'mn' | 'kk' | 'ru' | 'zh',
): string {
  const region = PLACES[regionOf(unit) - 1];
  const own = PLACES[unit - 1];
  if (region === undefined || own === undefined) return '';
  const name = region.in[language] ?? '';
  const district = own === region ? '' : (own.in[language] ?? own.in.mn ?? '');
  return district === '' || language === 'zh' || random.chance(0.3) ? name : `${name}, ${district}`;
}
