import type { SeededRandom } from '@urtuu/kernel';
import { readHan } from '../names/han-reading.ts';
import { russianOfMongolian, mongolianRenderings, russianRenderings } from '../names/renderings.ts';
import { toToteZhazu } from '../names/tote-zhazu.ts';
import { transliterate } from '../names/transliterate.ts';
import type { ReadableScript } from '../names/writing.ts';
import { placeName, type CorridorPerson } from './corridor-people.ts';
import { transcribed } from './han-transcription.ts';
import { mistype } from './typing-errors.ts';

/** Columns of a corridor record, as the settings for the corridor read them. */
export const CORRIDOR_HEADER = [
  'given',
  'patronymic',
  'family',
  'full_name',
  'script',
  'country',
  'birth_date',
  'sex',
  'birth_place',
] as const;

/** How a register or document writes a person: in this script, by the rules of a state that uses it. */
export function recordOf(random: SeededRandom, person: CorridorPerson, script: ReadableScript): string[] {
  const name = nameOf(random, person, script);
  const { year, month, day } = person.birth;
  return [
    name.given ?? '',
    name.patronymic ?? '',
    name.family ?? '',
    name.full ?? '',
    script,
    name.state,
    `${year}-${two(month)}-${two(day)}`,
    person.sex,
    placeName(random, person.place, LANGUAGE[script]),
  ];
}

/** The record with the errors that registers have: slips of the keyboard, of dates, of order, gaps. */
export function withErrors(random: SeededRandom, record: readonly string[]): string[] {
  const row = [...record];
  const [given = '', patronymic = '', family = '', full = ''] = row;
  if (full !== '' && random.chance(0.06)) row[3] = mistype(random, full);
  if (given !== '' && random.chance(0.06)) row[0] = mistype(random, given);
  if (patronymic !== '' && random.chance(0.06)) row[1] = mistype(random, patronymic);
  if (family !== '' && random.chance(0.05)) row[2] = mistype(random, family);
  if (patronymic !== '' && random.chance(0.05)) row[1] = '';
  else if (patronymic !== '' && random.chance(0.03)) row[1] = `${patronymic.charAt(0)}.`;
  if ((row[1] ?? '') !== '' && random.chance(0.03)) [row[0], row[1]] = [row[1] ?? '', row[0] ?? ''];
  if (random.chance(0.02)) row[0] = (row[0] ?? '').replaceAll('а', 'a').replaceAll('о', 'o');
  row[6] = spoiledDate(random, row[6] ?? '');
  if (random.chance(0.1)) row[7] = '';
  else if (random.chance(0.01)) row[7] = row[7] === 'male' ? 'female' : 'male';
  if (random.chance(0.2)) row[8] = '';
  return row;
}

function spoiledDate(random: SeededRandom, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return random.weighted([
    [date, 86],
    [`${year}-01-01`, 4],
    [Number(day) <= 12 ? `${year}-${day}-${month}` : date, 2],
    [`${Number(year) + (random.chance(0.5) ? 1 : -1)}-${month}-${day}`, 2],
    [`${year}-${month}-${two(random.between(1, 28))}`, 2],
    [year, 2],
    ['', 1],
    [`${random.between(1930, 2005)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`, 1],
  ]);
}

interface NameParts {
  readonly state: string;
  readonly given?: string;
  readonly patronymic?: string;
  readonly family?: string;
  readonly full?: string;
}

const LANGUAGE = {
  'kk-Cyrl': 'kk',
  'ru-Cyrl': 'ru',
  'mn-Cyrl': 'mn',
  Latn: 'en',
  'kk-Arab': 'kk',
  Hani: 'zh',
} as const satisfies Record<ReadableScript, string>;

function nameOf(random: SeededRandom, person: CorridorPerson, script: ReadableScript): NameParts {
  const { people, given, father, grandfather, sex, clan } = person;
  if (people === 'han') return hanName(person, script);
  const own = OWN_SCRIPT[people];
  const write = (name: string): string => written(random, name, own, script);
  const withClan = people === 'khalkha' && random.chance(0.25) ? { family: write(clan) } : {};
  switch (script) {
    case 'kk-Cyrl':
      return {
        state: 'KZ',
        given: write(given),
        ...(people === 'khalkha'
          ? { patronymic: write(father), ...withClan }
          : {
              ...(random.chance(0.85)
                ? { patronymic: write(father) + (sex === 'male' ? 'ұлы' : 'қызы') }
                : {}),
              family: random.chance(0.6) ? slavicFamily(write(grandfather), sex) : write(father),
            }),
      };
    case 'ru-Cyrl':
      return {
        state: 'RU',
        given: write(given),
        ...(people === 'khalkha'
          ? { patronymic: write(father), ...withClan }
          : {
              patronymic: slavicPatronymic(write(father), sex),
              family: slavicFamily(write(grandfather), sex),
            }),
      };
    case 'mn-Cyrl': {
      const parent = write(father);
      return {
        state: 'MN',
        given: write(given),
        patronymic: random.chance(0.6) ? genitive(parent) : parent,
        ...withClan,
      };
    }
    case 'Latn':
      return people === 'khalkha' || (people === 'kazakh' && random.chance(0.5))
        ? {
            state: 'MN',
            given: mongolianPassport(random, given, own),
            patronymic: mongolianPassport(random, father, own),
          }
        : {
            state: 'KZ',
            given: write(given),
            family: write(random.chance(0.6) ? slavicFamily(grandfather, sex) : father),
            ...(random.chance(0.3) ? { patronymic: write(father + (sex === 'male' ? 'ұлы' : 'қызы')) } : {}),
          };
    case 'kk-Arab':
      return {
        state: 'CN',
        given: write(given),
        patronymic: write(random.chance(0.5) ? father + (sex === 'male' ? 'ұлы' : 'қызы') : father),
      };
    case 'Hani':
      return {
        state: 'CN',
        full: `${write(given)}${random.chance(0.75) ? '·' : ''}${write(father)}`,
      };
  }
}

const OWN_SCRIPT = {
  kazakh: 'kk-Cyrl',
  khalkha: 'mn-Cyrl',
  russian: 'ru-Cyrl',
} as const;

/** One word of a name as another script writes it; where rules allow several spellings, one by chance. */
function written(
  random: SeededRandom,
  name: string,
  own: 'kk-Cyrl' | 'mn-Cyrl' | 'ru-Cyrl',
  script: ReadableScript,
): string {
  switch (script) {
    case 'kk-Cyrl':
      return name;
    case 'ru-Cyrl':
      if (own === 'kk-Cyrl') return capital(oneOf(random, russianRenderings(name)));
      return own === 'mn-Cyrl' ? capital(oneOf(random, russianOfMongolian(name))) : name;
    case 'mn-Cyrl':
      return own === 'kk-Cyrl' ? capital(oneOf(random, mongolianRenderings(name))) : name;
    case 'Latn':
      if (own === 'kk-Cyrl' && random.chance(0.4)) {
        return transliterate(capital(oneOf(random, russianRenderings(name))), 'ru-Cyrl');
      }
      return transliterate(name, own);
    case 'kk-Arab':
      return toToteZhazu(name);
    case 'Hani':
      return transcribed(random, name, own);
  }
}

/** A Kazakh of Mongolia has a passport by the Mongolian spelling of the name. */
function mongolianPassport(random: SeededRandom, name: string, own: ReadableScript): string {
  const mongolian = own === 'kk-Cyrl' ? capital(oneOf(random, mongolianRenderings(name))) : name;
  return transliterate(mongolian, 'mn-Cyrl');
}

/** Han people keep their characters at home and have pinyin abroad, in Cyrillic by the sound of it. */
function hanName({ given, father }: CorridorPerson, script: ReadableScript): NameParts {
  return script === 'Latn'
    ? { state: 'CN', family: pinyin(father), given: pinyin(given) }
    : { state: 'CN', full: `${father}${given}` };
}

function pinyin(han: string): string {
  return capital(readHan(han).syllables.join(''));
}

function slavicFamily(base: string, sex: 'male' | 'female'): string {
  const soft = /[еиіьйәөүэ]$/u.test(base) || /[жшчщц]$/u.test(base);
  const stem = base.replace(/[аеиіоуыьйя]$/u, '');
  return `${stem}${soft ? 'ев' : 'ов'}${sex === 'female' ? 'а' : ''}`;
}

function slavicPatronymic(base: string, sex: 'male' | 'female'): string {
  const stem = base.replace(/[аеиоуыьйя]$/u, '');
  const soft = stem !== base || /[жшчщц]$/u.test(base);
  if (sex === 'male') return `${stem}${soft ? 'евич' : 'ович'}`;
  return `${stem}${soft ? 'евна' : 'овна'}`;
}

/** Mongolian genitive, as far as names need it. */
function genitive(name: string): string {
  if (/[аэоөуүея]{2}$|[уүо]$/u.test(name)) return `${name}гийн`;
  const stem = name.replace(/[аэоөиь]$/u, '');
  return /[эөүи]/u.test(name) || /[жшчий]$/u.test(stem) ? `${stem}ийн` : `${stem}ын`;
}

function oneOf(random: SeededRandom, from: readonly string[]): string {
  // The plain rendering is as common as all others together.
  if (random.chance(0.5)) return from[0] ?? '';
  return from[random.between(0, from.length - 1)] ?? '';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
