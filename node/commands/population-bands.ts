/** What `urtuu population --bands` prints. */
import {
  BAND_INDICATORS,
  QUANTILES,
  SHARED_MORTALITY,
  type BandYear,
  type PathOptions,
  type Scenario,
  type WppTable,
} from '@urtuu/policy';

export interface BandsRun {
  readonly table: WppTable;
  readonly scenario: Scenario;
  readonly options: PathOptions;
  readonly count: number;
  readonly bands: readonly BandYear[];
}

const LABEL = 'Urtuu band based on UN component bounds';

/** Rows of year and indicator with the percent of paths that lie below. */
export function* bandsCsv({ bands }: BandsRun): Generator<string> {
  yield `year,indicator,${QUANTILES.map((percent) => `q${percent}`).join(',')}`;
  for (const { year, bands: of } of bands)
    for (const indicator of BAND_INDICATORS)
      yield `${year},${indicator},${of[indicator].map((value) => rounded(value, indicator)).join(',')}`;
}

function rounded(value: number, indicator: string): string {
  return indicator.toLowerCase().includes('dependency') ? value.toFixed(2) : String(Math.round(value));
}

export function bandsJson({ table, scenario, options, count, bands }: BandsRun): string {
  const { seed, correlation } = options;
  return JSON.stringify(
    {
      label: LABEL,
      source: table.attribution,
      code: table.code,
      edition: table.edition,
      scenario,
      date: '1 July',
      paths: count,
      seed,
      correlation,
      sharedMortality: SHARED_MORTALITY,
      quantiles: QUANTILES,
      years: bands,
    },
    null,
    2,
  );
}

const STEP = 5;

export function bandsTable({ table, scenario, options, count, bands }: BandsRun): string[] {
  const last = bands.at(-1);
  const rows = bands.filter((one) => one === bands[0] || one === last || one.year % STEP === 0);
  const percents = QUANTILES.map((percent) => `${percent} %`);
  return [
    `M49 ${table.code}, WPP ${table.edition}, ${scenario.name ?? `variant ${scenario.variant}`}; persons on 1 July`,
    `${LABEL}: ${count} paths, yearly correlation ${options.correlation}, seed ${options.seed}`,
    '',
    `       total: share of paths below${' '.repeat(5 * 15 - 28)}aged 65+ per 100 aged 15–64`,
    ` year${percents.map((text) => text.padStart(15)).join('')}  ${percents.map((text) => text.padStart(8)).join('')}`,
    ...rows.map(
      ({ year, bands: of }) =>
        `${String(year).padStart(5)}${of.total
          .map((value) => Math.round(value).toLocaleString('en-GB').padStart(15))
          .join('')}  ${of.oldAgeDependency.map((value) => value.toFixed(1).padStart(8)).join('')}`,
    ),
    '',
    table.attribution,
  ];
}
