/** `urtuu population`: a country by sex and single age, from the estimates to a later year. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AgePatterns,
  BrokenBalance,
  COUNTRIES,
  EDITIONS,
  isCountry,
  lastEstimate,
  lastYear,
  loadTable,
  parseScenario,
  populationOn,
  project,
  readWpp2019,
  readWpp2024,
  scenarioLevels,
  VARIANTS,
  type Edition,
  type Population,
  type Projection,
  type Scenario,
  type WppTable,
} from '@urtuu/policy';
import { WrongUsage, type Command, type CommandInput, type OptionValues, type Terminal } from './command.ts';
import { populationCsv, populationJson, populationTable } from './population-output.ts';
import { faultLine, readInput, WRONG_INPUT } from './read-record.ts';

export const populationCommand: Command = {
  name: 'population',
  operands: [],
  summary: 'Project a population by sex and single age, on figures of the United Nations',
  options: {
    country: { type: 'string', value: 'mn', meaning: `One of ${Object.keys(COUNTRIES).join(', ')}` },
    from: { type: 'string', value: 'YYYY', meaning: 'First year shown; the last estimate unless given' },
    to: { type: 'string', value: 'YYYY', meaning: 'Last year shown; 2100 unless given' },
    variant: { type: 'string', value: 'name', meaning: `One of ${VARIANTS.join(', ')}; medium unless given` },
    assume: {
      type: 'string',
      value: 'scenario.json',
      meaning: 'Own paths of fertility, mortality, migration',
    },
    edition: {
      type: 'string',
      value: 'YYYY',
      meaning: `${EDITIONS.join(' or ')}, of World Population Prospects`,
    },
    wpp: { type: 'string', value: 'folder', meaning: 'Another country from WPP files, with --code' },
    code: { type: 'string', value: 'M49', meaning: 'Its number in the files, as 860' },
    csv: { type: 'boolean', meaning: 'Print year,sex,age,persons on 1 July; age 100 is 100 and more' },
    json: { type: 'boolean', meaning: 'Print populations, births, deaths and migration as JSON' },
  },
  examples: [
    'urtuu population --country mn --to 2100 --csv',
    'urtuu population --country kz --to 2050 --variant low',
    'urtuu population --country mn --assume examples/population/more-children.json',
  ],
  run,
};

async function run({ operands, values, terminal }: CommandInput): Promise<number> {
  if (operands.length > 0) throw new WrongUsage(`found ${operands[0]}, wanted options alone`);
  if (values.has('csv') && values.has('json')) throw new WrongUsage('--csv and --json: wanted one of them');
  const table = await tableOf(values, terminal);
  if (table === undefined) return WRONG_INPUT;
  const scenario = await scenarioOf(values, terminal);
  if (scenario === undefined) return WRONG_INPUT;
  const to = yearIn(values, 'to', table.population.first, lastYear(table)) ?? Math.min(2100, lastYear(table));
  const from = yearIn(values, 'from', table.population.first, to) ?? Math.min(lastEstimate(table), to);
  const projection = projectionOf(table, scenario, to, terminal);
  if (projection === undefined) return WRONG_INPUT;
  const years = yearsShown(table, projection, from, to);
  if (values.has('json')) terminal.out(populationJson(table, scenario, projection, years));
  else if (values.has('csv')) {
    for (const line of populationCsv(years)) terminal.out(line);
    terminal.err(table.attribution);
  } else for (const line of populationTable(table, scenario, years)) terminal.out(line);
  return 0;
}

async function tableOf(values: OptionValues, terminal: Terminal): Promise<WppTable | undefined> {
  const edition = editionIn(values);
  const folder = values.text('wpp');
  const country = values.text('country');
  if (folder === undefined) {
    if (values.text('code') !== undefined) throw new WrongUsage('--code: wanted with --wpp');
    if (country === undefined || !isCountry(country))
      throw new WrongUsage(
        `--country: found ${country ?? 'nothing'}, wanted one of ${Object.keys(COUNTRIES).join(', ')}; any other with --wpp`,
      );
    return loadTable(country, edition);
  }
  if (country !== undefined) throw new WrongUsage('--country and --wpp: wanted one of them');
  const code = values.text('code') ?? '';
  if (!/^\d{1,3}$/.test(code))
    throw new WrongUsage(`--code: found ${code || 'nothing'}, wanted a number as 860`);
  const files = await filesIn(folder);
  const found = edition === 2024 ? readWpp2024(files, Number(code)) : readWpp2019(files, Number(code));
  if (found.ok) return found.value;
  for (const fault of found.error) terminal.err(faultLine(fault));
  return undefined;
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => {
    throw new WrongUsage(`--wpp: ${folder} is no folder that can be read`);
  });
  const texts = names
    .filter((name) => name.endsWith('.csv'))
    .map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const);
  return new Map(await Promise.all(texts));
}

async function scenarioOf(values: OptionValues, terminal: Terminal): Promise<Scenario | undefined> {
  const file = values.text('assume');
  const variant = values.text('variant');
  if (file !== undefined) {
    if (variant !== undefined) throw new WrongUsage('--variant: with --assume it stands in the file');
    return readInput([file], terminal, parseScenario);
  }
  const found = parseScenario(variant === undefined ? {} : { variant });
  if (!found.ok) throw new WrongUsage(`--variant: found ${variant}, wanted one of ${VARIANTS.join(', ')}`);
  return found.value;
}

function projectionOf(
  table: WppTable,
  scenario: Scenario,
  to: number,
  terminal: Terminal,
): Projection | undefined {
  const patterns = new AgePatterns(table);
  const levels = scenarioLevels(table, scenario, patterns);
  if (!levels.ok) {
    for (const fault of levels.error) terminal.err(faultLine(fault));
    return undefined;
  }
  try {
    return project(table, { to, levels: levels.value, patterns });
  } catch (error) {
    // An impossible assumption: more emigrants than people. Whatever else does not balance is a fault of the program.
    if (!(error instanceof BrokenBalance) || scenario.netMigration === undefined) throw error;
    terminal.err(faultLine({ pointer: '/netMigration', code: 'value', detail: error.message }));
    return undefined;
  }
}

export interface ShownYear {
  readonly year: number;
  readonly people: Population;
}

function yearsShown(table: WppTable, projection: Projection, from: number, to: number): ShownYear[] {
  const shown: ShownYear[] = [];
  const { first, step } = table.population;
  for (let year = from; year <= to; year += 1) {
    const projected = projection.years[year - projection.from];
    if (projected !== undefined) shown.push({ year, people: projected });
    // Earlier editions estimate every fifth year.
    else if ((year - first) % step === 0) shown.push({ year, people: populationOn(table, year) });
  }
  return shown;
}

function editionIn(values: OptionValues): Edition {
  const text = values.text('edition');
  if (text === undefined) return EDITIONS[0];
  const edition = EDITIONS.find((one) => String(one) === text);
  if (edition === undefined)
    throw new WrongUsage(`--edition: found ${text}, wanted one of ${EDITIONS.join(', ')}`);
  return edition;
}

function yearIn(values: OptionValues, name: string, least: number, most: number): number | undefined {
  const text = values.text(name);
  if (text === undefined) return undefined;
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < least || year > most)
    throw new WrongUsage(`--${name}: found ${text}, wanted a year from ${least} to ${most}`);
  return year;
}
