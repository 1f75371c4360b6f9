/** `urtuu population`: a country by sex and single age, from the estimates to a later year. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AgePatterns,
  bandsOf,
  BrokenBalance,
  COUNTRIES,
  EDITIONS,
  hasBounds,
  isCountry,
  lastEstimate,
  lastYear,
  loadTable,
  PathSimulation,
  parseScenario,
  populationOn,
  project,
  readWpp2019,
  readWpp2024,
  scenarioLevels,
  VARIANTS,
  YEARLY_CORRELATION,
  type Edition,
  type LevelsOfYear,
  type PathFigures,
  type PathOptions,
  type Population,
  type Projection,
  type Scenario,
  type WppTable,
} from '@urtuu/policy';
import { WrongUsage, type Command, type CommandInput, type OptionValues, type Terminal } from './command.ts';
import { bandsCsv, bandsJson, bandsTable } from './population-bands.ts';
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
    bands: { type: 'boolean', meaning: 'Print bands of 80 and 95 % from simulated paths instead' },
    paths: {
      type: 'string',
      value: 'number',
      meaning: 'Paths behind the bands, 100 to 100000; 1000 unless given',
    },
    seed: { type: 'string', value: 'number', meaning: 'The same one gives the same paths; 1 unless given' },
    correlation: {
      type: 'string',
      value: '0…1',
      meaning: `Of deviations from year to year; ${YEARLY_CORRELATION} unless given`,
    },
    csv: { type: 'boolean', meaning: 'Print year,sex,age,persons on 1 July; age 100 is 100 and more' },
    json: { type: 'boolean', meaning: 'Print populations, births, deaths and migration as JSON' },
  },
  examples: [
    'urtuu population --country mn --to 2100 --csv',
    'urtuu population --country kz --to 2050 --variant low',
    'urtuu population --country mn --bands --paths 1000',
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
  const patterns = new AgePatterns(table);
  const levels = scenarioLevels(table, scenario, patterns);
  if (!levels.ok) {
    for (const fault of levels.error) terminal.err(faultLine(fault));
    return WRONG_INPUT;
  }
  const asked: Asked = { table, scenario, patterns, levels: levels.value, from, to };
  try {
    return values.has('bands') ? await printBands(asked, values, terminal) : print(asked, values, terminal);
  } catch (error) {
    // An impossible assumption: more emigrants than people. Whatever else does not balance is a fault of the program.
    if (!(error instanceof BrokenBalance) || scenario.netMigration === undefined) throw error;
    terminal.err(faultLine({ pointer: '/netMigration', code: 'value', detail: error.message }));
    return WRONG_INPUT;
  }
}

interface Asked {
  readonly table: WppTable;
  readonly scenario: Scenario;
  readonly patterns: AgePatterns;
  readonly levels: LevelsOfYear;
  readonly from: number;
  readonly to: number;
}

function print(asked: Asked, values: OptionValues, terminal: Terminal): number {
  const { table, scenario, patterns, levels, from, to } = asked;
  const only = ['paths', 'seed', 'correlation'].find((name) => values.text(name) !== undefined);
  if (only !== undefined) throw new WrongUsage(`--${only}: wanted with --bands`);
  const projection = project(table, { to, levels, patterns });
  const years = yearsShown(table, projection, from, to);
  if (values.has('json')) terminal.out(populationJson(table, scenario, projection, years));
  else if (values.has('csv')) {
    for (const line of populationCsv(years)) terminal.out(line);
    terminal.err(table.attribution);
  } else for (const line of populationTable(table, scenario, years)) terminal.out(line);
  return 0;
}

/** Paths between two looks at whether to stop. */
const AT_ONCE = 50;

async function printBands(asked: Asked, values: OptionValues, terminal: Terminal): Promise<number> {
  const { table, scenario, patterns, levels, to } = asked;
  if (!hasBounds(table)) throw new WrongUsage(`--bands: the edition of ${table.edition} has no bounds`);
  const count = numberIn(values, 'paths', 100, 100_000) ?? 1000;
  const options: PathOptions = {
    to,
    around: levels,
    seed: numberIn(values, 'seed', 0, 4_294_967_295) ?? 1,
    correlation: shareIn(values, 'correlation') ?? YEARLY_CORRELATION,
  };
  const simulation = new PathSimulation(table, options, patterns);
  const parts: PathFigures[] = [];
  for (let first = 0; first < count; first += AT_ONCE) {
    // Lets Ctrl-C in.
    await new Promise((resolve) => setImmediate(resolve));
    terminal.stop.throwIfAborted();
    parts.push(simulation.figures(first, Math.min(AT_ONCE, count - first)));
    terminal.status?.(`${Math.min(first + AT_ONCE, count)} of ${count} paths`);
  }
  terminal.status?.('');
  const run = { table, scenario, options, count, bands: bandsOf(parts) };
  if (values.has('json')) terminal.out(bandsJson(run));
  else if (values.has('csv')) {
    for (const line of bandsCsv(run)) terminal.out(line);
    terminal.err(table.attribution);
  } else for (const line of bandsTable(run)) terminal.out(line);
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

function numberIn(values: OptionValues, name: string, least: number, most: number): number | undefined {
  const text = values.text(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < least || value > most)
    throw new WrongUsage(`--${name}: found ${text}, wanted a whole number from ${least} to ${most}`);
  return value;
}

function shareIn(values: OptionValues, name: string): number | undefined {
  const text = values.text(name);
  if (text === undefined) return undefined;
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(text))
    throw new WrongUsage(`--${name}: found ${text}, wanted a number from 0 to 1`);
  return Number(text);
}
