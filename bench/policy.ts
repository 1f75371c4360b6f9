/** Populations: one projection to 2100, and the paths behind its bands. */
import {
  AgePatterns,
  bandsOf,
  lastYear,
  loadTable,
  medianLevels,
  PathSimulation,
  project,
} from '@urtuu/policy';
import { digits, type Bench } from './figure.ts';

const RUNS = 30;

export const policyBench: Bench = {
  names: ['policy.population', 'policy.population.fan'],
  async run({ quick }) {
    const table = await loadTable('mn');
    const to = lastYear(table);
    project(table, { to });
    const times = Array.from({ length: RUNS }, () => {
      const patterns = new AgePatterns(table);
      const started = performance.now();
      project(table, { to, patterns });
      return performance.now() - started;
    }).toSorted((a, b) => a - b);
    const paths = quick ? 100 : 1000;
    const started = performance.now();
    const options = { to, around: (year: number) => medianLevels(table, year), seed: 1, correlation: 0.95 };
    bandsOf([new PathSimulation(table, options).figures(0, paths)]);
    const seconds = (performance.now() - started) / 1000;
    return [
      {
        bench: 'policy.population',
        value: digits(times[RUNS / 2] ?? Number.NaN),
        unit: 'ms',
        limit: null,
        ratio: null,
        cores: 1,
        note: 'Mongolia 2023 to 2100 by sex and single age, patterns included; median of 30',
      },
      {
        bench: 'policy.population.fan',
        value: digits((seconds / paths) * 1000),
        unit: 's',
        limit: null,
        ratio: null,
        cores: 1,
        note: `1,000 paths to 2100 with quantiles${quick ? ', from 100' : ''}`,
      },
    ];
  },
};
