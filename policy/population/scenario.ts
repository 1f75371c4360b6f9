/** A scenario: a variant, and paths of fertility, mortality and migration that somebody states instead. */
import { ok, refuse, type Result } from '@urtuu/kernel';
import type { Fault } from '@urtuu/law';
import { formFaults } from '@urtuu/law/faults';
import { z } from 'zod';
import { AgePatterns, type Levels } from './assumptions.ts';
import { bySex, SEXES } from './columns.ts';
import { lastEstimate, lastYear } from './project.ts';
import { variantLevels, VARIANTS, type LevelsOfYear } from './variants.ts';
import type { WppTable } from './wpp/wpp-table.ts';

const year = z.string().regex(/^\d{4}$/);

function path(least: number, most: number) {
  return z
    .record(year, z.number().min(least).max(most))
    .refine((values) => Object.keys(values).length > 0, { message: 'wanted a value for at least one year' });
}

const expectancy = z.strictObject({ unit: z.literal('years'), values: path(30, 100) });

/**
 * A path gives values of calendar years. Before its first year the variant holds, between two of its years the value
 * moves in a straight line, after the last it stays.
 */
export const scenarioSchema = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  variant: z.enum(VARIANTS).default('medium'),
  totalFertility: z.strictObject({ unit: z.literal('children per woman'), values: path(0, 10) }).optional(),
  lifeExpectancy: z.strictObject({ M: expectancy.optional(), F: expectancy.optional() }).optional(),
  netMigration: z
    .strictObject({
      unit: z.enum(['persons per year', 'thousands per year']),
      values: path(-100_000_000, 100_000_000),
    })
    .optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
/** As it is written, with what has a default left out. */
export type ScenarioInput = z.input<typeof scenarioSchema>;

/** Reads a scenario from a parsed JSON value; every fault of form with its place. */
export function parseScenario(json: unknown): Result<Scenario, Fault[]> {
  const parsed = scenarioSchema.safeParse(json, { reportInput: true });
  return parsed.success ? ok(parsed.data) : refuse(formFaults(parsed.error));
}

/**
 * The levels of a scenario for a table. Refused, with the place: a variant that the edition does not have, a path for
 * what the variant already says, a year outside the projection, a life expectancy that no mortality has.
 */
export function scenarioLevels(
  table: WppTable,
  scenario: Scenario,
  patterns: AgePatterns = new AgePatterns(table),
): Result<LevelsOfYear, Fault[]> {
  const faults = [...contradictions(scenario), ...yearFaults(table, scenario)];
  const variant = variantLevels(table, scenario.variant, patterns);
  if (!variant.ok)
    faults.push({
      pointer: '/variant',
      code: 'value',
      detail: `the edition of ${table.edition} has no variants of fertility`,
    });
  if (!variant.ok || faults.length > 0) return refuse(faults);
  const base = variant.value;
  const { totalFertility, lifeExpectancy, netMigration } = scenario;
  const scale = netMigration?.unit === 'thousands per year' ? 1000 : 1;
  return ok((of): Levels => {
    const levels = base(of);
    return {
      ...levels,
      totalFertility: along(totalFertility?.values, of, levels.totalFertility),
      lifeExpectancy: bySex((sex) => along(lifeExpectancy?.[sex]?.values, of, levels.lifeExpectancy[sex])),
      netMigration: scale * along(netMigration?.values, of, levels.netMigration / scale),
    };
  });
}

// The year from 1 July is centred on the end of its calendar year, where a value of that year and the next one meet.
function along(values: Readonly<Record<string, number>> | undefined, year: number, base: number): number {
  if (values === undefined) return base;
  const inYear = (calendar: number): number | undefined => valueIn(values, calendar);
  const [first, second] = [inYear(year), inYear(year + 1)];
  if (second === undefined) return base;
  return ((first ?? base) + second) / 2;
}

function valueIn(values: Readonly<Record<string, number>>, year: number): number | undefined {
  const points = Object.entries(values)
    .map(([text, value]) => [Number(text), value] as const)
    .toSorted(([a], [b]) => a - b);
  const after = points.findIndex(([of]) => of >= year);
  if (after === -1) return points.at(-1)?.[1];
  const [to, high] = points[after] ?? [year, Number.NaN];
  if (to === year) return high;
  const [from, low] = points[after - 1] ?? [];
  if (from === undefined || low === undefined) return undefined;
  return low + ((high - low) * (year - from)) / (to - from);
}

/** What a variant says already, and a path would say again. */
const SAYS: Readonly<Record<Scenario['variant'], readonly (keyof Scenario)[]>> = {
  medium: [],
  low: ['totalFertility'],
  high: ['totalFertility'],
  'constant-fertility': ['totalFertility'],
  'constant-mortality': ['lifeExpectancy'],
  'no-change': ['totalFertility', 'lifeExpectancy'],
  'zero-migration': ['netMigration'],
  'instant-replacement': ['totalFertility'],
  momentum: ['totalFertility', 'lifeExpectancy', 'netMigration'],
};

function contradictions(scenario: Scenario): Fault[] {
  return SAYS[scenario.variant]
    .filter((member) => scenario[member] !== undefined)
    .map((member) => ({
      pointer: `/${member}`,
      code: 'value',
      detail: `the variant ${scenario.variant} says this already; leave one of the two out`,
    }));
}

function yearFaults(table: WppTable, { totalFertility, lifeExpectancy, netMigration }: Scenario): Fault[] {
  const first = lastEstimate(table);
  const last = lastYear(table);
  const paths = [
    ['/totalFertility', totalFertility?.values],
    ...SEXES.map((sex) => [`/lifeExpectancy/${sex}`, lifeExpectancy?.[sex]?.values] as const),
    ['/netMigration', netMigration?.values],
  ] as const;
  return paths.flatMap(([pointer, values = {}]) =>
    Object.keys(values)
      .filter((text) => Number(text) < first || Number(text) > last)
      .map((text) => ({
        pointer: `${pointer}/values/${text}`,
        code: 'value',
        detail: `found ${text}, wanted a year from ${first} to ${last}`,
      })),
  );
}
