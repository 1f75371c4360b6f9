/** What `urtuu population` prints: rows for machines, a table and pyramids for readers. */
import {
  AGES,
  grouped,
  indicatorsOf,
  SEXES,
  type Population,
  type Projection,
  type Scenario,
  type WppTable,
} from '@urtuu/policy';
import type { ShownYear } from './population.ts';

/** Rows `year,sex,age,persons`: whole persons on 1 July, age 100 for 100 and more. */
export function* populationCsv(years: readonly ShownYear[]): Generator<string> {
  yield 'year,sex,age,persons';
  for (const { year, people } of years)
    for (const sex of SEXES)
      for (let age = 0; age < AGES; age += 1)
        yield `${year},${sex},${age},${Math.round(people[sex][age] ?? 0)}`;
}

export function populationJson(
  table: WppTable,
  scenario: Scenario,
  { from, flows }: Projection,
  years: readonly ShownYear[],
): string {
  return JSON.stringify(
    {
      source: table.attribution,
      code: table.code,
      edition: table.edition,
      scenario,
      date: '1 July',
      unit: 'persons',
      lastEstimate: from,
      years: years.map(({ year, people }) => ({
        year,
        isProjected: year > from,
        indicators: indicatorsOf(people),
        population: { M: rounded(people.M), F: rounded(people.F) },
        // From 1 July of this year to the next.
        flows: flows[year - from],
      })),
    },
    null,
    2,
  );
}

function rounded(ages: Population['M']): number[] {
  return Array.from(ages, (persons) => Math.round(persons));
}

const STEP = 5;

/** A line for the first year, every fifth and the last, then the pyramids of the first and the last. */
export function populationTable(table: WppTable, scenario: Scenario, years: readonly ShownYear[]): string[] {
  const first = years[0];
  const last = years.at(-1);
  const rows = years.filter((one) => one === first || one === last || one.year % STEP === 0);
  return [
    `M49 ${table.code}, WPP ${table.edition}, ${scenario.name ?? `variant ${scenario.variant}`}; persons on 1 July`,
    '',
    ' year          total          men        women   0–14  15–64    65+  old per 100   median age',
    '                                                  %      %      %    of 15–64',
    ...rows.map(row),
    ...(first === undefined || last === undefined ? [] : pyramids(first, last)),
    '',
    table.attribution,
  ];
}

function row({ year, people }: ShownYear): string {
  const { total, men, women, young, working, old, oldAgeDependency, medianAge } = indicatorsOf(people);
  const share = (value: number): string => ((value / total) * 100).toFixed(1).padStart(7);
  return `${String(year).padStart(5)}${persons(total, 15)}${persons(men, 13)}${persons(women, 13)}${share(young)}${share(working)}${share(old)}${oldAgeDependency.toFixed(1).padStart(13)}${medianAge.toFixed(1).padStart(13)}`;
}

function persons(value: number, width: number): string {
  return Math.round(value).toLocaleString('en-GB').padStart(width);
}

const BAR = 14;

function pyramids(first: ShownYear, last: ShownYear): string[] {
  const shown = first === last ? [first] : [first, last];
  const groups = shown.map(({ people }) => ({ M: grouped(people.M), F: grouped(people.F) }));
  // One scale for both, so that their sizes can be compared.
  const most = Math.max(...groups.flatMap(({ M, F }) => [...M, ...F]));
  const bar = (persons = 0): string => '█'.repeat(Math.round((persons / most) * BAR));
  const width = 2 * BAR + 9;
  const lines = Array.from({ length: groups[0]?.M.length ?? 0 }, (_, i) => {
    const age = i * STEP;
    const label = (age === 100 ? '100+' : `${age}–${age + STEP - 1}`).padStart(6);
    return groups
      .map(({ M, F }) => `${bar(M[i]).padStart(BAR)} ${label} ${bar(F[i])}`.padEnd(width))
      .join('  ')
      .trimEnd();
  }).toReversed();
  return [
    '',
    shown
      .map(({ year }) => `${'men'.padStart(BAR)} ${String(year).padStart(6)} women`.padEnd(width))
      .join('  ')
      .trimEnd(),
    ...lines,
  ];
}
