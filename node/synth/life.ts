import {
  addDays,
  addMonths,
  civilDate,
  day,
  firstOfMonth,
  formatDay,
  minDay,
  type Day,
  type SeededRandom,
} from '@urtuu/kernel';
import type { Career, Spell, WageStep } from './career.ts';
import type { ConstructedPerson } from './constructed-person.ts';

/** The kind of life a synthetic person leads. */
export type LifeKind = 'settled' | 'herder' | 'gaps' | 'abroad' | 'kandas';

export interface LifePlan {
  readonly kind: LifeKind;
  readonly person: ConstructedPerson;
  /** day after which nothing is known yet */
  readonly until: Day;
}

/** Lives a life: study and service, then jobs with gaps, in one state or two, until the pension age or today. */
export function liveLife(plan: LifePlan, random: SeededRandom): Career {
  const { person, kind, until } = plan;
  const birth = day(person.birthDate);
  const stop = minDay(until, addMonths(birth, (person.sex === 'male' ? 62 : 59) * 12));
  const abroad = stayAbroad(plan, random);
  const spells: Spell[] = [];
  let at = firstOfMonthAfter(addMonths(birth, 18 * 12));

  const education = firstYears(plan, random, at);
  if (education !== undefined) {
    spells.push(education);
    at = addDays(day(education.to), 1);
  }
  for (let jobs = 0; at < stop && jobs < 40; jobs += 1) {
    const country =
      abroad !== undefined && at >= abroad.from && at < abroad.to ? abroad.country : homeAt(plan, at);
    const border = nextBorder(plan, abroad, at);
    const wanted = addMonths(at, random.between(...JOB_MONTHS[kind]));
    const end = minDay(minDay(wanted, stop), border);
    if (end <= at) break;
    spells.push(job(plan, random, country, at, addDays(end, -1)));
    at = end === border ? end : addMonths(end, random.chance(GAP[kind]) ? random.between(1, 24) : 0);
  }
  const savings = savingsOf(spells, until);
  const died =
    random.chance(0.03) && until > stop ? addDays(stop, random.between(1, until - stop)) : undefined;
  return {
    spells: spells.filter((spell) => spell.from <= spell.to),
    ...(savings === undefined ? {} : { accounts: [savings] }),
    ...(died === undefined
      ? {}
      : { death: { on: formatDay(died), registeredOn: formatDay(minDay(addDays(died, 4), until)) } }),
  };
}

const JOB_MONTHS: Readonly<Record<LifeKind, readonly [number, number]>> = {
  settled: [48, 180],
  herder: [60, 240],
  gaps: [8, 48],
  abroad: [24, 120],
  kandas: [36, 140],
};

const GAP: Readonly<Record<LifeKind, number>> = {
  settled: 0.3,
  herder: 0.3,
  gaps: 0.9,
  abroad: 0.5,
  kandas: 0.5,
};

interface Stay {
  readonly country: 'MN' | 'KZ';
  readonly from: Day;
  readonly to: Day;
}

/** Some years in the other state; a kandas' home changes for good instead. */
function stayAbroad({ kind, person, until }: LifePlan, random: SeededRandom): Stay | undefined {
  if (kind !== 'abroad') return undefined;
  const first = civilDate(day(person.birthDate)).year + 20;
  const from = firstOfMonth(
    random.between(Math.max(first, 1980), Math.max(first + 15, 1996)),
    random.between(1, 12),
  );
  const to = minDay(addMonths(from, random.between(18, 108)), until);
  return to > from ? { country: person.residence === 'KZ' ? 'MN' : 'KZ', from, to } : undefined;
}

function homeAt({ person }: LifePlan, at: Day): 'MN' | 'KZ' {
  return person.kandasSince !== undefined && at < day(person.kandasSince) ? 'MN' : person.residence;
}

/** The next day on which the person crosses the border, far ahead where there is none. */
function nextBorder({ person, until }: LifePlan, abroad: Stay | undefined, at: Day): Day {
  const borders = [
    ...(abroad === undefined ? [] : [abroad.from, abroad.to]),
    ...(person.kandasSince === undefined ? [] : [day(person.kandasSince)]),
  ].filter((border) => border > at);
  return borders.reduce(minDay, addDays(until, 1));
}

/** Military service of most men born before 1980, study of some others. */
function firstYears(plan: LifePlan, random: SeededRandom, at: Day): Spell | undefined {
  const { person, until } = plan;
  const country = homeAt(plan, at);
  const place = country === 'KZ' ? 'Үлгі' : 'Жишээ';
  const serves = person.sex === 'male' && civilDate(at).year < 1998 && random.chance(0.6);
  const months = serves ? random.between(18, 36) : random.between(30, 58);
  const to = addDays(addMonths(at, months), -1);
  if (to >= until || (!serves && !random.chance(0.4))) return undefined;
  return {
    country,
    activity: serves ? 'military' : 'study',
    employer: serves ? `${place} әскери бөлімі` : `${place} техникум`,
    from: formatDay(at),
    to: formatDay(to),
    ...(country === 'MN' ? { document: 'archive' as const } : {}),
  };
}

function job({ kind }: LifePlan, random: SeededRandom, country: 'MN' | 'KZ', from: Day, to: Day): Spell {
  const herds = kind === 'herder' && country === 'MN' && civilDate(from).year >= 1998;
  const document = random.weighted([
    ['labourBook', 88],
    ['archive', 6],
    [undefined, 6],
  ] as const);
  const factor = 0.5 + random.next() * random.next() * 3;
  const span = { from: formatDay(from), to: formatDay(to) };
  const unpaid = unpaidMonths(random, from, to);
  return {
    country,
    activity: herds ? 'herding' : 'work',
    employer: herds ? 'Малчин өрх' : `${country === 'KZ' ? 'Үлгі' : 'Жишээ'} ${random.pick(BRANCHES)}`,
    ...span,
    ...(document === undefined || civilDate(from).year >= 1998 ? {} : { document }),
    wages: WAGES[country].map(([year, amount]): WageStep => [
      year,
      Math.round((amount * factor) / 100) * 100,
    ]),
    ...(unpaid.length === 0 ? {} : { unpaid }),
  };
}

const BRANCHES = [
  'автобаза',
  'уурхай',
  'барилга ХХК',
  'сургууль',
  'эмнэлэг',
  'зауыт',
  'депо',
  'дэлгүүр',
] as const;

/** About the average wage of its year; the spread is ours. Currency of the state. */
const WAGES: Readonly<Record<'MN' | 'KZ', readonly WageStep[]>> = {
  MN: [
    [1995, 15_000],
    [2000, 60_000],
    [2005, 150_000],
    [2010, 340_000],
    [2015, 800_000],
    [2020, 1_250_000],
    [2022, 1_600_000],
    [2024, 2_300_000],
    [2026, 2_700_000],
  ],
  KZ: [
    [1998, 10_000],
    [2000, 14_000],
    [2005, 34_000],
    [2010, 78_000],
    [2015, 126_000],
    [2018, 162_000],
    [2020, 213_000],
    [2022, 310_000],
    [2024, 400_000],
    [2026, 450_000],
  ],
};

function unpaidMonths(random: SeededRandom, from: Day, to: Day): string[] {
  if (!random.chance(0.15) || civilDate(to).year < 1999) return [];
  const start = addMonths(from, random.between(1, 24));
  return Array.from({ length: random.between(1, 6) }, (_, i) => addMonths(start, i))
    .filter((month) => month < to)
    .map((month) => formatDay(month).slice(0, 7));
}

/** Ten percent of every Kazakh income since 1998, without interest: enough for a simulated account. */
function savingsOf(
  spells: readonly Spell[],
  until: Day,
): NonNullable<Career['accounts']>[number] | undefined {
  let months = 0;
  for (const spell of spells) {
    if (spell.country !== 'KZ' || spell.activity !== 'work' || spell.to < '1998-01-01') continue;
    const from = spell.from < '1998-01-01' ? '1998-01-01' : spell.from;
    months += Math.max(0, Math.round((day(spell.to) - day(from)) / 30.44));
  }
  if (months === 0) return undefined;
  return {
    country: 'KZ',
    kind: 'uapf',
    balance: String(months * 12_500),
    currency: 'KZT',
    asOf: formatDay(until),
  };
}

function firstOfMonthAfter(value: Day): Day {
  const { year, month } = civilDate(addMonths(value, 1));
  return firstOfMonth(year, month);
}
